# What the word tells of each statement, what groups of statements keep, and how far patterns go
# beyond one quality plus chance. Run from the repository, after scores.R:
# Rscript test/reference/information.R
suppressMessages(library(eRm))
library(jsonlite)
sets <- fromJSON("test/reference/scores.json")
entropy <- function(x) { p <- table(x) / length(x); -sum(p * log(p)) }
theilU <- function(x, y) {
  t <- table(x, y) / length(x)
  h <- function(p) -sum((p * log(p))[p > 0])
  (h(rowSums(t)) + h(colSums(t)) - h(t)) / h(rowSums(t))
}
# The mean of the mutual information over all ways to permute the words, cell by cell: a cell's
# count is hypergeometric.
nullU <- function(x, y) {
  n <- length(x); a <- table(x); b <- table(y); total <- 0
  for (i in a) for (j in b) {
    k <- 1:min(i, j)
    total <- total + sum(dhyper(k, i, n - i, j) * k / n * log(n * k / (i * j)))
  }
  total / entropy(x)
}
# All 1,260 ways to part nine statements into groups of 3, 2, 2 and 2.
parts <- list()
for (a in combn(9, 3, simplify = FALSE)) {
  r <- setdiff(1:9, a)
  for (p in r[2:6]) {
    s <- setdiff(r, c(r[1], p))
    for (q in s[2:4]) parts[[length(parts) + 1]] <- list(a, c(r[1], p), c(s[1], q), setdiff(s, c(s[1], q)))
  }
}
stopifnot(length(parts) == 1260)
cqc <- list(1:3, 4:5, 6:7, 8:9)
keep <- function(x, groups) {
  centred <- sweep(x, 2, colMeans(x))
  means <- 0; words <- 0
  for (g in groups) {
    m <- rowMeans(centred[, g, drop = FALSE])
    word <- floor(rowMeans(x[, g, drop = FALSE]) + 0.5)
    means <- means + length(g) * sum(m^2)
    words <- words + length(g) * sum(tapply(m, word, function(v) length(v) * mean(v)^2))
  }
  c(means, words) / sum(centred^2)
}
dispersion <- function(b) {
  d <- b - rowMeans(b)
  d <- sweep(d, 2, colMeans(d))
  sum(sapply(cqc, function(g) length(g) * sum(rowMeans(d[, g, drop = FALSE])^2))) / sum(d^2)
}
hamming <- function(b) mean(dist(b, method = "manhattan"))
reversal <- function(b, word) {
  ri <- b[word == 2, , drop = FALSE]; good <- b[word == 3, , drop = FALSE]
  # A council is higher nowhere when every 1 of its pattern is one of the other's too.
  mean(ri %*% t(1 - good) > 0)
}
draws <- 5000
esf <- function(eps) Reduce(function(g, e) c(g, 0) + e * c(0, g), eps, 1)
# Patterns by enumeration, so that the draw shares nothing with a sequential one.
sampler <- function(eps) {
  all <- as.matrix(expand.grid(rep(list(0:1), 9)))
  weight <- apply(all, 1, function(x) prod(eps^x))
  rows <- split(1:512, rowSums(all))
  function(total) {
    t(sapply(total, function(k) {
      r <- rows[[k + 1]]
      all[r[sample.int(length(r), 1, prob = weight[r])], ]
    }))
  }
}
signal <- function(x, word) {
  b <- (x >= 3) * 1
  fit <- RM(b); draw <- sampler(exp(fit$betapar)); total <- rowSums(b)
  only <- apply(x, 1, function(r) all(r %in% 2:3)) & word %in% 2:3
  some <- sum(only) > 0 && all(2:3 %in% word[only])
  u <- apply(b, 2, theilU, word)
  drawn <- t(replicate(draws, {
    d <- draw(total)
    higher <- if (some) reversal(d[only, ], word[only]) else NA
    c(dispersion(d), hamming(d), apply(d, 2, theilU, word), higher)
  }))
  m <- colMeans(drawn[, 3:11]); s <- apply(drawn[, 3:11], 2, sd)
  z <- (u - m) / s
  maxima <- apply(sweep(sweep(drawn[, 3:11], 2, m), 2, s, "/"), 1, max)
  upper <- function(values, observed) (1 + sum(values >= observed - 1e-9)) / (draws + 1)
  rev <- if (some) {
    o <- reversal(b[only, ], word[only])
    list(n = sum(only), observed = o, expected = mean(drawn[, 12]), sd = sd(drawn[, 12]), p = upper(drawn[, 12], o))
  }
  list(
    dispersion = list(observed = dispersion(b), expected = mean(drawn[, 1]), sd = sd(drawn[, 1]), p = upper(drawn[, 1], dispersion(b))),
    hamming = list(observed = hamming(b), expected = mean(drawn[, 2]), sd = sd(drawn[, 2]), p = upper(drawn[, 2], hamming(b))),
    reversal = rev,
    statements = list(u = u, mean = m, sd = s, z = z, p = upper(maxima, max(z)))
  )
}
set.seed(5)
out <- lapply(sets, function(s) {
  x <- s$scores
  kept <- sapply(parts, function(g) keep(x, g)); own <- keep(x, cqc)
  list(
    theilU = apply(x, 2, theilU, s$word), nullU = apply(x, 2, nullU, s$word),
    themes = list(
      means = own[1], words = own[2], partitionMeans = mean(kept[1, ]), partitionWords = mean(kept[2, ]),
      asGoodMeans = sum(kept[1, ] >= own[1] - 1e-9), asGoodWords = sum(kept[2, ] >= own[2] - 1e-9)
    ),
    signal = signal(x, s$word)
  )
})
write_json(out, "test/reference/information.json", digits = NA, auto_unbox = TRUE, null = "null")
