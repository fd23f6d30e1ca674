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
    caption: "Rating, score of 1 and notification, councils counted",
    scope: `${scopeWords(set, n, leftOut)} The rating is the one that the nine scores give. A notification that was not found may have been given.`,
    source,
    n,
    data: {
      columns: [
        { key: "rating", label: "Rating" },
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
