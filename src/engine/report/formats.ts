/** Every form that a report can take. */
export const formats = ["html", "pdf", "csv", "xlsx", "ods", "svg", "png"] as const;

/**
 * `csv` stands for the data: the CSV files and the Vega-Lite specifications; `svg` and `png` for
 * pictures of figures; `sheets` for its sheets of a workbook as JSON, for who puts several together.
 */
export type Format = (typeof formats)[number] | "sheets";

/** Where nothing else is asked for. */
export const usualFormats: readonly Format[] = ["html", "pdf", "csv"];

/** The pictures of figures. */
export const pictureFormats: readonly Format[] = ["svg", "png"];
