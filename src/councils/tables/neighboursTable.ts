import { toTable, type Table } from "../../engine/report/block.js";
import type { Council } from "../data/dataset.js";
import type { TableOptions } from "./tableOptions.js";

/** The councils most like one by place, the nearest first; their scores have no part in it. */
export function neighboursTable(
  { name }: Pick<Council, "name">,
  neighbours: readonly Council[],
  { source, id = "neighbours" }: TableOptions,
): Table {
  return toTable({
    unit: "council",
    id,
    caption: `Councils whose people are most like those of ${name}`,
    scope:
      "Statistical neighbours, the nearest first. They were made for children's services. Scores and ratings have no part in the choice.",
    source,
    n: neighbours.length,
    data: {
      columns: [
        { key: "council", label: "Council" },
        { key: "region", label: "Region" },
        { key: "type", label: "Type" },
      ],
      rows: neighbours.map((one) => ({ council: one.name, region: one.region, type: one.type })),
    },
  });
}
