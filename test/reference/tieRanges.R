# Places from the highest sum that councils with one sum share, by rank's two ways with ties.
# Run from the repository, after scores.R: Rscript test/reference/tieRanges.R
library(jsonlite)
sets <- fromJSON("test/reference/scores.json")[c("complete", "all")]
out <- lapply(sets, function(s) {
  sums <- rowSums(s$scores)
  places <- data.frame(
    sum = sums,
    firstPlace = rank(-sums, ties.method = "min"),
    lastPlace = rank(-sums, ties.method = "max")
  )
  places$n <- as.integer(table(sums)[as.character(sums)])
  places <- unique(places)
  places[order(-places$sum), c("sum", "n", "firstPlace", "lastPlace")]
})
write_json(out, "test/reference/tieRanges.json", digits = NA)
