# Livingston and Lewis's consistency of the word at sum 23, with alpha as the reliability.
# Run from the repository, after scores.R: Rscript test/reference/livingstonLewis.R
library(jsonlite)
sets <- fromJSON("test/reference/scores.json")
set.seed(11)
# The four-parameter beta by solving the textbook skewness and kurtosis of a beta for its shape.
shape <- function(skewness, kurtosis) {
  of <- function(p) {
    a <- exp(p[1]); b <- exp(p[2]); s <- a + b
    c(
      2 * (b - a) * sqrt(s + 1) / ((s + 2) * sqrt(a * b)) - skewness,
      3 + 6 * ((a - b)^2 * (s + 1) - a * b * (s + 2)) / (a * b * (s + 2) * (s + 3)) - kurtosis
    )
  }
  p <- optim(c(0, 0), function(p) sum(of(p)^2), control = list(maxit = 5000, reltol = 1e-14))$par
  for (i in 1:20) p <- p - solve(numDeriv::jacobian(of, p), of(p))
  stopifnot(max(abs(of(p))) < 1e-10)
  exp(p)
}
out <- lapply(sets, function(s) {
  x <- rowSums(s$scores)
  alpha <- 9 / 8 * (1 - sum(apply(s$scores, 2, var)) / var(x))
  length <- ((mean(x) - 9) * (36 - mean(x)) - alpha * var(x)) / (var(x) * (1 - alpha))
  n <- round(length)
  pass <- round((23 - 9) / 27 * n)
  # Moments of the true score, from raw moments of the transformed scores.
  e <- sapply(1:4, function(k) mean(((x - 9) / 27 * length)^k))
  f <- c(e[1], e[2] - e[1], e[3] - 3 * e[2] + 2 * e[1], e[4] - 6 * e[3] + 11 * e[2] - 6 * e[1])
  m <- f / cumprod(length - 0:3)
  v <- m[2] - m[1]^2
  skewness <- (m[3] - 3 * m[1] * m[2] + 2 * m[1]^3) / v^1.5
  kurtosis <- (m[4] - 4 * m[1] * m[3] + 6 * m[1]^2 * m[2] - 3 * m[1]^4) / v^2
  # No beta has a kurtosis beyond this line of Pearson's plane.
  four <- kurtosis < 3 + 1.5 * skewness^2
  low <- 0; high <- 1
  if (four) {
    ab <- shape(skewness, kurtosis)
    width <- sqrt(v / (prod(ab) / (sum(ab)^2 * (sum(ab) + 1))))
    low <- m[1] - ab[1] / sum(ab) * width
    high <- low + width
    stopifnot(low >= 0, high <= 1)
  } else {
    ab <- c(m[1], 1 - m[1]) * (m[1] * (1 - m[1]) / v - 1)
  }
  a <- ab[1]; b <- ab[2]
  chance <- function(t) pbinom(pass - 1, n, t, lower.tail = FALSE)
  # By quantiles of the true score, each with the same mass.
  mean_of <- function(f) {
    integrate(function(q) f(chance(low + (high - low) * qbeta(q, a, b))), 0, 1,
      rel.tol = 1e-10, subdivisions = 5000L)$value
  }
  share <- mean_of(identity)
  consistency <- mean_of(function(p) p^2 + (1 - p)^2)
  if (!four) {
    # With limits 0 and 1 two ratings' counts are jointly beta-binomial: sums in closed form.
    joint <- outer(0:n, 0:n, function(i, j) {
      exp(lchoose(n, i) + lchoose(n, j) + lbeta(a + i + j, b + 2 * n - i - j) - lbeta(a, b))
    })
    above <- (0:n) >= pass
    stopifnot(abs(sum(joint[above, above]) + sum(joint[!above, !above]) - consistency) < 1e-8)
    consistency <- sum(joint[above, above]) + sum(joint[!above, !above])
    share <- sum(joint[above, ])
  }
  random <- low + (high - low) * rbeta(1e6, a, b)
  agree <- (rbinom(1e6, n, random) >= pass) == (rbinom(1e6, n, random) >= pass)
  # Four standard errors of a million draws.
  stopifnot(abs(mean(agree) - consistency) < 4 * sd(agree) / 1e3)
  expected <- share^2 + (1 - share)^2
  list(
    alpha = alpha, effectiveLength = n, low = low, high = high, a = a, b = b, share = share,
    observedShare = mean(x >= 23), consistency = consistency,
    kappa = (consistency - expected) / (1 - expected), simulated = mean(agree),
    moments = m, skewness = skewness, kurtosis = kurtosis
  )
})
write_json(out, "test/reference/livingstonLewis.json", digits = NA, auto_unbox = TRUE)
