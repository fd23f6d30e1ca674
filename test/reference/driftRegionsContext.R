# Reference numbers for drift, regions and context, from data/ alone. Run in the repository:
#   Rscript test/reference/driftRegionsContext.R
# writes test/reference/driftRegionsContext.json. Permutation p-values and bootstrap intervals come
# from R's own stream: they agree with another stream to about .015.
library(jsonlite)
library(boot)
suppressPackageStartupMessages(library(coin))

qs <- paste0("qs", 1:9)
a <- read.csv("data/assessments.csv", colClasses = "character", na.strings = "")
a[qs] <- lapply(a[qs], as.integer)
a <- a[a$kind == "formal" & a$status != "withdrawn" & stats::complete.cases(a[qs]), ]
# Of the reports dated only "2025-10", Croydon's and East Sussex's are out by 3 October 2025.
day <- ifelse(is.na(a$published), "9999", a$published)
complete <- ifelse(day == "2025-10", a$gss_code %in% c("E09000008", "E10000011"), day <= "2025-10-03")
councils <- read.csv("data/councils.csv", colClasses = "character")
population <- read.csv("data/context/population_65plus.csv")
deprivation <- read.csv("data/context/deprivation_imd2025_utla.csv")
ascof <- read.csv("data/context/ascof_long.csv", colClasses = c(measure = "character"))
measures <- read.csv("data/context/ascof_measures.csv", colClasses = "character")
measures <- measures$measure[measures$c18_family == "1"]

replicates <- 9999
share <- function(observed, draws) (1 + sum(draws >= observed * (1 - 1e-9))) / (1 + length(draws))
tau <- function(x, y) cor(x, y, method = "kendall", use = "complete.obs")

correlate <- function(x, y, alternative = "two.sided") {
  keep <- !is.na(x)
  x <- x[keep]
  y <- y[keep]
  test <- suppressWarnings(cor.test(x, y, method = "kendall", exact = FALSE, alternative = alternative))
  list(n = length(x), tauB = unname(test$estimate), asymptoticP = test$p.value)
}

analyse <- function(a) {
  n <- nrow(a)
  sums <- rowSums(a[qs])
  stopifnot(!is.na(a$published))
  month <- as.integer(substr(a$published, 1, 4)) * 12 + as.integer(substr(a$published, 6, 7)) - 1
  place <- match(a$gss_code, councils$gss_code)
  region <- factor(councils$region[place])
  type <- factor(councils$type[place])

  set.seed(1)
  S <- abs(tau(month, sums))
  draws <- replicate(replicates, abs(tau(month, sample(sums))))
  b <- boot(1:n, function(u, i) tau(month[i], sums[i]), replicates)
  isFirst <- substr(a$published, 1, 7) <= "2025-01"
  first <- sums[isFirst]
  later <- sums[!isFirst]
  wilcox <- wilcox.test(first, later, exact = FALSE, correct = FALSE)
  good <- sums >= 23
  counts <- tapply(good, month, sum)
  sizes <- tapply(good, month, length)
  trend <- prop.trend.test(counts, sizes, as.numeric(names(sizes)))
  exact <- independence_test(month ~ factor(good), distribution = exact("shift"))
  path <- cumsum(tapply(sums - mean(sums), month, sum))
  excursion <- function(y) max(abs(cumsum(tapply(y - mean(y), month, sum))))
  strays <- replicate(replicates, excursion(sample(sums)))

  london <- sums[region == "London"]
  rest <- sums[region != "London"]
  A <- mean(outer(london, rest, ">") + outer(london, rest, "==") / 2)
  m <- length(london)
  k <- length(rest)
  # Newcombe (2006), method 5, solved directly.
  gap <- function(t) {
    shape <- 1 + ((m + k) / 2 - 1) * ((1 - t) / (2 - t) + t / (1 + t))
    (A - t)^2 - qnorm(.975)^2 * t * (1 - t) * shape / (m * k)
  }
  newcombe <- c(uniroot(gap, c(1e-9, A), tol = 1e-13)$root, uniroot(gap, c(A, 1 - 1e-9), tol = 1e-13)$root)
  groups <- function(g) {
    test <- kruskal.test(sums, g)
    p <- pvalue(kruskal_test(sums ~ g, distribution = approximate(nresample = 99999)))
    list(H = unname(test$statistic), groups = nlevels(droplevels(g)), chiSquareP = test$p.value,
      permutationP = as.numeric(p), n = as.list(table(g)), meanSum = as.list(tapply(sums, g, mean)),
      goodOrBetter = as.list(tapply(good, g, sum)))
  }

  adults <- population$pop_18_plus[match(a$gss_code, population$gss_code)]
  older <- population$share_65plus_of_adults[match(a$gss_code, population$gss_code)]
  imd <- deprivation$imd_average_score[match(a$gss_code, deprivation$gss_code)]
  # A financial year 2023-24 ends on 31 March 2024.
  ascof$end <- paste0(as.integer(substr(ascof$period, 1, 4)) + 1, "-03-31")
  X <- sapply(measures, function(measure) {
    rows <- ascof[ascof$measure == measure, ]
    mapply(function(code, published) {
      last <- max(rows$end[rows$end < published])
      value <- rows$outcome[rows$gss_code == code & rows$end == last]
      if (length(value) == 1) value else NA
    }, a$gss_code, a$published)
  })
  taus <- apply(X, 2, tau, sums)
  largest <- replicate(1999, {
    y <- sample(sums)
    max(apply(X, 2, tau, y))
  })
  afterMay <- substr(a$published, 1, 7) > "2025-05"

  list(
    drift = c(correlate(month, sums), list(
      permutationP = share(S, draws), interval = boot.ci(b, type = "perc")$percent[4:5],
      J = sum(outer(later, first, ">") + outer(later, first, "==") / 2), jonckheereP = wilcox$p.value,
      nFirst = length(first), meanFirst = mean(first), meanLater = mean(later),
      trendChiSquare = unname(trend$statistic), trendP = trend$p.value,
      trendExactP = as.numeric(pvalue(exact)),
      cusum = unname(path), cusumN = unname(cumsum(sizes)), cusumP = share(excursion(sums), strays)
    )),
    london = list(nLondon = m, nRest = k, A = A, interval = newcombe,
      exactP = as.numeric(pvalue(wilcox_test(sums ~ factor(region == "London"), distribution = "exact")))),
    regions = groups(region),
    types = groups(type),
    size = list(all = correlate(log(adults), sums, "greater"),
      later = correlate(log(adults[afterMay]), sums[afterMay], "greater")),
    outcomes = setNames(lapply(measures, function(measure) correlate(X[, measure], sums)), measures),
    deprivation = correlate(imd, sums),
    age = correlate(older, sums),
    maxTau = list(measure = measures[which.max(taus)], tauB = max(taus), permutationP = share(max(taus), largest))
  )
}

write_json(list(complete = analyse(a[complete, ]), all = analyse(a)),
  "test/reference/driftRegionsContext.json",
  auto_unbox = TRUE, digits = I(17), na = "null", null = "null", pretty = TRUE)
