# One factor by maximum likelihood where it is hard to fit: 60 simulated sets of scores, some with
# few rows and with items that hardly go together or go against each other. Beside each the scores
# it rests on, a row a unit. Run from the repository: Rscript test/reference/omega.R
library(jsonlite)
fit <- function(x) {
  r <- cor(x)
  # From 30 starts, as one alone may end at a point that is not the highest.
  m <- try(factanal(covmat = r, factors = 1, rotation = "none", n.obs = nrow(x),
    control = list(nstart = 30, opt = list(factr = 10, pgtol = 1e-12, maxit = 5000))), silent = TRUE)
  scores <- apply(x, 1, paste, collapse = "")
  if (inherits(m, "try-error")) return(list(scores = scores, error = TRUE))
  l <- m$loadings[, 1] * sign(sum(m$loadings))
  u <- m$uniquenesses
  sd <- apply(x, 2, sd)
  list(scores = scores, error = FALSE, criterion = m$criteria[["objective"]], lowestUniqueness = min(u), lowestLoading = min(l),
    omega = sum(l * sd)^2 / (sum(l * sd)^2 + sum(u * sd^2)))
}
sets <- list()
for (i in 1:60) {
  set.seed(i)
  n <- c(12, 30, 72)[i %% 3 + 1]
  loading <- c(.9, .5, .3, .15)[i %% 4 + 1]
  repeat {
    latent <- outer(rnorm(n), rep(c(1, 1, if (i %% 5 == 0) -1 else 1), 3)) * loading +
      matrix(rnorm(n * 9), n) * sqrt(1 - loading^2)
    x <- matrix(findInterval(latent, c(-1.8, -.2, 1.6)) + 1L, n)
    if (all(apply(x, 2, sd) > 0)) break
  }
  sets[[i]] <- fit(x)
}
# Two blocks of three items, .6 within and .2 between. Equal loadings of .6 are level by symmetry, and
# factanal ends there, but the curvatures of the discrepancy at them are not all above 0, and a direct
# search finds a lower one.
r <- matrix(.2, 6, 6)
r[1:3, 1:3] <- r[4:6, 4:6] <- .6
diag(r) <- 1
discrepancy <- function(p) {
  s <- outer(p[1:6], p[1:6]) + diag(p[7:12])
  log(det(s)) + sum(diag(solve(s, r)))
}
level <- c(rep(.6, 6), rep(.64, 6))
found <- optim(c(.8, .7, .7, .3, .3, .3, rep(.5, 6)), discrepancy, method = "L-BFGS-B",
  lower = c(rep(-1, 6), rep(.01, 6)), control = list(factr = 1, maxit = 5000))
saddle <- list(correlations = r, level = discrepancy(level), found = found$value,
  lowestCurvature = min(eigen(numDeriv::hessian(discrepancy, level), TRUE, TRUE)$values))
stopifnot(max(abs(numDeriv::grad(discrepancy, level))) < 1e-8)
write_json(list(sets = sets, saddle = saddle), "test/reference/omega.json", digits = NA, auto_unbox = TRUE)
