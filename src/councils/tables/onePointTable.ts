import { ratingRank, ratingsOf } from "../../ratings/scheme.js";
import { toTable, type Table } from "../../engine/report/block.js";
import type { Margins } from "../analysis/margins.js";
import { eitherOf } from "../data/disputedScores.js";
import { scopeWords } from "./scopeWords.js";
import { councilColumn, type NamingOptions } from "./councilColumn.js";

/** The councils that one point on one statement would give another rating, by name. */
export function onePointTable(
  { scheme, set, n, leftOut, councils }: Margins,
  { source, dataset, id = "one-point" }: NamingOptions,
): Table {
  const ratings = ratingsOf(scheme);
  const rows = councils
    .flatMap(({ council, rating, sum, other, toLower, toHigher }) => {
      const to = (step: number) => ({
        council,
        total: eitherOf(sum, other.sum),
        rating,
        to: ratings[ratingRank(scheme, rating) + step],
        points: step < 0 ? "one lower" : "one higher",
      });
      return [...(toLower === 1 ? [to(-1)] : []), ...(toHigher === 1 ? [to(1)] : [])];
    })
    .sort((a, b) => a.council.localeCompare(b.council, "en"));
  return toTable({
    unit: "assessment",
    id,
    caption: "Councils one point on one statement from another rating",
    scope: `${scopeWords(set, n, leftOut)} By name. This is arithmetic on published scores, and does not say that any is wrong.`,
    source,
    n,
    data: {
      columns: [
        councilColumn(dataset),
        { key: "total", label: "Total (points)" },
        { key: "rating", label: "Rating that the total gives" },
        { key: "points", label: "One statement, one point" },
        { key: "to", label: "Rating that this would give" },
      ],
      rows,
    },
  });
}
