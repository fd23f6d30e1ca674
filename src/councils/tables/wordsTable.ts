import type { Words } from "../analysis/words.js";
import { ratingsOf } from "../../ratings/scheme.js";
import { toTable, type Table } from "../../engine/report/block.js";
import { count, percentBounds } from "../../engine/report/format.js";
import type { TableOptions } from "./tableOptions.js";

const down = (share: number) => percentBounds([share, 1])[0];
const up = (share: number) => percentBounds([0, share])[1];

/** Councils by published rating, and how low and high each word's share of all councils can be. */
export function wordsTable(result: Words, { source, id = "words" }: TableOptions): Table {
  const { n, counts, countsWithoutLow, uncertain, bounds } = result;
  return toTable({
    unit: "assessment",
    id,
    caption: "Councils by published rating",
    scope:
      `Each council's latest formal assessment that is not withdrawn, ${count(n, "council")}. ` +
      `Pilots are left out, as their ratings were indicative. The possible shares are bounds, not ` +
      `an interval, the lower rounded down and the higher up: they hold whatever the ratings are of ` +
      `the ${count(uncertain, "council")} whose rating is not known or has low confidence.`,
    source,
    n,
    data: {
      columns: [
        { key: "rating", label: "Rating" },
        { key: "councils", label: "Councils" },
        { key: "sure", label: "Councils without low confidence" },
        { key: "low", label: "Lowest possible share of all councils", format: down },
        { key: "high", label: "Highest possible share of all councils", format: up },
      ],
      rows: [...ratingsOf(result.scheme)].reverse().map((rating) => ({
        rating,
        councils: counts[rating],
        sure: countsWithoutLow[rating],
        low: bounds[rating].low,
        high: bounds[rating].high,
      })),
    },
  });
}
