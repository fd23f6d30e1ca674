# How robust the word is, by other means than the code's: weights, other aggregations, another
# panel, rare events and the scenario, for the score matrices of scores.json.
# Writes robustness.json beside it: Rscript test/reference/robustness.R
library(jsonlite)
source("test/reference/reaches.R")
sets <- fromJSON("test/reference/scores.json")

# The published rule: the percentage of the mean, rounded up, against 39, 63 and 88.
word <- function(mean) findInterval(ceiling(round(25 * mean, 9)), c(39, 63, 88)) + 1
themes <- list(1:3, 4:5, 6:7, 8:9)
cuts <- list(nearest = c(1.54, 2.5, 3.5), ceiling = c(1.52, 2.48, 3.48))

kept <- function(scores, c, cuts) {
  counts <- tabulate(scores, 4)
  held <- which(counts > 0)
  chance <- function(cut) {
    if (held[1] >= cut) return(1)
    if (max(held) <= cut) return(0)
    reaches(held, c * counts[held], cut)
  }
  w <- findInterval(sum(scores), c(14, 23, 32)) + 1
  (if (w == 1) 1 else chance(cuts[w - 1])) - (if (w == 4) 0 else chance(cuts[w]))
}

# P(another word) through the generating function of the sum: its coefficients by Fourier inversion.
another <- function(scores, up, down) {
  w <- findInterval(sum(scores), c(14, 23, 32))
  z <- exp(-2i * pi * (0:36) / 37)
  phi <- rep(1 + 0i, 37)
  for (s in scores) {
    to <- c(s, min(4, s + 1), max(1, s - 1))
    phi <- phi * ((1 - up - down) * z^to[1] + up * z^to[2] + down * z^to[3])
  }
  p <- Re(fft(phi, inverse = TRUE)) / 37
  sum(p[findInterval(0:36, c(14, 23, 32)) != w])
}

results <- lapply(sets, function(set) {
  x <- set$scores
  w <- word(rowMeans(x))
  stopifnot(w == findInterval(rowSums(x), c(14, 23, 32)) + 1)
  themeMeans <- sapply(themes, function(t) rowMeans(x[, t]))
  worse <- outer(1:nrow(x), 1:nrow(x), Vectorize(function(i, j) any(x[i, ] < x[j, ])))
  unordered <- worse & t(worse)
  profiles <- t(apply(x, 1, sort))
  kinds <- unique(profiles)
  n <- apply(kinds, 1, function(k) sum(apply(profiles, 1, identical, k)))
  # Nested integration over four levels takes too long; dirichlet.R has single cases of it.
  random <- if (any(apply(kinds, 1, function(k) length(unique(k)) == 4))) list() else unlist(lapply(c(1, 10), function(c) lapply(names(cuts), function(name) {
    list(c = c, cuts = name, expected = sum(n * (1 - apply(kinds, 1, kept, c, cuts[[name]]))))
  })), recursive = FALSE)
  curve <- function(chance) lapply(c(.05, .1, .2, .3), function(e) {
    p <- apply(x, 1, chance, e)
    list(e = e, expected = sum(p), max = max(p))
  })
  rate <- function(k) list(
    count = k, clopperPearson = as.numeric(binom.test(k, nrow(x))$conf.int)
  )
  twos <- rowSums(x == 2)
  list(
    n = nrow(x),
    leaveOneOut = sapply(1:9, function(j) sum(word(rowMeans(x[, -j])) != w)),
    themes = sum(word(rowMeans(themeMeans)) != w),
    geometric = sum(findInterval(exp(rowMeans(log(x))), cuts$nearest) + 1 != w),
    worst = sum(pmin(w, apply(x, 1, min)) != w),
    unordered = sum(unordered) / 2,
    random = random,
    independent = curve(function(s, e) another(s, e / 2, e / 2)),
    leniency = curve(function(s, e) (another(s, e, 0) + another(s, 0, e)) / 2),
    anyScoreOf1 = rate(sum(rowSums(x == 1) > 0)), inadequate = rate(sum(w == 1)),
    scenario = lapply(c(.01, .02, .05, .1), function(d) list(
      d = d,
      expectedInadequate = sum(1 - pbinom(rowSums(x) - 14, twos, d)),
      expectedFirst1 = sum((1 - (1 - d)^twos)[rowSums(x == 1) == 0])
    ))
  )
})
writeLines(toJSON(results, auto_unbox = TRUE, digits = I(17)), "test/reference/robustness.json")
