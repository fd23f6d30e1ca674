# Renders scripts/bench.Rmd once for each of the first N councils: Rscript scripts/bench.R N FOLDER
arguments <- commandArgs(trailingOnly = TRUE)
councils <- read.csv("data/councils.csv")$name
dir.create(arguments[2], recursive = TRUE, showWarnings = FALSE)
for (i in seq_len(as.integer(arguments[1]))) {
  rmarkdown::render(
    "scripts/bench.Rmd",
    params = list(council = councils[i]),
    output_file = sprintf("council-%d.html", i),
    output_dir = arguments[2],
    intermediates_dir = file.path(arguments[2], "work"),
    quiet = TRUE
  )
}
unlink(file.path(arguments[2], "work"), recursive = TRUE)
