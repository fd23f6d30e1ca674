# Councils through two rounds: changes, and what regression to the mean alone would give.
# Writes trajectory.json beside it: Rscript test/reference/trajectory.R
library(jsonlite)
d <- read.csv("test/cases/data/passes-second-round/assessments.csv", na.strings = "")
d <- d[d$status != "withdrawn", ]
qs <- paste0("qs", 1:9)
d$sum <- rowSums(d[, qs])
d <- d[order(d$published), ]
first <- d[!duplicated(d$gss_code), ]
later <- d[duplicated(d$gss_code), ]
before <- first[match(later$gss_code, first$gss_code), ]
change <- later$sum - before$sum
levels <- c("Inadequate", "Requires improvement", "Good", "Outstanding")
word <- match(later$rating, levels) - match(before$rating, levels)
directions <- function(x) list(up = sum(x > 0), same = sum(x == 0), down = sum(x < 0))
alpha <- 9 / 8 * (1 - sum(apply(first[, qs], 2, var)) / var(first$sum))
writeLines(toJSON(list(
  n = nrow(later),
  sums = directions(change), words = directions(word), meanChange = mean(change),
  reliability = alpha, meanOfAll = mean(first$sum), meanOfReassessed = mean(before$sum),
  expected = (1 - alpha) * (mean(first$sum) - mean(before$sum)),
  t = as.numeric(t.test(change)$conf.int)
), auto_unbox = TRUE, digits = I(17)), "test/reference/trajectory.json")
