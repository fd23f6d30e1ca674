# The chance that a mean with Dirichlet weights reaches a cut, by nested numerical integration of
# the beta distribution. Writes dirichlet.json beside it: Rscript test/reference/dirichlet.R
library(jsonlite)
source("test/reference/reaches.R")
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
