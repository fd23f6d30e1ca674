import type { Intervention } from "../analysis/intervention.js";
import { toTable, type Table } from "../../engine/report/block.js";
import type { TableOptions } from "./tableOptions.js";
import { scopeWords } from "./scopeWords.js";

/** Councils by word, by whether any statement is scored 1, and by what was found of a notification. */
export function notifiedTable(
  { set, n, leftOut, table }: Pick<Intervention, "set" | "n" | "leftOut" | "table">,
  { source, id = "notified" }: TableOptions,
): Table {
  return toTable({
    unit: "assessment",
    id,
    caption: "Word, score of 1 and notification, councils counted",
    scope: `${scopeWords(set, n, leftOut)} The word is the one that the nine scores carry. A notification that was not found may have been given: not found is not no.`,
    source,
    n,
    data: {
      columns: [
        { key: "rating", label: "Word" },
        { key: "any", label: "Any statement scored 1" },
        { key: "councils", label: "Councils" },
        { key: "notified", label: "Notification found" },
        { key: "flagged", label: "Flagged to the Government, notification not found" },
        { key: "notFound", label: "Neither found" },
      ],
      rows: table.map((row) => ({
        rating: row.rating,
        any: row.anyScoreOf1 ? "Yes" : "No",
        councils: row.n,
        notified: row.notified,
        flagged: row.flagged,
        notFound: row.notFound,
      })),
    },
  });
}
