import type { Check } from "../claims/checks.js";
import { toTable, type Table } from "../../engine/report/block.js";
import { percent, percentInterval } from "../../engine/report/format.js";
import { intervalCells, intervalColumns } from "./intervalColumns.js";
import type { TableOptions } from "./tableOptions.js";
import { intervalMeaning } from "../findings/intervalMeaning.js";

function withInterval(value: number | null, interval: readonly [number, number] | null) {
  if (value === null) return null;
  return interval === null ? percent(value) : `${percent(value)} (${percentInterval(interval)})`;
}

const cells = (key: string, value: number | null, interval: readonly [number, number] | null) =>
  intervalCells(key, withInterval(value, interval), value, interval);

/** The main figures on each set of reports, and with each doubtful row taken another way. */
export function checksTable(
  checks: readonly Check[],
  { source, id = "checks" }: TableOptions,
): Table {
  return toTable({
    unit: "assessment",
    id,
    caption: "The main figures on each set of reports, and with doubtful rows taken another way",
    scope:
      "Complete set: reports published by the date to which the data are complete. All known: " +
      "every report whose sum is known; pairs and variation use those with nine known scores. " +
      "Near: one point on one statement away. Reversed pairs: of a Requires improvement and a Good " +
      "council, those in which the first scores higher on a statement. In brackets 95% intervals. " +
      intervalMeaning,
    source,
    n: Math.max(0, ...checks.map(({ figures }) => figures.margins.n)),
    data: {
      columns: [
        { key: "data", label: "Data" },
        { key: "n", label: "Councils" },
        { key: "lose", label: "Near a lower rating" },
        { key: "gain", label: "Near a higher rating" },
        ...intervalColumns("reversal", "Reversed pairs", "Reversed pairs, share 0 to 1"),
        ...intervalColumns(
          "word",
          "Variation the rating carries",
          "Variation the rating carries, share 0 to 1",
        ),
      ],
      rows: checks.map(({ words, figures: { margins, pairs, variance } }) => ({
        data: words,
        n: margins.n,
        ...margins.onePoint,
        ...cells("reversal", pairs.reversal.estimate, pairs.reversal.interval),
        ...cells("word", variance.rating, variance.intervals.rating),
      })),
    },
  });
}
