import type { Assessment } from "../data/dataset.js";
import { toTable, type Table } from "../report/block.js";
import { count, date } from "../report/format.js";
import type { TableOptions } from "./tableOptions.js";

const statuses = {
  published: "as published",
  revised: "revised by CQC",
  withdrawn: "withdrawn by CQC: its word does not stand",
} as const;

function wordOf({ kind, rating, percentage, status, confidence }: Assessment): string {
  const doubt = [
    ...(kind === "pilot" ? ["indicative"] : []),
    ...(status === "withdrawn" ? ["withdrawn"] : []),
    ...(confidence === "low" ? ["not certain"] : []),
  ];
  const word = `${rating ?? "not known"}${rating !== null && doubt.length > 0 ? ` (${doubt.join(", ")})` : ""}`;
  return percentage === null ? word : `${word}, ${percentage}%`;
}

function scoresOf({ scores }: Assessment): string {
  if (scores.every((score) => score === null)) return "not known";
  return scores.map((score) => score ?? "?").join(" ");
}

/** Every row that the data hold of one council: what it says, how sure it is and where it was read. */
export function assessmentsTable(
  assessments: readonly Assessment[],
  { source, id = "assessments" }: TableOptions,
): Table {
  return toTable({
    id,
    caption: "What the data hold on this council",
    scope:
      `${count(assessments.length, "assessment")}. Scores are those on QS1 to QS9, in the order of CQC's statements; ` +
      "? is not known. Confidence is high where read on a CQC page or release or confirmed by a second " +
      "source, medium where from a copy of CQC's page, a council or the press, low where from one " +
      "source that may be wrong.",
    source,
    n: assessments.length,
    data: {
      columns: [
        { key: "assessment", label: "Assessment" },
        { key: "word", label: "Word" },
        { key: "scores", label: "Scores" },
        { key: "status", label: "Status" },
        { key: "confidence", label: "Confidence" },
        { key: "note", label: "Note" },
        { key: "source", label: "Read in" },
      ],
      rows: assessments.map((a) => ({
        assessment: `${a.kind === "pilot" ? "Pilot" : "Formal"}, ${a.published === null ? "date not known" : date(a.published)}`,
        word: wordOf(a),
        scores: scoresOf(a),
        status: statuses[a.status],
        confidence: a.confidence,
        note: a.note,
        source: `${a.sourceKind}: ${a.sourceUrl}`,
      })),
    },
  });
}
