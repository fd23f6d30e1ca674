# Exact binomial limits for councils Good or better by region and by type of council, on both sets.
# Run from the repository: Rscript test/reference/regionLimits.R
source("test/reference/complete.R")
funnel <- function(rows) {
  rows <- rows[!is.na(rowSums(rows[, qs])), ]
  good <- rowSums(rows[, qs]) >= 23
  share <- mean(good)
  n <- table(rows$region)
  type <- councils$type[match(rows$gss_code, councils$gss_code)]
  types <- table(type)
  at <- function(n, tail) cbind(abs(qbinom(tail, n, share)), qbinom(1 - tail, n, share))
  limits <- function(n) cbind(at(n, .025), at(n, .001))
  list(
    n = nrow(rows), goodOrBetter = sum(good), share = share, regions = names(n), councils = as.vector(n),
    good = as.vector(tapply(good, rows$region, sum)), limits = limits(seq_len(max(n))),
    types = names(types), typeCouncils = as.vector(types), typeGood = as.vector(tapply(good, type, sum)),
    typeLimits = limits(as.vector(types))
  )
}
# A council's latest formal assessment decides.
all <- formal[order(formal$gss_code, formal$published), ]
all <- all[!duplicated(all$gss_code, fromLast = TRUE), ]
write_json(list(complete = funnel(complete), all = funnel(all)), "test/reference/regionLimits.json",
  digits = NA, auto_unbox = TRUE
)
