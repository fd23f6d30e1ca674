import type { ChartOptions } from "../charts/chartOptions.js";

/** What every table is asked, besides the result that it shows. */
export type TableOptions = Pick<ChartOptions, "source" | "id">;

/** What an interval means here; it stands beside every one. */
export const intervalMeaning =
  "An interval describes a hypothetical repeat of the rating process, not sampling.";
