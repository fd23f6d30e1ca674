# Reference numbers for the first analyses, from data/*.csv alone. Run in the repository:
#   Rscript test/reference/firstAnalyses.R
# writes test/reference/firstAnalyses.json.
library(jsonlite)
library(boot)

words <- c("Inadequate", "Requires improvement", "Good", "Outstanding")
qs <- paste0("qs", 1:9)
a <- read.csv("data/assessments.csv", colClasses = "character", na.strings = "")
a[c("score_pct", qs)] <- lapply(a[c("score_pct", qs)], as.integer)
a <- a[a$kind == "formal" & a$status != "withdrawn", ]
stopifnot(!anyDuplicated(a$gss_code))
# Complete to 3 October 2025. Of the reports dated only "2025-10", Croydon's and East Sussex's are
# known to be out by that day.
day <- ifelse(is.na(a$published), "9999", a$published)
complete <- ifelse(day == "2025-10", a$gss_code %in% c("E09000008", "E10000011"), day <= "2025-10-03")
councils <- nrow(read.csv("data/councils.csv", colClasses = "character"))

byWord <- function(x) as.list(table(factor(x, words)))
word <- function(sum) as.character(cut(sum, c(8, 13, 22, 31, 36), words))

analyse <- function(a) {
  known <- a[!is.na(a$rating), ]
  unknown <- councils - nrow(known)
  # What is not known, or known with low confidence only, may be any word.
  sure <- table(factor(known$rating[known$confidence != "low"], words))
  uncertain <- councils - sum(sure)
  nine <- a[stats::complete.cases(a[qs]), ]
  X <- as.matrix(nine[qs])
  n <- nrow(X)
  sums <- rowSums(X)
  W <- factor(word(sums), words)
  stopifnot(all(is.na(nine$rating) | nine$rating == W))

  from <- c(9, 14, 23, 32)[W]
  to <- c(13, 22, 31, 36)[W]
  part <- a[rowSums(!is.na(a[qs])) > 0, ]

  # Two-way layout with councils nested in words, by lm: an independent route to the identity.
  long <- data.frame(
    y = as.vector(X), statement = factor(rep(qs, each = n)),
    council = factor(rep(nine$gss_code, 9)), word = droplevels(rep(W, 9))
  )
  ss <- anova(lm(y ~ statement + word + council, long))[["Sum Sq"]]
  total <- sum((X - mean(X))^2)
  Z <- sweep(X, 2, colMeans(X))
  themes <- list(1:3, 4:5, 6:7, 8:9)
  themeMean <- function(M) sapply(themes, function(t) rowMeans(M[, t, drop = FALSE]))
  rounded <- floor(themeMean(X) + 0.5)
  centred <- themeMean(Z)
  size <- lengths(themes)
  themeWords <- sum(size * sapply(1:4, function(t) sum(ave(centred[, t], rounded[, t])^2)))

  D <- matrix(0, n, n)
  for (j in 1:9) D <- D + outer(X[, j], X[, j], "!=")
  within <- sapply(words, function(w) {
    d <- D[which(W == w), which(W == w), drop = FALSE]
    if (nrow(d) < 2) NA else mean(d[upper.tri(d)])
  })
  between <- list()
  for (i in 1:3) for (j in (i + 1):4) {
    d <- D[which(W == words[i]), which(W == words[j]), drop = FALSE]
    between[[paste(words[i], words[j], sep = "|")]] <- if (length(d)) mean(d) else NA
  }
  weak <- X[which(W == words[2]), , drop = FALSE]
  good <- X[which(W == words[3]), , drop = FALSE]
  higher <- sum(outer(1:nrow(weak), 1:nrow(good),
    Vectorize(function(i, j) any(weak[i, ] > good[j, ]))))
  share <- function(k, m) lapply(k, function(k)
    list(k = k, n = m, share = k / m, clopperPearson = as.vector(binom.test(k, m)$conf.int)))
  end <- function(w, f) {
    s <- sums[which(nine$rating == w)]
    if (length(s) == 0) return(NULL)
    list(sum = f(s), councils = nine$council[which(nine$rating == w & sums == f(s))])
  }

  # Percentile intervals from R's own stream: they agree with another stream to about .005.
  parts <- function(X, i) {
    X <- X[i, ]
    m <- rowMeans(X)
    inWord <- ave(m, as.character(W)[i])
    rest <- X - m - rep(colMeans(X), each = nrow(X)) + mean(X)
    c(nrow(X) * sum((colMeans(X) - mean(X))^2), 9 * sum((inWord - mean(X))^2),
      9 * sum((m - inWord)^2), sum(rest^2)) / sum((X - mean(X))^2)
  }
  above <- outer(1:n, 1:n, Vectorize(function(i, j) any(X[i, ] > X[j, ]))) * 1
  reversal <- function(index, i) {
    times <- tabulate(i, n)
    down <- times * (W == words[2])
    up <- times * (W == words[3])
    sum(outer(down, up) * above) / (sum(down) * sum(up))
  }
  set.seed(72)
  b <- boot(X, parts, 9999)
  percentile <- function(b, j) boot.ci(b, type = "perc", index = j)$percent[4:5]
  intervals <- lapply(1:4, function(j) percentile(b, j))
  kept <- function(X, i) {
    p <- parts(X, i)
    c(p[2], p[2] + p[3]) / sum(p[2:4])
  }
  k <- boot(X, kept, 9999)
  keptIntervals <- list(word = percentile(k, 1), sum = percentile(k, 2))
  reversalInterval <- percentile(boot(1:n, reversal, 9999), 1)

  list(
    words = list(
      n = nrow(known), counts = byWord(known$rating),
      countsWithoutLow = byWord(known$rating[known$confidence != "low"]), unknown = unknown,
      uncertain = uncertain,
      low = as.list(sure / councils), high = as.list((sure + uncertain) / councils)
    ),
    distribution = list(n = n, sumCounts = as.list(table(sums)), ratingCounts = byWord(as.character(W))),
    margins = list(n = n, lose = sum(W != words[1] & word(pmax(sums - 1, 9)) != W),
      gain = sum(W != words[4] & word(pmin(sums + 1, 36)) != W),
      totalToLower = sum((sums - from + 1)[from > 9]), totalToHigher = sum((to - sums + 1)[to < 36])),
    profile = lapply(qs, function(q) list(
      counts = as.vector(table(factor(part[[q]], 1:4))), n = sum(!is.na(part[[q]])),
      mean = mean(part[[q]], na.rm = TRUE),
      byRating = lapply(setNames(words, words), function(w)
        as.vector(table(factor(part[[q]][which(part$rating == w)], 1:4))))
    )),
    spread = lapply(words, function(w) list(rating = w, lowest = end(w, min), highest = end(w, max))),
    pairs = list(
      reversal = list(estimate = higher / (nrow(weak) * nrow(good)), pairs = nrow(weak) * nrow(good),
        higher = higher, interval = reversalInterval),
      within = as.list(within), between = between,
      shareGoodBelow3 = share(colSums(good < 3), nrow(good)),
      shareRIAtLeast3 = share(colSums(weak >= 3), nrow(weak))
    ),
    variance = list(total = total, statement = ss[1] / total, rating = ss[2] / total,
      sumWithinRating = ss[3] / total, residual = ss[4] / total, intervals = intervals),
    varianceKept = list(word = 9 * sum(ave(rowMeans(Z), W)^2) / sum(Z^2), sum = 9 * sum(rowMeans(Z)^2) / sum(Z^2),
      themeWords = themeWords / sum(Z^2),
      themeMeans = sum(size * colSums(centred^2)) / sum(Z^2), intervals = keptIntervals)
  )
}
write_json(list(complete = analyse(a[complete, ]), all = analyse(a)),
  "test/reference/firstAnalyses.json",
  auto_unbox = TRUE, digits = I(17), na = "null", null = "null", pretty = TRUE)
