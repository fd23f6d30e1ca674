import { toTable, type Table } from "../../engine/report/block.js";
import { levelsInWords } from "../findings/levelsInWords.js";
import type { Scheme } from "../../ratings/scheme.js";
import type { TableOptions } from "./tableOptions.js";

/** A form to fill in on paper: a council's own score on each statement, and how sure it is. */
export function selfAssessmentForm(scheme: Scheme, { source, id = "form" }: TableOptions): Table {
  return toTable({
    id,
    unit: "statement",
    isForm: true,
    caption: "A form to fill in: your own scores",
    scope: `Write a score on each statement, or a range where you are unsure. ${levelsInWords(scheme)}`,
    source,
    n: scheme.parts.length,
    data: {
      columns: [
        { key: "statement", label: "Statement" },
        { key: "lowest", label: "Lowest score" },
        { key: "highest", label: "Highest score" },
        { key: "why", label: "What it rests on" },
      ],
      rows: scheme.parts.map(({ name }) => ({
        statement: name,
        lowest: "",
        highest: "",
        why: "",
      })),
    },
  });
}
