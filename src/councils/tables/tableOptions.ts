import type { ChartOptions } from "../charts/chartOptions.js";

/** What every table is asked, besides the result that it shows. */
export type TableOptions = Pick<ChartOptions, "source" | "id">;
