import type { Table } from "../../datapackage/readTable.js";
import type { DisputedScore } from "./dataset.js";
import type { AssessmentSpec } from "./toDataset.js";

type Values = Table["rows"][number]["values"];

/** Formal assessments with what disputed_scores.csv says of their scores. */
export function withDisputes(
  assessments: readonly AssessmentSpec[],
  rows: readonly Values[],
): AssessmentSpec[] {
  return assessments.map((assessment) => {
    const disputes = rows
      .filter(({ gss_code: code, scheme }) => {
        const isOf = code === assessment.gssCode && scheme === assessment.scheme;
        return isOf && assessment.kind === "formal";
      })
      .map((row): DisputedScore =>
        Object.freeze({
          statement: row.statement as string,
          other: row.score as DisputedScore["other"],
          sourceUrl: row.source_url as string,
        }),
      );
    return disputes.length === 0
      ? assessment
      : { ...assessment, disputes: Object.freeze(disputes) };
  });
}
