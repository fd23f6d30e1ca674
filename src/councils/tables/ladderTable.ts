import { besidesRatings, type ladder } from "../analysis/ladder.js";
import { toTable, type Table } from "../../engine/report/block.js";
import { list } from "../../engine/report/format.js";
import { dateWords } from "../findings/dateWords.js";
import type { TableOptions } from "./tableOptions.js";

/** The steps in the order in which they tend to come, for how many councils each was found, and when. */
export function ladderTable(
  { rungs }: Pick<ReturnType<typeof ladder>, "rungs">,
  { source, id = "ladder" }: TableOptions,
): Table {
  const { rungs: steps } = besidesRatings({ rungs });
  const councils = new Set(steps.flatMap(({ events }) => events.map(({ gssCode }) => gssCode)));
  return toTable({
    unit: "council",
    id,
    caption: "Steps in their usual order, and what was found",
    scope: "A step may have been taken and not reported.",
    source,
    n: councils.size,
    data: {
      columns: [
        { key: "step", label: "Step" },
        { key: "n", label: "Councils for which it was found" },
        { key: "dates", label: "Dates", isOnlyOnPage: true },
      ],
      rows: steps.map(({ name, n, events }) => ({
        step: name,
        n,
        dates:
          list([...new Set(events.map(({ date }) => dateWords(date) ?? "date not known"))]) || null,
      })),
    },
  });
}
