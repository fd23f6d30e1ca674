# Region effects beside council effects in the cumulative logit model, thresholds and statements
# held at the model without regions. Dense sums over both effects and optim: shares no method with
# adaptive quadrature. Beside it, ordinal's joint fit by the Laplace approximation.
# Run from the repository, after ordinalModel.R: Rscript test/reference/groupEffects.R
suppressMessages(library(ordinal))
library(jsonlite)
sets <- fromJSON("test/reference/scores.json")
models <- fromJSON("test/reference/ordinalModel.json")
effects <- function(x, region, m) {
  tau <- c(-Inf, m$thresholds, Inf)
  b <- c(0, m$statements)
  theta <- seq(-30, 30, by = 0.05)
  given <- apply(x, 1, function(row) {
    terms <- sapply(1:9, function(j) plogis(tau[row[j] + 1] - b[j] - theta) - plogis(tau[row[j]] - b[j] - theta))
    exp(rowSums(log(terms)))
  })
  u <- seq(-12, 12, by = 0.05)
  names <- sort(unique(region))
  # For each region, the log-likelihood of its councils at each region effect.
  at <- function(s) {
    kernel <- outer(u, theta, function(u, t) dnorm(t, u, s)) * 0.05
    perCouncil <- log(kernel %*% given)
    sapply(names, function(g) rowSums(perCouncil[, region == g, drop = FALSE]))
  }
  logLik <- function(p) sum(log(colSums(exp(at(exp(p[2]))) * dnorm(u, 0, exp(p[1])) * 0.05)))
  best <- optim(log(c(0.3, 0.9) * m$sigma), function(p) -logLik(p), method = "Nelder-Mead",
    control = list(reltol = 1e-14, maxit = 2000))
  sds <- exp(best$par)
  posterior <- exp(at(sds[2])) * dnorm(u, 0, sds[1])
  posterior <- sweep(posterior, 2, colSums(posterior), "/")
  means <- colSums(posterior * u)
  list(groups = names, between = sds[1], within = sds[2], logLik = -best$value, means = unname(means),
    deviations = unname(sqrt(colSums(posterior * u^2) - means^2)))
}
laplace <- function(x, region) {
  long <- data.frame(id = factor(rep(seq_len(nrow(x)), 9)), item = factor(rep(1:9, each = nrow(x))),
    region = factor(rep(region, 9)), y = factor(as.vector(x), ordered = TRUE))
  m <- clmm(y ~ item + (1 | region) + (1 | id), data = long)
  list(between = attr(VarCorr(m)$region, "stddev")[[1]], within = attr(VarCorr(m)$id, "stddev")[[1]],
    modes = ranef(m)$region[[1]])
}
# In the made-up sets regions are dealt by rota; a third set has regions that do differ.
shifted <- sets$madeUpMany
order <- order(rowSums(shifted$scores) + rep(c(0, 4, 9), 50))
shifted$region <- character(150)
shifted$region[order] <- rep(c("North", "South", "East", "West", "Middle"), each = 30)
mixed <- seq(1, 150, by = 2)
shifted$region[mixed] <- rep(c("North", "South", "East", "West", "Middle"), 15)
sets$shifted <- shifted; models$shifted <- models$madeUpMany
out <- lapply(c("complete", "all", "shifted"), function(k) {
  s <- sets[[k]]
  c(effects(s$scores, s$region, models[[k]]), list(laplace = laplace(s$scores, s$region), region = s$region))
})
names(out) <- c("complete", "all", "shifted")
write_json(out, "test/reference/groupEffects.json", digits = NA, auto_unbox = TRUE)
