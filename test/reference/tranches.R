# The first tranche of councils against later ones: sums, words and statements.
# Writes tranches.json beside it: Rscript test/reference/tranches.R
suppressMessages(library(coin))
source("test/reference/complete.R")

compare <- function(x, y) {
  x <- x[!is.na(x)]
  y <- y[!is.na(y)]
  d <- data.frame(v = c(x, y), g = factor(rep(c("x", "y"), c(length(x), length(y)))))
  list(
    A = mean(outer(x, y, ">") + outer(x, y, "==") / 2),
    p = as.numeric(pvalue(wilcox_test(v ~ g, d, distribution = "exact")))
  )
}
tranches <- function(d) {
  d <- d[!is.na(d$published), ]
  first <- substr(d$published, 1, 7) <= "2025-01"
  group <- function(d) list(
    n = nrow(d), withSum = sum(!is.na(d$sum)), meanSum = mean(d$sum, na.rm = TRUE)
  )
  statements <- lapply(qs, function(q) compare(d[first, q], d[!first, q]))
  list(
    first = group(d[first, ]), later = group(d[!first, ]),
    sums = compare(d$sum[first], d$sum[!first]),
    wordsP = fisher.test(table(first, d$rating), workspace = 2e7)$p.value,
    statements = statements,
    holm = p.adjust(sapply(statements, `[[`, "p"), "holm")
  )
}
writeLines(toJSON(
  list(complete = tranches(complete), all = tranches(formal)),
  auto_unbox = TRUE, digits = I(17)
), "test/reference/tranches.json")
