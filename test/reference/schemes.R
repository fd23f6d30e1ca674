# The measures of each table of data/schemes, and the model of one quality fitted to its grades. The
# draws of the model are 2,000: their means are compared within what chance allows. Also: how many
# care services have the word that the rule of limits gives, what that rule gives on councils'
# scores, and what councils' rule of means gives on care services.
# Run from the repository: Rscript test/reference/schemes.R
suppressMessages(library(ordinal))
library(jsonlite)
set.seed(7)
levels4 <- c("Inadequate", "Requires improvement", "Good", "Outstanding")
read <- function(table, parts) {
  rows <- read.csv(file.path("data/schemes", paste0(table, ".csv")), check.names = FALSE)
  g <- as.matrix(rows[, parts, drop = FALSE])
  if (!is.numeric(g)) g <- matrix(match(g, levels4), nrow(g))
  list(g = g, word = match(rows$word, levels4))
}
# Above `most` Inadequate, or Requires improvement, is too many; `few` Outstanding are enough.
limits <- function(g, most = 1) {
  count <- function(level) rowSums(g == level)
  ifelse(count(1) > most, 1,
    ifelse(count(1) >= 1 | count(2) > most, 2, ifelse(count(4) >= 2 & count(2) == 0, 4, 3))
  )
}
means <- function(g) findInterval(ceiling(100 * rowMeans(g) / 4 - 1e-9), c(39, 63, 88)) + 1
measures <- function(g, word) {
  k <- ncol(g)
  out <- list(allAlike = mean(apply(g, 1, function(row) all(row == row[1]))))
  if (all(is.na(word))) return(out)
  total <- sum((g - mean(g))^2)
  between <- k * sum((tapply(rowMeans(g), word, mean) - mean(g))^2 * table(word))
  low <- which(word == 2)
  good <- which(word == 3)
  higher <- sapply(low, function(i) sum(rowSums(sweep(g[good, , drop = FALSE], 2, g[i, ], "<")) > 0))
  c(out,
    wordShare = between / total,
    toldRight = mean(g == word),
    reversals = sum(unlist(higher)) / (length(low) * length(good)),
    low = sum(apply(g[word >= 3, , drop = FALSE], 1, function(row) any(row < 3))),
    under = sum(word >= 3)
  )
}
one <- function(g, word, give) {
  whole <- !apply(is.na(g), 1, any) & (all(is.na(word)) | !is.na(word))
  g <- g[whole, , drop = FALSE]
  word <- word[whole]
  n <- nrow(g)
  k <- ncol(g)
  long <- data.frame(
    id = factor(rep(seq_len(n), k)), item = factor(rep(seq_len(k), each = n)),
    y = factor(as.vector(g), ordered = TRUE)
  )
  model <- clmm(y ~ item + (1 | id), data = long, nAGQ = 15, control = clmm.control(grtol = 1e-9))
  sigma <- as.numeric(model$ST[[1]])
  out <- c(list(n = n, logLik = as.numeric(logLik(model)), sigma = sigma), measures(g, word))
  if (is.null(give)) return(out)
  grades <- sort(unique(as.vector(g)))
  totals <- rowSums(g)
  judge <- function(x) sapply(rowSums(x), function(total) {
    apart <- abs(totals - total)
    pool <- word[apart == min(apart)]
    pool[sample.int(length(pool), 1)]
  })
  drawn <- replicate(2000, {
    latent <- outer(rnorm(n, sd = sigma), c(0, model$beta), "+") + matrix(rlogis(n * k), n)
    x <- matrix(grades[findInterval(latent, model$alpha) + 1L], n)
    unlist(measures(x, if (identical(give, "judge")) judge(x) else give(x)))[
      c("wordShare", "toldRight", "allAlike", "reversals")]
  })
  c(out, list(
    mean = as.list(rowMeans(drawn, na.rm = TRUE)),
    deviation = as.list(apply(drawn, 1, sd, na.rm = TRUE))
  ))
}
three <- c("impact_of_leaders", "help_and_protection", "in_care")
five <- c("safe", "effective", "caring", "responsive", "well-led")
scotland <- c("support_wellbeing", "leadership", "staff_team", "setting", "care_planning")
of <- function(table, parts, give) {
  d <- read(table, parts)
  one(d$g, d$word, give)
}
scores <- fromJSON("test/reference/scores.json")$complete
services <- lapply(c("cqc-services", "cqc-services.england-2025-08"), function(table) {
  d <- read(table, five)
  whole <- !apply(is.na(d$g), 1, any) & !is.na(d$word)
  list(g = d$g[whole, ], word = d$word[whole])
})
counts <- function(word) as.list(tabulate(word, 4))
cat(toJSON(list(
  tables = list(
    "cqc-councils-2023" = one(scores$scores, scores$word, means),
    "ofsted-ilacs-2018" = of("ofsted-ilacs-2018", three, "judge"),
    "ofsted-ilacs-2023" = of("ofsted-ilacs-2023", c(three, "care_leavers"), "judge"),
    "cqc-services" = of("cqc-services", five, limits),
    "cqc-services.england-2025-08" = of("cqc-services.england-2025-08", five, limits),
    "scotland-care-homes" = of("scotland-care-homes", scotland, NULL)
  ),
  asPublished = lapply(services, function(s) c(sum(limits(s$g) == s$word), nrow(s$g))),
  limitsOnCouncils = counts(limits(scores$scores)),
  limitsOnGoodCouncils = counts(limits(scores$scores)[scores$word == 3]),
  twoAllowedOnCouncils = counts(limits(scores$scores, 2)),
  twoAllowedOnGoodCouncils = counts(limits(scores$scores, 2)[scores$word == 3]),
  meansOnServices = lapply(services, function(s) counts(means(s$g))),
  wordsOfServices = lapply(services, function(s) counts(s$word))
), auto_unbox = TRUE, digits = 15), "\n", file = "test/reference/schemes.json")
