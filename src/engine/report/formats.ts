/** Every form that a report can take; the first three where nothing else is asked for. */
export const formats = ["html", "pdf", "csv", "svg", "png"] as const;

/**
 * `csv` stands for the data: the CSV files and the Vega-Lite specifications; `svg` and `png` for
 * pictures of figures.
 */
export type Format = (typeof formats)[number];

export const usualFormats: readonly Format[] = ["html", "pdf", "csv"];

/** The pictures of figures. */
export const pictureFormats: readonly Format[] = ["svg", "png"];
