# The chance that a mean with Dirichlet weights reaches a cut, by nested numerical integration of
# the beta distribution, and sums of independent scores by enumeration.
# Writes dirichlet.json beside it: Rscript test/reference/dirichlet.R
library(jsonlite)

# P(sum of share * value >= cut): the last level's share is Beta(a, rest), and what remains is
# divided among the others as a smaller Dirichlet.
reaches <- function(value, a, cut) {
  if (length(value) == 1) return(as.numeric(value >= cut))
  if (length(value) == 2) {
    x <- (cut - value[1]) / (value[2] - value[1])
    return(1 - pbeta(min(1, max(0, x)), a[2], a[1]))
  }
  l <- length(value)
  inner <- function(b) {
    sapply(b, function(b) reaches(value[-l], a[-l], (cut - b * value[l]) / (1 - b)))
  }
  # On the scale of the share's own distribution nothing is singular; the inner chance has a kink
  # where the rest can no longer reach, or miss, the cut.
  kinks <- sapply(value[-l], function(v) (cut - v) / (value[l] - v))
  kinks <- pbeta(pmin(1, pmax(0, kinks)), a[l], sum(a[-l]))
  ends <- sort(unique(c(0, kinks, .5, 1)))
  sum(sapply(seq_len(length(ends) - 1), function(i) {
    integrate(function(u) inner(qbeta(u, a[l], sum(a[-l]))), ends[i], ends[i + 1],
      rel.tol = 1e-12, abs.tol = 1e-13, subdivisions = 2000
    )$value
  }))
}
profile <- function(counts, cut, c) {
  held <- which(counts > 0)
  list(counts = counts, cut = cut, c = c, p = reaches(held, c * counts[held], cut))
}
two <- unlist(lapply(0:9, function(k) lapply(c(1, 10), function(c) {
  lapply(c(2.5, 2.48), function(cut) profile(c(0, 9 - k, k, 0), cut, c))
})), recursive = FALSE)
three <- list(
  profile(c(1, 4, 4, 0), 2.5, 1), profile(c(1, 4, 4, 0), 2.5, 10), profile(c(2, 5, 2, 0), 1.54, 1),
  profile(c(0, 1, 5, 3), 3.5, 1), profile(c(0, 1, 5, 3), 3.48, 10), profile(c(6, 3, 0, 0), 1.52, 1),
  profile(c(0, 4, 4, 1), 2.48, .5), profile(c(2, 0, 6, 1), 2.5, 1), profile(c(1, 3, 3, 2), 2.5, 1),
  profile(c(1, 3, 3, 2), 2.48, 3)
)

writeLines(toJSON(list(
  reaches = c(unlist(two, recursive = FALSE), three)
), auto_unbox = TRUE, digits = I(17)), "test/reference/dirichlet.json")
