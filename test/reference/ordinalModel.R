# Random-intercept cumulative logit models by adaptive Gauss-Hermite quadrature with 15 nodes.
# Run from the repository, after scores.R: Rscript test/reference/ordinalModel.R
suppressMessages(library(ordinal))
library(jsonlite)
sets <- fromJSON("test/reference/scores.json")
fit <- function(x) {
  long <- data.frame(
    id = factor(rep(seq_len(nrow(x)), 9)),
    item = factor(rep(1:9, each = nrow(x))),
    y = factor(as.vector(x), ordered = TRUE)
  )
  # Convergence is tightened: row order alone moves thresholds by 3e-5 at the default.
  m <- clmm(y ~ item + (1 | id), data = long, nAGQ = 15, control = clmm.control(grtol = 1e-10))
  s <- summary(m)
  list(
    categories = as.integer(levels(long$y)),
    logLik = as.numeric(logLik(m)),
    sigma = as.numeric(m$ST[[1]]),
    thresholds = unname(m$alpha),
    statements = unname(m$beta),
    thresholdErrors = unname(s$coefficients[seq_along(m$alpha), 2]),
    statementErrors = unname(s$coefficients[-seq_along(m$alpha), 2]),
    councilModes = as.numeric(m$ranef)
  )
}
out <- lapply(sets, function(s) fit(s$scores))
# Three of four categories, and two: the same model with fewer thresholds.
out$completeThree <- fit(pmin(sets$complete$scores, 3L))
out$completeTwo <- fit(pmax(pmin(sets$complete$scores, 3L), 2L))
# A second opinion on the complete set, without ordinal: the marginal likelihood on a dense grid of
# council effects (exact to rounding), brought to its top by Newton's method.
dense <- function(x, start) {
  z <- seq(-9, 9, by = 0.05)
  mass <- dnorm(z) * 0.05
  logLik <- function(p) {
    tau <- c(-Inf, p[1:3], Inf)
    b <- c(0, p[4:11])
    theta <- p[12] * z
    sum(apply(x, 1, function(row) {
      terms <- sapply(1:9, function(j) {
        plogis(tau[row[j] + 1] - b[j] - theta) - plogis(tau[row[j]] - b[j] - theta)
      })
      log(sum(mass * exp(rowSums(log(terms)))))
    }))
  }
  p <- start
  for (i in 1:3) p <- p - solve(numDeriv::hessian(logLik, p), numDeriv::grad(logLik, p))
  list(logLik = logLik(p), thresholds = p[1:3], statements = p[4:11], sigma = p[12])
}
m <- out$complete
out$completeDense <- dense(sets$complete$scores, c(m$thresholds, m$statements, m$sigma))
write_json(out, "test/reference/ordinalModel.json", digits = NA, auto_unbox = TRUE)
