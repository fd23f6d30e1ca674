# Upper tails of the normal and the chi-square distribution down to 1e-300, and the asymptotic tests
# that end in them on groups so unlike that 1 less the distribution function is 0.
# Run from the repository: Rscript test/reference/upperTails.R
suppressMessages(library(coin))
library(jsonlite)
z <- c(-3, 0, .1, 1, 1.7, 1.75, 2, 5, 8, 8.3, 10, 20, 30, 37)
chi <- expand.grid(x = c(0, .5, 3, 8, 9.9, 10.1, 40, 80, 300, 700, 1300), degrees = c(1, 2, 3, 8, 20))
x <- rep(1:60, each = 5)
y <- x + rep(c(0, 2, -1, 1, 0), 60)
groups <- list(1:150, 101:250, 301:450)
test <- suppressWarnings(cor.test(x, y, method = "kendall", exact = FALSE))
trend <- suppressWarnings(cor.test(rep(1:3, each = 150), unlist(groups), method = "kendall", exact = FALSE))
events <- c(2, 80, 190)
totals <- c(200, 200, 200)
d <- data.frame(v = c(groups[[1]], groups[[3]]), g = factor(rep(c("x", "y"), each = 150)))
rank <- as.numeric(statistic(wilcox_test(v ~ g, d)))
armitage <- prop.trend.test(events, totals, 0:2)
kruskal <- kruskal.test(groups)
write_json(list(
  normal = data.frame(z = z, p = pnorm(z, lower.tail = FALSE)),
  chiSquare = cbind(chi, p = pchisq(chi$x, chi$degrees, lower.tail = FALSE)),
  kendall = list(x = x, y = y, p = 2 * pnorm(-abs(test$statistic[[1]]))),
  groups = groups,
  jonckheereP = 2 * pnorm(-abs(trend$statistic[[1]])),
  kruskalP = pchisq(kruskal$statistic[[1]], 2, lower.tail = FALSE),
  rankSumP = 2 * pnorm(-abs(rank)),
  armitage = list(events = events, totals = totals, p = pchisq(armitage$statistic[[1]], 1, lower.tail = FALSE))
), "test/reference/upperTails.json", digits = I(17), auto_unbox = TRUE)
