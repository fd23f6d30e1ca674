# Heaping at a threshold: Frandsen's bound, the exact three-cell test, the log-concave fit by
# quadratic programming and the Poisson log-polynomial, for the complete set and for made-up counts.
# Writes heaping.json beside it: Rscript test/reference/heaping.R
source("test/reference/complete.R")
library(quadprog)

counts <- function(sums) as.integer(table(factor(sums, levels = 9:36)))
complete72 <- counts(complete$sum)
known <- counts(formal$sum[!is.na(formal$sum)])

frandsen <- function(a, b, c, k) {
  pbinom(b - 1, a + b + c, (1 + k) / (3 + k), lower.tail = FALSE)
}
threeCell <- function(a, b, c) {
  n <- a + b + c
  t <- b + 2 * c
  all <- expand.grid(b = 0:n, c = 0:n)
  all <- all[all$b + 2 * all$c == t & all$b + all$c <= n, ]
  w <- -lfactorial(n - all$b - all$c) - lfactorial(all$b) - lfactorial(all$c)
  # Relative to the likeliest: of 1,750 values, the others' weights are beyond the range of numbers.
  w <- exp(w - max(w))
  sum(w[all$b >= b]) / sum(w)
}
cells <- list(c(4, 16, 10), c(7, 16, 11), c(0, 0, 0), c(3, 0, 1), c(5, 1, 0), c(0, 9, 0), c(20, 55, 31),
  c(900, 0, 900), c(0, 1800, 0), c(610, 580, 600), c(500, 800, 500))

# Minimises -sum(w phi) + sum(exp(phi)) over concave phi by sequential quadratic programming.
logConcave <- function(counts) {
  held <- range(which(counts > 0))
  w <- counts[held[1]:held[2]] / sum(counts)
  m <- length(w)
  phi <- rep(-log(m), m)
  if (m > 2) {
    bends <- sapply(2:(m - 1), function(j) replace(numeric(m), (j - 1):(j + 1), c(-1, 2, -1)))
    value <- function(phi) sum(exp(phi)) - sum(w * phi)
    for (i in 1:500) {
      e <- exp(phi)
      d <- solve.QP(diag(e), w - e, bends, -crossprod(bends, phi))$solution
      size <- 1
      while (size > 1e-12 && value(phi + size * d) > value(phi) + 1e-15) size <- size / 2
      phi <- phi + size * d
      if (max(abs(size * d)) < 1e-13) break
    }
    p <- exp(phi)
  } else {
    p <- w
  }
  stopifnot(abs(sum(p) - 1) < 1e-9)
  replace(numeric(length(counts)), held[1]:held[2], p)
}
# The bootstrap of (n23 - E23) - (n22 - E22), each draw fitted anew.
logConcaveP <- function(counts, draws) {
  excess <- function(x) diff((x - sum(x) * logConcave(x))[14:15])
  observed <- excess(counts)
  drawn <- rmultinom(draws, sum(counts), logConcave(counts))
  list(statistic = observed, p = (1 + sum(apply(drawn, 2, excess) >= observed)) / (draws + 1))
}
set.seed(1)
bootstrapped <- lapply(list(complete72, known), logConcaveP, 1999)
madeUp <- list(
  c(2, 0, 0, 5, 1, 8, 0, 3), c(1, 4, 9, 4, 1), c(0, 3, 0, 3, 0), c(5, 1, 1, 1, 5), c(0, 7, 0),
  c(0, 2, 6, 0), c(9, 7, 8, 2, 3, 1, 0, 1)
)

logPolynomial <- function(counts, from, to, degree) {
  s <- from:to
  d <- data.frame(y = counts[s - 8], x = (s - mean(s)) / ((to - from) / 2))
  fit <- glm(y ~ poly(x, degree, raw = TRUE), poisson, d[!s %in% c(22, 23), ],
    control = glm.control(epsilon = 1e-14, maxit = 100)
  )
  as.numeric(predict(fit, d[s %in% c(22, 23), ], type = "response"))
}
windows <- list(c(18, 29), c(17, 30), c(19, 28), c(20, 27))

writeLines(toJSON(list(
  cells = lapply(cells, function(x) list(
    cells = x,
    frandsen = sapply(c(0, .05, .07, .1, .2), function(k) frandsen(x[1], x[2], x[3], k)),
    threeCell = threeCell(x[1], x[2], x[3])
  )),
  logConcave = lapply(c(list(complete72, known), madeUp), function(x) {
    list(counts = x, fit = logConcave(x))
  }),
  logConcaveP = bootstrapped,
  logPolynomial = unlist(lapply(list(complete72, known), function(x) {
    unlist(lapply(windows, function(w) lapply(1:3, function(degree) list(
      counts = x[w[1]:w[2] - 8], dummied = c(22, 23) - w[1], degree = degree,
      expected = logPolynomial(x, w[1], w[2], degree)
    ))), recursive = FALSE)
  }), recursive = FALSE)
), auto_unbox = TRUE, digits = I(17)), "test/reference/heaping.json")
