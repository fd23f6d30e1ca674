# Rank tests, tests on tables and Holm's adjustment, for made-up values and for the data.
# Writes ranks.json beside it: Rscript test/reference/ranks.R
suppressMessages(library(coin))
source("test/reference/complete.R")

# The interval of Newcombe (2006), method 5, from its equation.
newcombe <- function(a, m, n, level = .95) {
  z <- qnorm((1 + level) / 2)
  half <- (m + n) / 2 - 1
  excess <- function(t) {
    (a - t)^2 - z^2 * t * (1 - t) * (1 + half * ((1 - t) / (2 - t) + t / (1 + t))) / (m * n)
  }
  root <- function(low, high) uniroot(excess, c(low, high), tol = 1e-15)$root
  c(if (a == 0) 0 else root(1e-12, min(a, 1 - 1e-9)), if (a == 1) 1 else root(max(a, 1e-9), 1 - 1e-12))
}

rankSum <- function(x, y) {
  d <- data.frame(v = c(x, y), g = factor(rep(c("x", "y"), c(length(x), length(y)))))
  a <- mean(outer(x, y, ">") + outer(x, y, "==") / 2)
  exact <- wilcox_test(v ~ g, d, distribution = "exact")
  list(
    x = x, y = y, A = a, interval = newcombe(a, length(x), length(y)),
    p = as.numeric(pvalue(exact)),
    normalP = as.numeric(pvalue(wilcox_test(v ~ g, d)))
  )
}

set.seed(1)
scores <- function(n, chances) sample(1:4, n, TRUE, chances)
london <- complete$region == "London"
rankSums <- list(
  rankSum(complete$sum[london], complete$sum[!london]),
  rankSum(complete$qs1[london], complete$qs1[!london]),
  rankSum(c(1, 1, 2, 3), c(2, 2, 4)),
  rankSum(c(1.5, 2.25, 8), c(9, 10, 11, 12)),
  rankSum(scores(40, c(.3, .2, .2, .3)), scores(60, c(.2, .2, .3, .3))),
  rankSum(rnorm(12), rnorm(15, .4)),
  rankSum(7, c(1, 9, 7))
)

permutations <- function(n) {
  if (n == 1) return(matrix(1, 1, 1))
  smaller <- permutations(n - 1)
  do.call(rbind, lapply(1:n, function(i) cbind(i, ifelse(smaller >= i, smaller + 1, smaller))))
}
concordance <- function(x, y) sum(sign(outer(x, x, "-")) * sign(outer(y, y, "-"))) / 2
kendall <- function(x, y) {
  test <- function(alternative) suppressWarnings(
    cor.test(x, y, method = "kendall", exact = FALSE, alternative = alternative)
  )
  result <- list(
    x = x, y = y, tau = as.numeric(test("two.sided")$estimate), S = concordance(x, y),
    p = test("two.sided")$p.value, greaterP = test("greater")$p.value
  )
  if (length(x) <= 7) {
    all <- apply(permutations(length(x)), 1, function(o) concordance(x, y[o]))
    result$enumeratedP <- mean(abs(all) >= abs(result$S))
    result$enumeratedGreaterP <- mean(all >= result$S)
  }
  result
}
months <- as.integer(substr(complete$published, 1, 4)) * 12 +
  as.integer(substr(complete$published, 6, 7))
kendalls <- list(
  kendall(months, complete$sum),
  kendall(c(1, 2, 2, 3, 5, 4, 4), c(2, 1, 3, 3, 5, 9, 1)),
  kendall(c(1, 2, 3, 4, 5, 6), c(1, 2, 4, 3, 6, 5)),
  kendall(scores(60, rep(.25, 4)), scores(60, rep(.25, 4))),
  kendall(rnorm(30), rnorm(30))
)

# Jonckheere and Terpstra: z is that of Kendall's S between group and value.
jonckheere <- function(groups) {
  g <- rep(seq_along(groups), lengths(groups))
  v <- unlist(groups)
  pairs <- combn(seq_along(groups), 2)
  j <- sum(apply(pairs, 2, function(p) {
    sum(outer(groups[[p[2]]], groups[[p[1]]], ">") + outer(groups[[p[2]]], groups[[p[1]]], "==") / 2)
  }))
  test <- suppressWarnings(cor.test(g, v, method = "kendall", exact = FALSE))
  list(groups = groups, J = j, z = as.numeric(test$statistic), p = test$p.value)
}
byYear <- unname(split(complete$sum, substr(complete$published, 1, 4)))
jonckheeres <- list(
  jonckheere(byYear),
  jonckheere(list(c(1, 2, 2), c(2, 3, 4, 4), c(3, 5))),
  jonckheere(list(scores(15, rep(.25, 4)), scores(20, rep(.25, 4)), scores(9, c(.1, .2, .3, .4))))
)

kruskal <- function(groups) {
  test <- kruskal.test(groups)
  list(groups = groups, H = as.numeric(test$statistic), p = test$p.value)
}
kruskals <- list(
  kruskal(unname(split(complete$sum, complete$region))),
  kruskal(list(c(1, 2, 3), c(2, 4, 4), c(5, 6))),
  kruskal(list(scores(15, rep(.25, 4)), scores(20, rep(.25, 4)), scores(9, c(.1, .2, .3, .4))))
)

trend <- function(events, totals) {
  test <- suppressWarnings(prop.trend.test(events, totals, seq_along(events) - 1))
  values <- rep(seq_along(totals) - 1, totals)
  group <- factor(unlist(Map(function(k, n) rep(c("event", "rest"), c(k, n - k)), events, totals)))
  exact <- oneway_test(values ~ group, distribution = "exact")
  list(
    events = events, totals = totals, chiSquare = as.numeric(test$statistic), p = test$p.value,
    exactP = as.numeric(pvalue(exact))
  )
}
good <- complete$sum >= 23
year <- substr(complete$published, 1, 4)
trends <- list(
  trend(as.integer(tapply(good, year, sum)), as.integer(table(year))),
  trend(c(2, 5, 9), c(12, 15, 14)),
  trend(c(9, 3, 1, 0), c(10, 10, 10, 4))
)

fisher <- function(rows) {
  list(rows = rows, p = fisher.test(do.call(rbind, rows), workspace = 2e7)$p.value)
}
fishers <- list(
  fisher(list(c(3, 1), c(1, 3))),
  fisher(list(c(1, 8, 14, 1), c(2, 13, 34, 1))),
  fisher(list(c(0, 3, 2), c(4, 1, 0), c(2, 2, 5))),
  fisher(list(c(0, 1, 4, 0), c(1, 8, 14, 1), c(2, 43, 40, 2)))
)

ps <- list(c(.01, .04, .03, .005), c(.5, .9, .02), c(.2, .2, .2), 1, c(0, 1))

writeLines(toJSON(list(
  rankSums = rankSums, kendalls = kendalls, jonckheeres = jonckheeres, kruskals = kruskals,
  trends = trends, fishers = fishers,
  holm = lapply(ps, function(p) list(p = I(p), adjusted = I(p.adjust(p, "holm"))))
), auto_unbox = TRUE, digits = I(17)), "test/reference/ranks.json")
