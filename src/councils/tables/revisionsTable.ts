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
  // Which values of a row changed that is not confirmed would tell what it says: it is told once.
  const isDoubted = ({ revision, assessment }: (typeof changes)[number]) =>
    assessment.confidence === "low" && !["status", "published"].includes(revision.field);
  const told = changes.filter(
    (one, i) =>
      !isDoubted(one) ||
      changes.findIndex((other) => isDoubted(other) && other.assessment === one.assessment) === i,
  );
  const assessments = new Set(changes.map(({ assessment }) => assessment));
  return toTable({
    unit: "assessment",
    id,
    caption: "What has changed in the assessments since first publication",
    scope:
      `${count(told.length, "change")} in ${count(assessments.size, "assessment")}, as far as is ` +
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
      rows: told.map(({ revision, assessment: { confidence, status, scheme } }) => {
        const isValue = !["status", "published"].includes(revision.field);
        const isFact = !isValue || (confidence !== "low" && status !== "withdrawn");
        const shown = (value: string | null) =>
          isFact ? (revision.field === "published" ? dateWords(value) : value) : "not stated";
        const when = dateWords(revision.date);
        const isDoubtful = isValue && confidence === "low";
        const why =
          confidence !== "low"
            ? reasons[revision.reason]
            : revision.reason === "withdrawal"
              ? reportedWithdrawn
              : revision.reason === "revision"
                ? "Reported revised"
                : reasons[revision.reason];
        return {
          council: revision.council,
          field: isDoubtful
            ? "The report, not confirmed"
            : fieldWords(revision.field, schemeOf(scheme)),
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
