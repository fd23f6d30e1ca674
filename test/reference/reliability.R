# Reliability and dimension of the nine scores.
# Run from the repository, after scores.R: Rscript test/reference/reliability.R
suppressMessages(library(psych))
library(jsonlite)
sets <- fromJSON("test/reference/scores.json")
out <- lapply(sets, function(s) {
  x <- as.data.frame(s$scores)
  i <- ICC(x, lmer = FALSE)$results
  r <- cor(x)
  # One factor by maximum likelihood; the optimiser's own default stops at about 1e-5.
  fa1 <- factanal(covmat = r, factors = 1, rotation = "none",
    control = list(opt = list(factr = 10, pgtol = 1e-12)))
  l <- abs(sum(fa1$loadings)) / sum(fa1$loadings) * fa1$loadings[, 1]
  u <- fa1$uniquenesses
  sd <- sapply(x, sd)
  # psych's omega total, from its own one-factor fit: what the factor leaves of the sum's variance.
  p <- fa(r, nfactors = 1, fm = "ml", rotate = "none")
  list(
    alpha = suppressWarnings(alpha(x, warnings = FALSE)$total$raw_alpha),
    icc3 = i$ICC[i$type == "ICC3"], iccAverage = i$ICC[i$type == "ICC3k"],
    loadings = unname(l), uniquenesses = unname(u),
    omegaStandardised = sum(l)^2 / (sum(l)^2 + sum(u)),
    omegaRaw = sum(l * sd)^2 / (sum(l * sd)^2 + sum(u * sd^2)),
    omegaPsych = 1 - sum(p$uniquenesses) / sum(r),
    correlation = unname(r),
    eigenvalues = eigen(r)$values
  )
})
# Parallel analysis: eigenvalues of correlations of normal data of the same size, 5,000 draws.
set.seed(3)
for (name in names(sets)) {
  n <- nrow(sets[[name]]$scores)
  simulated <- replicate(5000, eigen(cor(matrix(rnorm(n * 9), n)), only.values = TRUE)$values)
  out[[name]]$parallelMean <- rowMeans(simulated)
  out[[name]]$parallel95 <- apply(simulated, 1, quantile, .95)
  pdf(NULL)
  fa <- suppressMessages(suppressWarnings(fa.parallel(sets[[name]]$scores, fa = "pc", n.iter = 500,
    sim = TRUE, quant = .95, plot = FALSE)))
  out[[name]]$psychComponents <- fa$ncomp
}
write_json(out, "test/reference/reliability.json", digits = NA, auto_unbox = TRUE)
