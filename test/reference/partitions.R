# How much every grouping of nine statements into groups of 3, 2, 2 and 2 keeps: a histogram in
# steps of half a percentage point. Run from the repository, after scores.R:
# Rscript test/reference/partitions.R
library(jsonlite)
sets <- fromJSON("test/reference/scores.json")
# All groupings by the labels of nine items; those that differ in the order of groups count once.
labels <- as.matrix(expand.grid(rep(list(1:4), 9)))
sizes <- t(apply(labels, 1, tabulate, 4))
labels <- labels[sizes[, 1] == 3 & sizes[, 2] == 2 & sizes[, 3] == 2 & sizes[, 4] == 2, ]
# The first item of group 2 comes before that of 3, and that before that of 4.
first <- t(apply(labels, 1, match, x = 1:4))
labels <- labels[first[, 2] < first[, 3] & first[, 3] < first[, 4], ]
stopifnot(nrow(labels) == 1260)
# Of the item-centred scores, the share that lies between groups of a council (means), and between
# theme words within each group of items (words).
shares <- function(x, label) {
  centred <- scale(x, scale = FALSE)
  kept <- sapply(1:4, function(g) {
    own <- which(label == g)
    m <- rowMeans(centred[, own])
    word <- floor(rowMeans(x[, own]) + 0.5)
    c(means = length(own) * sum(m^2), words = length(own) * sum(ave(m, word)^2))
  })
  rowSums(kept) / sum(centred^2)
}
histogram <- function(share) {
  bin <- floor(share / 0.005 + 1e-9)
  list(first = min(bin), n = tabulate(bin - min(bin) + 1))
}
out <- lapply(sets, function(s) {
  all <- apply(labels, 1, shares, x = s$scores)
  list(means = histogram(all["means", ]), words = histogram(all["words", ]))
})
write_json(out, "test/reference/partitions.json", digits = NA, auto_unbox = TRUE)
