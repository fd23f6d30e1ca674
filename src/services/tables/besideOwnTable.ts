import type { TableOptions } from "../../councils/tables/tableOptions.js";
import { toTable, type Table } from "../../engine/report/block.js";
import { number, percent } from "../../engine/report/format.js";
import type { ServicesByCouncil } from "../analysis/servicesByCouncil.js";

/** Care services in the areas of councils with each rating of their own. */
export function besideOwnTable(
  { besideOwn, withOwn, of }: ServicesByCouncil,
  { source, id = "beside-own" }: TableOptions,
): Table {
  return toTable({
    id,
    caption: "Care services beside the council's own rating",
    scope: `${number(withOwn)} of ${number(of)} councils: those with a rating of their own and rated services here. The two ratings are of different work.`,
    source,
    n: withOwn,
    unit: "council",
    data: {
      columns: [
        { key: "rating", label: "The council's own rating" },
        { key: "councils", label: "Councils" },
        { key: "n", label: "Rated services", format: number },
        { key: "share", label: "Of these Good or better" },
      ],
      rows: [...besideOwn].reverse().map(({ rating, councils, n, good }) => ({
        rating,
        councils,
        n,
        share: n === 0 ? "none" : percent(good / n),
      })),
    },
  });
}
