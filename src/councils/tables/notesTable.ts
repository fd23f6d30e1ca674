import type { Selection } from "../analysis/select.js";
import { toTable, type Table } from "../../engine/report/block.js";
import { count } from "../../engine/report/format.js";
import type { TableOptions } from "./tableOptions.js";

/** What the data note on single assessments: sources that disagree, scores read from words. */
export function notesTable(selection: Selection, { source, id = "notes" }: TableOptions): Table {
  const noted = selection.assessments.filter(({ note }) => note !== null);
  return toTable({
    unit: "assessment",
    id,
    caption: "Notes on single assessments used here",
    scope: `${count(noted.length, "assessment")} of ${selection.n} with a note in the data.`,
    source,
    n: noted.length,
    data: {
      columns: [
        { key: "council", label: "Council" },
        { key: "confidence", label: "Confidence" },
        { key: "note", label: "Note" },
      ],
      rows: noted.map(({ council, confidence, note }) => ({ council, confidence, note })),
    },
  });
}
