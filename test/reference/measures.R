# What one quality plus chance gives of the measures that hold for every scheme: 60 made-up bodies
# with four judgements in four levels, drawn from a cumulative logit model, their words once a
# judgement (the rounded mean of the four, now and then another) and once by limits: two or more of
# the lowest level give the lowest word; else one of it, or two of the second, the second; else two
# of the highest and none of the second, the highest; else the third. The observed measures, the
# model fitted to the grades, and the mean and the deviation of each measure over 4,000 draws from it.
# Run from the repository: Rscript test/reference/measures.R
suppressMessages(library(ordinal))
library(jsonlite)
set.seed(41)
n <- 60
parts <- 4
draw <- function(sigma, thresholds, easiness) {
  latent <- outer(rnorm(n, sd = sigma), easiness, "+") + matrix(rlogis(n * parts), n)
  matrix(findInterval(latent, thresholds) + 1L, n)
}
grades <- draw(2.5, c(-4, -0.5, 3), c(0, -0.8, 0.4, 0.9))
mean4 <- floor(rowMeans(grades) + 0.5)
judged <- pmin(4, pmax(1, mean4 + sample(c(-1, 0, 1), n, TRUE, c(0.1, 0.8, 0.1))))
limits <- function(g) {
  count <- function(level) rowSums(g == level)
  ifelse(count(1) >= 2, 1,
    ifelse(count(1) == 1 | count(2) >= 2, 2, ifelse(count(4) >= 2 & count(2) == 0, 4, 3))
  )
}
measures <- function(g, word) {
  total <- sum((g - mean(g))^2)
  between <- parts * sum((tapply(rowMeans(g), word, mean) - mean(g))^2 * table(word))
  low <- which(word == 2)
  good <- which(word == 3)
  pairs <- expand.grid(i = low, j = good)
  c(
    wordShare = if (length(unique(word)) < 2) NA else between / total,
    toldRight = mean(g == word),
    allAlike = mean(apply(g, 1, function(row) all(row == row[1]))),
    lowPartUnderGood = mean(apply(g[word >= 3, , drop = FALSE], 1, function(row) any(row < 3))),
    reversals = mean(rowSums(g[pairs$i, , drop = FALSE] > g[pairs$j, , drop = FALSE]) > 0)
  )
}
long <- data.frame(
  id = factor(rep(seq_len(n), parts)),
  item = factor(rep(seq_len(parts), each = n)),
  y = factor(as.vector(grades), ordered = TRUE)
)
model <- clmm(y ~ item + (1 | id), data = long, nAGQ = 15, control = clmm.control(grtol = 1e-10))
totals <- rowSums(grades)
ofTotal <- lapply(seq_len(4 * parts), function(total) {
  apart <- abs(totals - total)
  judged[apart == min(apart)]
})
judge <- function(g) sapply(ofTotal[rowSums(g)], function(words) words[sample.int(length(words), 1)])
benchmark <- function(give) {
  drawn <- replicate(4000, {
    g <- draw(as.numeric(model$ST[[1]]), model$alpha, c(0, model$beta))
    measures(g, give(g))
  })
  list(
    mean = as.list(rowMeans(drawn, na.rm = TRUE)),
    # Of one draw.
    deviation = as.list(apply(drawn, 1, sd, na.rm = TRUE))
  )
}
out <- list(
  grades = apply(grades, 1, paste, collapse = ""),
  judged = judged,
  logLik = as.numeric(logLik(model)),
  sigma = as.numeric(model$ST[[1]]),
  judgement = c(list(observed = as.list(measures(grades, judged))), benchmark(judge)),
  limits = c(list(observed = as.list(measures(grades, limits(grades)))), benchmark(limits))
)
write_json(out, "test/reference/measures.json", digits = NA, auto_unbox = TRUE)
