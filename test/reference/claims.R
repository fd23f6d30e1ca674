# What the claims add to the analyses: the word under one simulated quality, the interval of alpha,
# and the same quantities on other data. Run from the repository, after ordinalModel.R:
# Rscript test/reference/claims.R
source("test/reference/complete.R")
suppressMessages({library(psych); library(boot)})
set.seed(1)
word <- function(sum) findInterval(sum, c(14, 23, 32))
shares <- function(x) {
  sum <- rowSums(x)
  total <- sum((x - mean(x))^2)
  words <- ave(sum / 9, word(sum))
  c(word = 9 * sum((words - mean(x))^2) / total, sum = 9 * sum((sum / 9 - mean(x))^2) / total)
}
reversal <- function(x) {
  w <- word(rowSums(x))
  weak <- x[w == 1, , drop = FALSE]
  good <- x[w == 2, , drop = FALSE]
  mean(apply(weak, 1, function(a) apply(good, 1, function(b) any(a > b))))
}
needs <- function(x) {
  good <- x[word(rowSums(x)) == 2, 1]
  binom.test(sum(good < 3), length(good))
}
alphaOf <- function(x) suppressMessages(suppressWarnings(psych::alpha(x)$total$raw_alpha))
cronbach <- function(x) 9 / 8 * (1 - sum(apply(x, 2, var)) / var(rowSums(x)))
of <- function(x) {
  x <- unname(as.matrix(x))
  # The bootstrap's alpha is by its formula, for speed; psych's is beside it.
  draws <- boot(seq_len(nrow(x)), function(i, j) c(shares(x[j, ])["word"], cronbach(x[j, ])), 9999)
  interval <- function(k) unname(quantile(draws$t[, k], c(.025, .975), type = 6))
  test <- needs(x)
  list(
    n = nrow(x), word = unname(shares(x)["word"]), sum = unname(shares(x)["sum"]),
    wordInterval = interval(1), alpha = alphaOf(x), alphaInterval = interval(2),
    reversal = reversal(x), needs = unname(test$estimate), needsInterval = as.numeric(test$conf.int)
  )
}
model <- fromJSON("test/reference/ordinalModel.json")$complete
simulate <- function(n) {
  items <- c(0, model$statements)
  t(sapply(rnorm(n, sd = model$sigma), function(theta)
    1 + rowSums(outer(items + theta + rlogis(9), model$thresholds, ">"))))
}
one <- rowMeans(replicate(9999, shares(simulate(72))))
warrington <- complete
warrington[warrington$gss_code == "E06000007", "qs4"] <- 3
all <- formal[rowSums(is.na(formal[, qs])) == 0, ]
without <- all[!all$gss_code %in% c("E06000010", "E06000011"), ]
out <- list(
  oneQuality = list(word = unname(one["word"]), sum = unname(one["sum"])),
  complete = of(complete[, qs]),
  all = of(all[, qs]),
  warrington = of(warrington[, qs]),
  withoutReadFromWords = of(without[, qs])
)
write(toJSON(out, auto_unbox = TRUE, digits = 15, pretty = TRUE), "test/reference/claims.json")
