# The score matrices that the reference numbers of the models rest on: the complete set (formal,
# published to 3 October 2025), all current formal assessments with nine scores, and two made-up
# sets with many 1s and 4s. Run from the repository: Rscript test/reference/scores.R
library(jsonlite)
d <- read.csv("data/assessments.csv", na.strings = "", encoding = "UTF-8")
councils <- read.csv("data/councils.csv", na.strings = "", encoding = "UTF-8")
qs <- paste0("qs", 1:9)
d <- d[d$kind == "formal" & d$status != "withdrawn" & complete.cases(d[, qs]), ]
stopifnot(!any(duplicated(d$gss_code)))
d$region <- councils$region[match(d$gss_code, councils$gss_code)]
# Dated only by the month of the limit, and known to have been published by it.
known <- d$council %in% c("Croydon", "East Sussex")
complete <- (d$published <= "2025-10-03" & d$published != "2025-10") | known
word <- function(x) findInterval(rowSums(x), c(9, 14, 23, 32))
entry <- function(rows) {
  x <- unname(as.matrix(d[rows, qs]))
  list(scores = x, word = word(x), region = d$region[rows], gssCode = d$gss_code[rows])
}
made <- function(seed, n, sigma, cuts, shifts) {
  set.seed(seed)
  theta <- rnorm(n, sd = sigma)
  latent <- outer(theta, shifts, "+") + matrix(rlogis(n * 9), n)
  x <- matrix(findInterval(latent, cuts) + 1L, n)
  list(scores = x, word = word(x), region = rep(c("North", "South", "East"), length.out = n))
}
sets <- list(
  complete = entry(complete),
  all = entry(rep(TRUE, nrow(d))),
  madeUpFew = made(11, 40, 1.1, c(-1.5, 0, 1.4), seq(-0.8, 0.8, length.out = 9)),
  madeUpMany = made(12, 150, 1.8, c(-2, 0.2, 2.2), c(0.9, -0.7, 0.2, -0.3, 0.5, -1.1, 0, 0.8, -0.2))
)
write_json(sets, "test/reference/scores.json", digits = NA)
