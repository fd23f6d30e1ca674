# Claims C19 to C25 on the complete set, and C19's model on a made-up set whose regions differ: base R
# alone.
# Run from the repository: Rscript test/reference/registeredClaims.R
source("test/reference/complete.R")
set.seed(1)
people <- read.csv("data/context/population_65plus.csv", na.strings = "")
imd <- read.csv("data/context/deprivation_imd2025_utla.csv", na.strings = "")
ascof <- read.csv("data/context/ascof_long.csv", na.strings = "", colClasses = c(measure = "character"))
addContext <- function(d) {
  d$people <- people$pop_18_plus[match(d$gss_code, people$gss_code)]
  d$imd <- imd$imd_average_score[match(d$gss_code, imd$gss_code)]
  d
}
# A measure of the last financial year that ended before the report was published.
before <- function(d, measure) {
  rows <- ascof[ascof$measure == measure, ]
  periods <- sort(unique(rows$period))
  ends <- paste0(as.integer(substr(periods, 1, 4)) + 1, "-03-31")
  mapply(function(code, published) {
    if (is.na(published) || !any(ends < published)) return(NA)
    period <- max(periods[ends < published])
    value <- rows$outcome[rows$gss_code == code & rows$period == period]
    if (length(value) == 0) NA else value
  }, d$gss_code, d$published)
}
complete <- addContext(complete)
regions <- rep(LETTERS[1:8], 15)
madeUp <- data.frame(region = regions, people = round(exp(rnorm(120, 12, 0.6))), imd = round(rnorm(120, 22, 8), 1))
chance <- plogis(0.6 * log2(madeUp$people / exp(12)) - 0.05 * (madeUp$imd - 22) + rnorm(8, sd = 1.2)[match(regions, LETTERS)])
madeUp$rating <- ifelse(runif(120) < chance, "Good", "Requires improvement")

# C19: Gauss-Legendre is not in base R, so a fine Simpson rule over the regions' effects, and optim.
z <- seq(-8, 8, length.out = 201)
simpson <- c(1, rep(c(4, 2), length.out = 199), 1) * (z[2] - z[1]) / 3 * dnorm(z)
sizeGivenPlace <- function(d) {
  d <- d[!is.na(d$rating) & !is.na(d$people) & !is.na(d$imd), ]
  y <- d$rating %in% c("Good", "Outstanding")
  x <- scale(cbind(log2(d$people), d$imd))
  minus <- function(slope, rest) {
    fixed <- rest[1] + x[, 1] * slope + x[, 2] * rest[2]
    -sum(sapply(split(seq_along(y), d$region), function(i) {
      terms <- sapply(i, function(k) plogis((if (y[k]) 1 else -1) * (fixed[k] + exp(rest[3]) * z)))
      log(sum(simpson * apply(terms, 1, prod)))
    }))
  }
  best <- function(f, start) {
    found <- optim(start, f, method = "Nelder-Mead", control = list(reltol = 1e-15, maxit = 5000))
    optim(found$par, f, method = "BFGS", control = list(reltol = 1e-15, maxit = 500))
  }
  full <- best(function(p) minus(p[1], p[-1]), c(0, 0, 0, -1))
  # Regions may differ at a held slope though not at the maximum: start from several deviations.
  profile <- function(slope) min(sapply(c(-6, -1, 0.5), function(logSigma)
    best(function(rest) minus(slope, rest), c(full$par[2:3], logSigma))$value))
  gap <- function(slope) 2 * (profile(slope) - full$value) - qchisq(.95, 1)
  ends <- c(
    uniroot(gap, full$par[1] + c(-3, -.01), tol = 1e-8)$root,
    uniroot(gap, full$par[1] + c(.01, 3), tol = 1e-8)$root
  )
  scale1 <- attr(x, "scaled:scale")[1]
  list(
    n = nrow(d), good = sum(y), oddsRatio = exp(full$par[1] / scale1), interval = exp(ends / scale1),
    sigma = exp(full$par[4]), logLik = -full$value,
    p = pchisq(2 * (profile(0) - full$value), 1, lower.tail = FALSE)
  )
}

# C20 and C23: base R's Kendall is tau-b.
tau <- function(x, y) cor(x, y, method = "kendall")
correlated <- function(x, sum) {
  ok <- !is.na(x) & !is.na(sum)
  x <- x[ok]; sum <- sum[ok]
  draws <- replicate(4999, { i <- sample(length(x), replace = TRUE); tau(x[i], sum[i]) })
  permuted <- replicate(4999, tau(x, sample(sum)))
  list(
    n = length(x), tauB = tau(x, sum), interval = unname(quantile(draws, c(.025, .975), type = 6)),
    greater = (1 + base::sum(permuted >= tau(x, sum) - 1e-12)) / 5000
  )
}

# C21.
lowest <- function(d) {
  x <- as.matrix(d[, qs])
  draws <- replicate(20000, colSums(x[sample(nrow(x), replace = TRUE), ]))
  others <- apply(draws[-1, ], 2, min)
  list(means = unname(colMeans(x)), alone = mean(draws[1, ] < others), lower = mean(others < draws[1, ]))
}

# C22: proportional odds by optim with cuts as a first one and positive steps.
levels <- c("Inadequate", "Requires improvement", "Good", "Outstanding")
fit <- function(x, y) {
  k <- max(y)
  cuts <- function(p) if (k == 2) p[1] else cumsum(c(p[1], exp(p[2:(k - 1)])))
  at <- function(p, x, c) {
    bounds <- c(-Inf, cuts(p), Inf)
    shift <- drop(x %*% p[k:(k + ncol(x) - 1)])
    plogis(bounds[c + 1] - shift) - plogis(bounds[c] - shift)
  }
  minus <- function(p) -sum(log(at(p, x, y)))
  found <- optim(c(-1, rep(0, k - 2), rep(0, ncol(x))), minus, method = "BFGS", control = list(reltol = 1e-15, maxit = 1000))
  list(logLik = -found$value, cuts = cuts(found$par), slopes = found$par[k:(k + ncol(x) - 1)],
    chances = function(row) sapply(1:k, function(c) at(found$par, matrix(row, 1), c)))
}
told <- function(d) {
  x <- sapply(c("1a", "3a", "5a(1)"), function(m) before(d, m))
  ok <- rowSums(is.na(x)) == 0 & !is.na(d$rating)
  x <- x[ok, ]; y <- match(d$rating[ok], levels)
  guess <- sapply(seq_along(y), function(i) {
    centre <- colMeans(x[-i, ]); spread <- apply(x[-i, ], 2, sd)
    standard <- function(m) sweep(sweep(m, 2, centre), 2, spread, "/")
    known <- sort(unique(y[-i]))
    model <- fit(standard(x[-i, ]), match(y[-i], known))
    known[which.max(model$chances(standard(x[i, , drop = FALSE])))]
  })
  gains <- (guess == y) - (y == 3)
  draws <- replicate(9999, mean(sample(gains, replace = TRUE)))
  whole <- fit(scale(x), match(y, sort(unique(y))))
  list(
    n = length(y), accuracy = mean(guess == y), baseRate = mean(y == 3), difference = mean(gains),
    interval = unname(quantile(draws, c(.025, .975), type = 6)), guess = guess,
    whole = list(logLik = whole$logLik, cuts = whole$cuts, slopes = unname(whole$slopes),
      x = unname(scale(x)[, ]), y = match(y, sort(unique(y))) - 1)
  )
}

# C25.
obvious <- function(d) {
  own <- match(d$rating, levels)
  counts <- t(apply(d[, qs], 1, function(s) tabulate(s, 4)))
  margin <- sapply(seq_along(own), function(i) counts[i, own[i]] - max(counts[i, -own[i]]))
  test <- binom.test(sum(margin > 0), length(own))
  list(n = length(own), obvious = sum(margin > 0), tied = sum(margin == 0), interval = as.numeric(test$conf.int))
}

# C24: Ofsted's latest overall rating of children's services before April 2026.
inspections <- do.call(rbind, lapply(c("2018", "2023"), function(year)
  read.csv(sprintf("data/schemes/ofsted-ilacs-%s.csv", year))[, c("code", "published", "word")]))
inspections <- inspections[inspections$word != "" & inspections$published < "2026-04-01", ]
inspections <- inspections[order(inspections$published), ]
latest <- tapply(match(inspections$word, levels), inspections$code, function(x) x[length(x)])

out <- list(
  size = list(complete = sizeGivenPlace(complete), madeUp = c(sizeGivenPlace(madeUp), data = list(madeUp))),
  population = correlated(complete$people, complete$sum),
  lowest = lowest(complete),
  told = told(complete),
  providers = correlated(before(complete, "6b"), complete$sum),
  obvious = obvious(complete),
  children = correlated(unname(latest[complete$gss_code]), complete$sum)
)
write(toJSON(out, auto_unbox = TRUE, digits = 15, pretty = TRUE), "test/reference/registeredClaims.json")
