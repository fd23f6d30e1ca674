# The cumulative logit model where councils differ widely: the county councils of the complete set,
# a made-up set whose councils spread over all four words, and sets simulated from the model of the
# complete set with a larger deviation, 12 each at 2, 2.5 and 3. Beside each the scores it rests on,
# a row a council; those of the made-up set are in spread.txt. Run from the repository, after scores.R: Rscript test/reference/ordinalSpread.R
suppressMessages(library(ordinal))
library(jsonlite)
source("test/reference/complete.R")
fit <- function(x) {
  long <- data.frame(
    id = factor(rep(seq_len(nrow(x)), 9)),
    item = factor(rep(1:9, each = nrow(x))),
    y = factor(as.vector(x), ordered = TRUE)
  )
  m <- clmm(y ~ item + (1 | id), data = long, nAGQ = 15, control = clmm.control(grtol = 1e-10))
  s <- summary(m)
  list(
    scores = apply(x, 1, paste, collapse = ""),
    # A finite maximum: all curvatures of the log-likelihood at it are below 0.
    hasMaximum = all(eigen(m$Hessian, symmetric = TRUE, only.values = TRUE)$values > 1e-4),
    logLik = as.numeric(logLik(m)),
    sigma = as.numeric(m$ST[[1]]),
    thresholds = unname(m$alpha),
    statements = unname(m$beta),
    thresholdErrors = unname(s$coefficients[seq_along(m$alpha), 2]),
    statementErrors = unname(s$coefficients[-seq_along(m$alpha), 2])
  )
}
type <- councils$type[match(complete$gss_code, councils$gss_code)]
county <- unname(as.matrix(complete[type == "County council", qs]))
model <- fromJSON("test/reference/ordinalModel.json")$complete
simulated <- function(seed, sigma) {
  set.seed(seed)
  latent <- outer(rnorm(72, sd = sigma), c(0, model$statements), "+") + matrix(rlogis(72 * 9), 72)
  matrix(findInterval(latent, model$thresholds) + 1L, 72)
}
spread <- do.call(rbind, strsplit(readLines("test/reference/spread.txt"), ""))
mode(spread) <- "integer"
out <- list(county = fit(county), spread = fit(spread))
for (sigma in c(2, 2.5, 3)) for (i in 1:12)
  out[[paste0("sigma", sigma, "-", i)]] <- fit(simulated(1000 * sigma + i, sigma))
# Two sets without a maximum: councils told apart without error, and no statement with scores on
# both sides of 3.
out$apart <- fit(t(sapply(0:9, function(k) rep(c(3L, 2L), c(k, 9 - k)))))
set.seed(7)
out$untied <- fit(cbind(matrix(sample(2:3, 150, TRUE), 30), matrix(sample(3:4, 120, TRUE), 30)))
write_json(out, "test/reference/ordinalSpread.json", digits = NA, auto_unbox = TRUE)
