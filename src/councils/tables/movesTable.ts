import { toTable, type Table } from "../../engine/report/block.js";
import type { OtherRuleResult } from "../../ratings/otherRule.js";
import type { TableOptions } from "./tableOptions.js";

/** Bodies by their rating and by the one that another rule gives: counts, no names. */
export function movesTable(
  { n, ratings, moves }: OtherRuleResult,
  {
    source,
    id = "moves",
    caption,
    unit,
  }: TableOptions & { readonly caption: string; readonly unit: string },
): Table {
  return toTable({
    id,
    caption,
    scope: "Rows are the published rating, columns the one that the other rule gives.",
    source,
    n,
    unit,
    data: {
      columns: [
        { key: "rating", label: "Published rating" },
        ...ratings.map((rating, i) => ({ key: `to${i}`, label: rating })),
      ],
      rows: moves
        .map((row, i) => ({
          rating: ratings[i],
          ...Object.fromEntries(row.map((count, to) => [`to${to}`, count])),
        }))
        .reverse(),
    },
  });
}
