import type { Margins } from "../analysis/margins.js";
import type { Pairs } from "../analysis/pairs.js";
import type { SetName } from "../analysis/select.js";
import type { Spread } from "../analysis/spread.js";
import type { Variance } from "../analysis/variance.js";
import { toTable, type Table } from "../report/block.js";
import { number, percent, percentInterval } from "../report/format.js";
import { intervalMeaning, type TableOptions } from "./tableOptions.js";

/** The main results on one set. */
export interface MainResults {
  readonly margins: Margins;
  readonly spread: Spread;
  readonly pairs: Pairs;
  readonly variance: Variance;
}

function withInterval(value: number | null, interval: readonly [number, number] | null) {
  if (value === null) return null;
  return interval === null ? percent(value) : `${percent(value)} (${percentInterval(interval)})`;
}

const figures: readonly (readonly [string, (results: MainResults) => string | null])[] = [
  ["Councils with nine scores", ({ margins }) => number(margins.n)],
  ["One point from a lower word", ({ margins }) => number(margins.onePoint.lose)],
  ["One point from a higher word", ({ margins }) => number(margins.onePoint.gain)],
  [
    "Sums that carry the same word, widest",
    ({ spread: { widest } }) => widest && `${widest.lowest} to ${widest.highest}, ${widest.rating}`,
  ],
  [
    "Pairs in which the lower word is higher on a statement (95% interval)",
    ({ pairs: { reversal } }) => withInterval(reversal.estimate, reversal.interval),
  ],
  [
    "Share of variation between words (95% interval)",
    ({ variance }) => withInterval(variance.rating, variance.intervals.rating),
  ],
];

/** The main figures on the complete set and on all known reports, side by side. */
export function setsTable(
  results: Readonly<Record<SetName, MainResults>>,
  { source, id = "sets" }: TableOptions,
): Table {
  return toTable({
    id,
    caption: "The main figures on each set of reports",
    scope:
      "Complete set: reports published by the date to which the data are complete. All known: " +
      "every report with nine known scores, which favours bad news and near misses. " +
      intervalMeaning,
    source,
    n: results.all.margins.n,
    data: {
      columns: [
        { key: "figure", label: "Figure" },
        { key: "complete", label: "Complete set" },
        { key: "all", label: "All known" },
      ],
      rows: figures.map(([figure, value]) => ({
        figure,
        complete: value(results.complete),
        all: value(results.all),
      })),
    },
  });
}
