import type { TableOptions } from "../../councils/tables/tableOptions.js";
import { toTable, type Table } from "../../engine/report/block.js";
import { number } from "../../engine/report/format.js";
import type { Scheme } from "../../ratings/scheme.js";
import type { BehindRating } from "../analysis/behindRating.js";

/** Services by rating and by how many of their parts are below good. */
export function patternsTable(
  scheme: Scheme,
  { n, ratings }: BehindRating,
  { source, scope, id = "service-patterns" }: TableOptions & { readonly scope: string },
): Table {
  return toTable({
    id,
    caption: "Parts below good behind each rating",
    scope: `${scope}. Services with all five parts rated, by how many of these are below good.`,
    source,
    n,
    unit: "service",
    data: {
      columns: [
        { key: "rating", label: "Rating" },
        { key: "n", label: "Services", format: number },
        ...scheme.parts.map((_, low) => ({
          key: `low${low}`,
          label: low === 0 ? "None" : `${low}`,
          format: number,
        })),
        { key: `low${scheme.parts.length}`, label: "All", format: number },
      ],
      rows: [...ratings].reverse().map((one) => ({
        rating: scheme.levels[one.rank].name,
        n: one.n,
        ...Object.fromEntries(one.byLowParts.map((count, low) => [`low${low}`, count])),
      })),
    },
  });
}
