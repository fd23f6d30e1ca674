import { date } from "../../engine/report/format.js";
import type { CouncilStanding } from "../analysis/councilStanding.js";
import { isSurelyWithdrawn } from "../data/publicRating.js";
import { noCouncil } from "./noCouncil.js";
import type { Finding } from "./finding.js";

const onDate = (iso: string | null) =>
  iso === null ? "" : ` ${iso.length > 7 ? "on" : "in"} ${date(iso)}`;

const where = "CQC lists its reports on its website.";

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
        : `CQC is reported to have withdrawn its report on ${name}`,
      detail: `So its rating is not shown here. A later report is not known. ${where}`,
    };
  if (assessment === null)
    return {
      headline: `No assessment of ${name} is known here`,
      detail: `These data may lack a report that CQC has published. ${where}`,
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
      detail: `Nobody has yet read it on CQC's own page for these data, so it is not shown. ${where}`,
    };
  if (rating === null)
    return {
      headline: `CQC's rating of ${name} is not known here`,
      detail: `CQC published a report${onDate(published)}. ${where}`,
    };
  return {
    headline: `CQC rated ${name} ${rating}`,
    detail:
      published === null && status !== "revised"
        ? "When it published the report is not known here."
        : `It published the report${onDate(published)}${status === "revised" ? " and revised it later" : ""}.`,
  };
}
