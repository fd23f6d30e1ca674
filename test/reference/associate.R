# Reference numbers for associate() on numbers of one's own: how many letters a council's name has, and
# how many councils its region has. Run in the repository: Rscript test/reference/associate.R
library(jsonlite)

source("test/reference/complete.R")
set.seed(1)
councils$letters <- nchar(councils$name)
councils$neighbours <- as.integer(table(councils$region)[councils$region])
place <- match(complete$gss_code, councils$gss_code)
y <- complete$sum
tau <- function(x, y) cor(x, y, method = "kendall")
draws <- 9999
results <- lapply(c("letters", "neighbours"), function(column) {
  x <- councils[[column]][place]
  test <- suppressWarnings(cor.test(x, y, method = "kendall", exact = FALSE))
  observed <- abs(unname(test$estimate))
  permuted <- replicate(draws, abs(tau(x, sample(y))))
  drawn <- replicate(draws, { i <- sample(length(y), replace = TRUE); tau(x[i], y[i]) })
  list(column = column, n = length(y), tauB = unname(test$estimate), asymptoticP = test$p.value,
    permutationP = (1 + sum(permuted >= observed * (1 - 1e-9))) / (1 + draws),
    interval = unname(quantile(drawn, c(.025, .975), type = 6)))
})
adjusted <- p.adjust(sapply(results, function(one) one$permutationP), "holm")
for (i in seq_along(results)) results[[i]]$adjustedP <- adjusted[i]
write_json(results, "test/reference/associate.json", auto_unbox = TRUE, digits = I(17), pretty = TRUE)
