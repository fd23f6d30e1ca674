# Exact binomial limits for councils Good or better by region, on both sets.
# Run from the repository: Rscript test/reference/regionLimits.R
source("test/reference/complete.R")
funnel <- function(rows) {
  rows <- rows[!is.na(rowSums(rows[, qs])), ]
  good <- rowSums(rows[, qs]) >= 23
  share <- mean(good)
  n <- table(rows$region)
  limits <- function(n) cbind(abs(qbinom(.025, n, share)), qbinom(.975, n, share))
  list(
    n = nrow(rows), goodOrBetter = sum(good), share = share, regions = names(n), councils = as.vector(n),
    good = as.vector(tapply(good, rows$region, sum)), limits = limits(seq_len(max(n)))
  )
}
# A council's latest formal assessment decides.
all <- formal[order(formal$gss_code, formal$published), ]
all <- all[!duplicated(all$gss_code, fromLast = TRUE), ]
write_json(list(complete = funnel(complete), all = funnel(all)), "test/reference/regionLimits.json",
  digits = NA, auto_unbox = TRUE
)
