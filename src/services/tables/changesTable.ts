import type { TableOptions } from "../../councils/tables/tableOptions.js";
import { toTable, type Table } from "../../engine/report/block.js";
import { date, number } from "../../engine/report/format.js";
import type { ServiceChanges } from "../analysis/serviceChanges.js";

/** Services that were rated anew, by the rating before and after: counts alone. */
export function changesTable(
  { scheme, first, last, steps, table, up, down, same }: ServiceChanges,
  { source, id = "service-changes" }: TableOptions,
): Table {
  return toTable({
    id,
    caption: "New ratings, by the rating before and after",
    scope: `From ${date(first)} to ${date(last)}, in ${steps} ${steps === 1 ? "step" : "steps"} from one month to the next that was read. Rows are the rating before, columns the one after.`,
    source,
    n: up + down + same,
    unit: "rating",
    data: {
      columns: [
        { key: "before", label: "Before" },
        ...scheme.levels.map(({ name }, i) => ({ key: `to${i}`, label: name, format: number })),
      ],
      rows: table
        .map((row, i) => ({
          before: scheme.levels[i].name,
          ...Object.fromEntries(row.map((count, to) => [`to${to}`, count])),
        }))
        .reverse(),
    },
  });
}
