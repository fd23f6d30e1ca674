# The chance that a mean with Dirichlet weights reaches a cut; sourced by other scripts.
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
    part <- integrate(function(u) inner(qbeta(u, a[l], sum(a[-l]))), ends[i], ends[i + 1],
      rel.tol = 1e-11, abs.tol = 1e-13, subdivisions = 2000, stop.on.error = FALSE
    )
    # Complaints of roundoff are of digits beyond these.
    stopifnot(part$abs.error < 1e-10)
    part$value
  }))
}
