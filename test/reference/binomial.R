# Exact binomial quantities, beta quantiles and the beta-binomial predictive distribution.
# Writes binomial.json beside it: Rscript test/reference/binomial.R
library(jsonlite)

cases <- expand.grid(k = c(0, 1, 2, 5, 17, 40), n = c(1, 3, 9, 41, 72, 115, 153))
cases <- cases[cases$k <= cases$n, ]
intervals <- Map(function(k, n) {
  limits <- function(level) as.numeric(binom.test(k, n, conf.level = level)$conf.int)
  jeffreys <- qbeta(c(.025, .975), k + .5, n - k + .5)
  if (k == 0) jeffreys[1] <- 0
  if (k == n) jeffreys[2] <- 1
  list(
    k = k, n = n, clopperPearson = limits(.95), clopperPearson90 = limits(.9),
    jeffreys = jeffreys,
    upper = as.numeric(binom.test(k, n, alternative = "less")$conf.int)[2]
  )
}, cases$k, cases$n)

tails <- expand.grid(k = c(0, 3, 20, 27), n = c(27, 72, 500, 15300), p = c(.01, .34853, .5, .97))
tails <- Map(function(k, n, p) {
  list(k = k, n = n, p = p, upper = pbinom(k - 1, n, p, lower.tail = FALSE))
}, tails$k, tails$n, tails$p)

betas <- expand.grid(x = c(.001, .3, .5, .92), a = c(.5, 1, 5, 44.5), b = c(.5, 4, 90, 153))
betas <- Map(function(x, a, b) {
  list(x = x, a = a, b = b, p = pbeta(x, a, b), quantile = qbeta(x, a, b))
}, betas$x, betas$a, betas$b)

gammas <- lapply(c(1e-5, .1, .5, 1, 1.5, 2, 7.3, 11.99, 12, 36, 153.5, 15300), function(x) {
  list(x = x, value = lgamma(x))
})

predictive <- function(y, n, m) {
  k <- 0:m
  exp(lchoose(m, k) + lbeta(k + y + .5, m - k + n - y + .5) - lbeta(y + .5, n - y + .5))
}

write_json(
  list(
    intervals = unname(intervals), tails = unname(tails), betas = unname(betas), gammas = gammas,
    predictive = list(
      list(y = 2, n = 115, m = 38, probabilities = predictive(2, 115, 38)),
      list(y = 0, n = 5, m = 3, probabilities = predictive(0, 5, 3)),
      list(y = 5, n = 81, m = 72, probabilities = predictive(5, 81, 72))
    )
  ),
  "test/reference/binomial.json",
  auto_unbox = TRUE, digits = I(17), pretty = FALSE
)
