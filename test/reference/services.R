# What is behind the rating of CQC's care services, in the two samples of data/schemes, each service
# once: the rule, patterns, pairs and information. Run from the top of the repository.
parts <- c("safe", "effective", "caring", "responsive", "well.led")
words <- c("Inadequate", "Requires improvement", "Good", "Outstanding")
read <- function(name) read.csv(file.path("data/schemes", name), stringsAsFactors = FALSE)
both <- rbind(read("cqc-services.csv"), read("cqc-services.england-2025-08.csv"))
known <- both[both$word %in% words & apply(both[parts], 1, function(x) all(x %in% words)), ]
known <- known[!duplicated(known$code), ]
grades <- sapply(known[parts], match, words)
word <- match(known$word, words)

n_of <- function(level) rowSums(grades == level)
rule <- ifelse(n_of(1) >= 2, 1,
  ifelse(n_of(1) == 1 | n_of(2) >= 2, 2, ifelse(n_of(4) >= 2 & n_of(2) == 0, 4, 3)))

entropy <- function(x) { p <- table(x) / length(x); -sum(p * log(p)) }
low <- rowSums(grades < 3)
total <- rowSums(grades)
higher <- outer(word, word, "<")
# One part up by one level, then the rule: how many Requires improvement would be Good or better.
by_rule <- function(g) if (sum(g == 1) >= 2) 1 else if (sum(g == 1) == 1 || sum(g == 2) >= 2) 2 else
  if (sum(g == 4) >= 2 && !any(g == 2)) 4 else 3
weak <- grades[word == 2, ]
one_up <- function(g) by_rule(g) <= 2 && any(sapply(1:5, function(i) {
  if (g[i] == 4) FALSE else { h <- g; h[i] <- h[i] + 1; by_rule(h) > 2 }
}))
good <- word == 3

number <- function(x) format(x, digits = 15)
lines <- c(
  sprintf('  "n": %d', nrow(known)),
  sprintf('  "byRule": %d', sum(rule == word)),
  sprintf('  "good": %d', sum(good)),
  sprintf('  "goodInAll": %d', sum(good & apply(grades == 3, 1, all))),
  sprintf('  "goodWithOneLow": %d', sum(good & low == 1)),
  sprintf('  "ofTheseWellLed": %d', sum(good & low == 1 & grades[, "well.led"] < 3)),
  sprintf('  "weak": %d', sum(word == 2)),
  sprintf('  "weakGoodParts": %s', number(mean(5 - low[word == 2]))),
  sprintf('  "weakOneUp": %d', sum(apply(weak, 1, one_up))),
  sprintf('  "pairs": %d', sum(higher)),
  sprintf('  "reversed": %d', sum(higher & outer(total, total, ">"))),
  sprintf('  "kept": %s', number(entropy(word) / entropy(paste(word, apply(grades, 1, paste, collapse = "")))))
)
writeLines(c("{", paste(lines, collapse = ",\n"), "}"), "test/reference/services.json")
