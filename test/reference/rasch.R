# Rasch models of scores dichotomised at 3: by conditional likelihood, the conditional law of a
# pattern given its sum, and Lee's classification consistency with normal ability.
# Run from the repository, after scores.R: Rscript test/reference/rasch.R
suppressMessages({library(eRm); library(ordinal)})
library(jsonlite)
sets <- fromJSON("test/reference/scores.json")
esf <- function(eps) Reduce(function(g, e) c(g, 0) + e * c(0, g), eps, 1)
conditional <- function(b) {
  fit <- RM(b)
  eps <- exp(unname(fit$betapar))
  # eRm's search stops about 1e-5 from the top: Newton's method on the same likelihood ends it.
  logLik <- function(free) {
    beta <- c(free, -sum(free))
    sum(beta * colSums(b)) - sum(log(esf(exp(beta))[rowSums(b) + 1]))
  }
  free <- unname(fit$betapar)[1:8]
  for (i in 1:3) free <- free - solve(numDeriv::hessian(logLik, free), numDeriv::grad(logLik, free))
  list(
    easiness = unname(fit$betapar), errors = unname(fit$se.beta), logLik = fit$loglik,
    polished = c(free, -sum(free)), polishedLogLik = logLik(free),
    gamma = esf(eps)
  )
}
# Classification consistency: the chance that two independent ratings of one council by the model
# fall on the same side of the cut (five or more of nine), averaged over councils' ability.
lee <- function(b, cut) {
  long <- data.frame(
    id = factor(rep(seq_len(nrow(b)), 9)), item = factor(rep(1:9, each = nrow(b))),
    y = factor(as.vector(b), ordered = TRUE)
  )
  m <- clmm(y ~ item + (1 | id), data = long, nAGQ = 15, control = clmm.control(grtol = 1e-10))
  item <- c(0, unname(m$beta)) - unname(m$alpha)
  sigma <- as.numeric(m$ST[[1]])
  above <- Vectorize(function(theta) {
    p <- plogis(theta + item)
    law <- Reduce(function(f, q) c(f * (1 - q), 0) + c(0, f * q), p, 1)
    sum(law[(cut:9) + 1])
  })
  mean_of <- function(f) {
    integrate(function(z) f(above(sigma * z)) * dnorm(z), -9, 9, rel.tol = 1e-11, subdivisions = 1000L)$value
  }
  agree <- mean_of(function(p) p^2 + (1 - p)^2)
  share <- mean_of(identity)
  chance <- share^2 + (1 - share)^2
  list(consistency = agree, kappa = (agree - chance) / (1 - chance), share = share, sigma = sigma)
}
out <- lapply(sets, function(s) {
  b <- (s$scores >= 3) * 1
  list(conditional = conditional(b), lee = lee(b, 5))
})
only <- apply(sets$complete$scores, 1, function(r) all(r %in% 2:3))
out$completeTwoAndThree <- list(conditional = conditional((sets$complete$scores[only, ] >= 3) * 1))
write_json(out, "test/reference/rasch.json", digits = NA, auto_unbox = TRUE)
