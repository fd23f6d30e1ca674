/** The source of a table that the data themselves are, as those of reports say it. */
export const dataSource =
  "CQC local authority assessments (Open Government Licence v3.0). Analysis by Ninefold";
