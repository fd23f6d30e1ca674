# Counts, means and spreads that both kinds of data frame must give, straight from the files.
# Writes frames.json beside it: Rscript test/reference/frames.R
library(jsonlite)
assessments <- read.csv("data/assessments.csv", na.strings = "", fileEncoding = "UTF-8")
councils <- read.csv("data/councils.csv", na.strings = "", fileEncoding = "UTF-8")
qs <- paste0("qs", 1:9)
percentages <- ceiling(100 * (9:36) / 36)
nine <- rowSums(assessments[, qs])
assessments$sum <- ifelse(is.na(nine), (9:36)[match(assessments$score_pct, percentages)], nine)
assessments$region <- councils$region[match(assessments$gss_code, councils$gss_code)]
describe <- function(x) {
  x <- x[!is.na(x)]
  list(n = length(x), mean = mean(x), sd = sd(x), min = min(x), median = median(x), max = max(x))
}
counts <- function(x) as.list(table(ifelse(is.na(x), "unknown", x)))
known <- assessments[!is.na(assessments$sum), ]
by <- function(name) {
  groups <- split(known$sum, ifelse(is.na(known[[name]]), "unknown", known[[name]]))
  lapply(groups, function(x) list(n = length(x), mean = mean(x), min = min(x), max = max(x)))
}
# The complete set: formal, not withdrawn, published by the day to which the data are complete, with
# nine scores. One report per council: the last.
descriptor <- fromJSON("data/datapackage.json")
day <- descriptor$completeTo
month <- substr(day, 1, 7)
inTime <- ifelse(
  assessments$published == month,
  assessments$gss_code %in% descriptor$completeIncludes,
  assessments$published <= day
)
complete <- assessments[
  assessments$kind == "formal" & assessments$status != "withdrawn" & !is.na(inTime) & inTime &
    !is.na(nine),
]
stopifnot(!any(duplicated(complete$gss_code)))
complete$type <- councils$type[match(complete$gss_code, councils$gss_code)]
complete$word <- cut(complete$sum, c(8, 13, 22, 31, 36),
  c("Inadequate", "Requires improvement", "Good", "Outstanding"))
spreads <- function(name) lapply(split(complete$sum, as.character(complete[[name]])), function(x)
  list(n = length(x), mean = mean(x), min = min(x), median = median(x), max = max(x)))
writeLines(toJSON(list(
  complete = list(
    n = nrow(complete),
    byWord = spreads("word"),
    byRegion = spreads("region"),
    byType = spreads("type"),
    below3 = lapply(setNames(qs, qs), function(q) sum(complete[[q]] < 3)),
    means = lapply(setNames(qs, qs), function(q) mean(complete[[q]]))
  ),
  rows = nrow(assessments),
  rating = counts(assessments$rating),
  region = counts(assessments$region),
  kind = counts(assessments$kind),
  sum = describe(assessments$sum),
  statements = lapply(setNames(qs, qs), function(q) c(
    describe(assessments[[q]]),
    list(atMost2 = sum(assessments[[q]] <= 2, na.rm = TRUE))
  )),
  sumByRating = by("rating"),
  sumByRegion = by("region")
), auto_unbox = TRUE, digits = 12, pretty = TRUE), "test/reference/frames.json")
