import type { Revisions } from "../analysis/revisions.js";
import { toTable, type Table } from "../../engine/report/block.js";
import { count } from "../../engine/report/format.js";
import { dateWords } from "../findings/dateWords.js";
import { publicationOf } from "../data/publicationOf.js";
import { reportedWithdrawn } from "../data/publicRating.js";
import { fieldWords } from "../findings/fieldWords.js";
import type { TableOptions } from "./tableOptions.js";

const reasons = {
  revision: "Revised by CQC",
  withdrawal: "Withdrawn by CQC",
  correction: "Corrected in these data",
} as const;

/**
 * What has changed in the assessments since first publication, with both values. A word, percentage
 * or score is not stated where the row is of low confidence or the report was withdrawn: it is no
 * fact about the council.
 */
export function revisionsTable(
  { changes, schemes }: Revisions,
  { source, id = "revisions" }: TableOptions,
): Table {
  const schemeOf = (of: string) => schemes.find((scheme) => scheme.id === of);
  const assessments = new Set(changes.map(({ assessment }) => assessment));
  return toTable({
    unit: "assessment",
    id,
    caption: "What has changed in the assessments since first publication",
    scope:
      `${count(changes.length, "change")} in ${count(assessments.size, "assessment")}, as far as is ` +
      "known. A change that was not found may have happened. Not stated: a value of low " +
      "confidence, or of a withdrawn report, which is no fact about a council.",
    source,
    n: assessments.size,
    data: {
      columns: [
        { key: "council", label: "Council" },
        { key: "field", label: "What changed" },
        { key: "old", label: "Before" },
        { key: "new", label: "After" },
        { key: "reason", label: "Why", isOnlyOnPage: true },
        { key: "why", label: "Why", isOnlyInCsv: true },
        { key: "date", label: "When", isDate: true, isOnlyInCsv: true },
        { key: "source", label: "Source", isAddress: true, addressName: publicationOf },
      ],
      rows: changes.map(({ revision, assessment: { confidence, status, scheme } }) => {
        const isValue = !["status", "published"].includes(revision.field);
        const isFact = !isValue || (confidence !== "low" && status !== "withdrawn");
        const shown = (value: string | null) =>
          isFact ? (revision.field === "published" ? dateWords(value) : value) : "not stated";
        const when = dateWords(revision.date);
        const doubt = isValue && confidence === "low" ? ", low confidence" : "";
        const why =
          revision.reason === "withdrawal" && confidence === "low"
            ? reportedWithdrawn
            : reasons[revision.reason];
        return {
          council: revision.council,
          field: `${fieldWords(revision.field, schemeOf(scheme))}${doubt}`,
          old: shown(revision.old),
          new: shown(revision.new),
          reason: `${why}, ${when ?? "date not known"}`,
          why,
          date: revision.date,
          source: revision.sourceUrl,
        };
      }),
    },
  });
}
