import type { Words } from "../analysis/words.js";
import { ratingsOf } from "../../ratings/scheme.js";
import { toTable, type Table } from "../../engine/report/block.js";
import { count, percentBounds } from "../../engine/report/format.js";
import { are } from "../findings/wording.js";
import type { TableOptions } from "./tableOptions.js";

const down = (share: number) => percentBounds([share, 1])[0];
const up = (share: number) => percentBounds([0, share])[1];

/**
 * Councils by confirmed rating, and how low and high each rating's share of all councils can be. How
 * many hold a rating with those that are not confirmed is not told: beside the count without them it
 * would tell what single councils are said to be rated.
 */
export function wordsTable(result: Words, { source, id = "words" }: TableOptions): Table {
  const { n, unknown, countsWithoutLow, uncertain, bounds } = result;
  const unconfirmed = uncertain - unknown;
  return toTable({
    unit: "assessment",
    id,
    caption: "Councils by confirmed rating",
    scope:
      `Each council's latest formal assessment that is not withdrawn, ${count(n, "council")}` +
      `${unconfirmed === 0 ? "" : `; ${unconfirmed} of their ratings ${are(unconfirmed)} not confirmed and in no row`}. ` +
      `Pilots are left out, as their ratings were indicative. The possible shares are bounds, not ` +
      `an interval, the lower rounded down and the higher up: they hold whatever the ratings are of ` +
      `the ${count(uncertain, "council")} whose rating is not known or not confirmed.`,
    source,
    n,
    data: {
      columns: [
        { key: "rating", label: "Rating" },
        { key: "confirmed", label: "Councils, confirmed ratings" },
        { key: "low", label: "Lowest possible share of all councils", format: down },
        { key: "high", label: "Highest possible share of all councils", format: up },
      ],
      rows: [...ratingsOf(result.scheme)].reverse().map((rating) => ({
        rating,
        confirmed: countsWithoutLow[rating],
        low: bounds[rating].low,
        high: bounds[rating].high,
      })),
    },
  });
}
