# The model of one quality with its integral exact: a fine grid, where clmm takes 15 nodes. clmm itself
# with 31 nodes stands beside it; with more its weights underflow. For the first 999 care services, too:
# 2,000 sets drawn from the exact model and the share of variation that the word tells in them.
# Run from the repository: Rscript test/reference/exactLogit.R
suppressMessages(library(ordinal))
library(jsonlite)
set.seed(7)
levels4 <- c("Inadequate", "Requires improvement", "Good", "Outstanding")
read <- function(table, parts) {
  rows <- read.csv(file.path("data/schemes", paste0(table, ".csv")), check.names = FALSE)
  g <- apply(as.matrix(rows[, parts]), 2, match, levels4)
  g[!apply(is.na(g), 1, any) & !is.na(match(rows$word, levels4)), ]
}
z <- seq(-9, 9, by = 0.02)
weight <- log(0.02) + dnorm(z, log = TRUE)
# log(plogis(high) - plogis(low))
between <- function(low, high) {
  lower <- plogis(high, log.p = TRUE) + log1p(-exp(pmin(plogis(low, log.p = TRUE) - plogis(high, log.p = TRUE), 0)))
  up <- function(x) plogis(x, lower.tail = FALSE, log.p = TRUE)
  ifelse(high < 0, lower, up(low) + log1p(-exp(pmin(up(high) - up(low), 0))))
}
fit <- function(g) {
  n <- nrow(g)
  k <- ncol(g)
  top <- length(unique(as.vector(g))) - 1
  x <- matrix(match(g, sort(unique(as.vector(g)))), n)
  key <- apply(x, 1, paste, collapse = "")
  kinds <- x[!duplicated(key), , drop = FALSE]
  times <- as.numeric(table(key)[unique(key)])
  thresholds <- function(p) cumsum(c(p[1], exp(p[seq_len(top - 1) + 1])))
  minus <- function(p) {
    bounds <- c(-Inf, thresholds(p), Inf)
    item <- c(0, p[top + seq_len(k - 1)])
    logs <- lapply(seq_len(k), function(j) sapply(seq_len(top + 1), function(c)
      between(bounds[c] - item[j] - p[top + k] * z, bounds[c + 1] - item[j] - p[top + k] * z)))
    -sum(times * apply(kinds, 1, function(row) {
      h <- weight
      for (j in seq_len(k)) h <- h + logs[[j]][, row[j]]
      max(h) + log(sum(exp(h - max(h))))
    }))
  }
  long <- data.frame(
    id = factor(rep(seq_len(n), k)), item = factor(rep(seq_len(k), each = n)),
    y = factor(as.vector(g), ordered = TRUE)
  )
  by <- function(nodes) {
    clmm(y ~ item + (1 | id), data = long, nAGQ = nodes, control = clmm.control(grtol = 1e-9))
  }
  rough <- by(15)
  start <- c(rough$alpha[1], log(diff(rough$alpha)), rough$beta, as.numeric(rough$ST[[1]]))
  for (i in 1:2) start <- optim(start, minus, method = "BFGS", control = list(reltol = 1e-14, maxit = 500))$par
  finer <- by(31)
  list(
    logLik = -minus(start), sigma = start[[top + k]], thresholds = thresholds(unname(start)),
    items = unname(start[top + seq_len(k - 1)]),
    sigma15 = as.numeric(rough$ST[[1]]), sigma31 = as.numeric(finer$ST[[1]]), logLik31 = as.numeric(logLik(finer))
  )
}
limits <- function(g) {
  count <- function(level) rowSums(g == level)
  ifelse(count(1) > 1, 1,
    ifelse(count(1) == 1 | count(2) > 1, 2, ifelse(count(4) >= 2 & count(2) == 0, 4, 3)))
}
shareOf <- function(g) {
  word <- limits(g)
  ncol(g) * sum((tapply(rowMeans(g), word, mean) - mean(g))^2 * table(word)) / sum((g - mean(g))^2)
}
five <- c("safe", "effective", "caring", "responsive", "well-led")
three <- c("impact_of_leaders", "help_and_protection", "in_care")
tables <- list(
  "cqc-services" = fit(read("cqc-services", five)),
  "cqc-services.england-2025-08" = fit(read("cqc-services.england-2025-08", five)),
  "ofsted-ilacs-2018" = fit(read("ofsted-ilacs-2018", three)),
  "ofsted-ilacs-2023" = fit(read("ofsted-ilacs-2023", c(three, "care_leavers")))
)
of <- tables[["cqc-services.england-2025-08"]]
drawn <- replicate(2000, {
  latent <- outer(rnorm(745, sd = of$sigma), c(0, of$items), "+") + matrix(rlogis(745 * 5), 745)
  shareOf(matrix(findInterval(latent, of$thresholds) + 1L, 745))
})
cat(toJSON(list(tables = tables, wordShare = list(mean = mean(drawn), deviation = sd(drawn))),
  auto_unbox = TRUE, digits = 15), "\n", file = "test/reference/exactLogit.json")
