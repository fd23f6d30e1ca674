import { date, list } from "../../engine/report/format.js";
import type { CouncilStanding } from "../analysis/councilStanding.js";
import { publicationOf } from "../data/publicationOf.js";
import { isSurelyWithdrawn } from "../data/publicRating.js";
import { noCouncil } from "./noCouncil.js";
import type { Finding } from "./finding.js";

const onDate = (iso: string | null) =>
  iso === null ? "" : ` ${iso.length > 7 ? "on" : "in"} ${date(iso)}`;

/** Who says that a report was withdrawn, where CQC's own word is not known. */
function saidBy(assessments: CouncilStanding["assessments"]): string {
  const sources = assessments.flatMap(({ status, sourceUrl }) =>
    status === "withdrawn" ? [publicationOf(sourceUrl)] : [],
  );
  const names = [...new Set(sources)];
  return `${list(names)} ${names.length === 1 ? "reports" : "report"}`;
}

/** What may be said of a council's rating: nothing that is not confirmed, and nothing that was withdrawn. */
export function councilRating({
  council,
  standing,
  assessment,
  assessments,
}: CouncilStanding): Finding {
  const { name, gssCode } = council;
  if (gssCode === "") return noCouncil();
  if (standing === "withdrawn")
    return {
      headline: isSurelyWithdrawn(assessments)
        ? `CQC withdrew its report on ${name}`
        : `${saidBy(assessments)} that CQC withdrew its report on ${name}`,
      detail: "So its rating is not shown here. A later report is not known.",
    };
  if (assessment === null)
    return {
      headline: `These data hold no report on ${name}`,
      detail: "CQC may have published one that they lack.",
    };
  const { rating, published, status } = assessment;
  if (standing === "indicative")
    return {
      headline: `${name} was a pilot${rating === null ? "" : `, with an indicative rating of ${rating}`}`,
      detail: `CQC published it${onDate(published)}. An indicative rating is a trial, and no formal assessment is known here.`,
    };
  if (standing === "lowConfidence")
    return {
      headline: `CQC's rating of ${name} is not confirmed`,
      detail:
        "What was found of it is too weak a source, so it is not shown here. It will be once somebody has read it on CQC's own page.",
    };
  if (rating === null)
    return {
      headline: `CQC's rating of ${name} is not known here`,
      detail: `CQC published a report${onDate(published)}.`,
    };
  return {
    headline: `CQC rated ${name} ${rating}`,
    detail:
      published === null && status !== "revised"
        ? "When it published the report is not known here."
        : `It published the report${onDate(published)}${status === "revised" ? " and revised it later" : ""}.`,
  };
}
