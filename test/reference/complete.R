# The formal assessments of the complete set, as `complete`; sourced by the other scripts.
library(jsonlite)
qs <- paste0("qs", 1:9)
assessments <- read.csv("data/assessments.csv", na.strings = "", fileEncoding = "UTF-8")
councils <- read.csv("data/councils.csv", na.strings = "", fileEncoding = "UTF-8")
descriptor <- fromJSON("data/datapackage.json")
formal <- assessments[assessments$kind == "formal" & assessments$status != "withdrawn", ]
formal$region <- councils$region[match(formal$gss_code, councils$gss_code)]
nine <- rowSums(formal[, qs])
percentages <- ceiling(100 * (9:36) / 36)
formal$sum <- ifelse(is.na(nine), (9:36)[match(formal$score_pct, percentages)], nine)
month <- substr(descriptor$completeTo, 1, 7)
complete <- formal[!is.na(formal$published) & ifelse(
  formal$published == month, formal$gss_code %in% descriptor$completeIncludes,
  formal$published <= descriptor$completeTo
), ]
stopifnot(nrow(complete) == 72, !anyNA(complete[, qs]))
