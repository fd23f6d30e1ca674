import { count, date, list } from "../../engine/report/format.js";
import type { Dataset } from "../data/dataset.js";
import { nothing, type Finding } from "./finding.js";
import { are } from "./wording.js";

/** Which reports of the month in which the complete set ends are counted in it, where no day is known. */
export function datedByMonth({
  completeTo,
  assessments,
}: Pick<Dataset, "completeTo" | "assessments">): Finding {
  const month = completeTo.slice(0, 7);
  const dated = assessments.filter(
    ({ kind, status, confidence, published }) =>
      kind === "formal" && status !== "withdrawn" && confidence !== "low" && published === month,
  );
  if (dated.length === 0 || month === completeTo)
    return nothing(
      "Every report of the last month is dated to its day",
      "reports that may be of either set",
    );
  const named = (isInside: boolean) =>
    dated.filter((one) => one.inCompleteSet === isInside).map(({ council }) => council);
  const [inside, outside] = [named(true), named(false)];
  const says = (names: readonly string[], verb: string) =>
    names.length === 0 ? "" : ` ${list(names)} ${are(names.length)} ${verb}.`;
  return {
    headline: `${count(dated.length, "report")} ${are(dated.length)} dated ${date(month)} and no day`,
    detail:
      `Those that CQC's pages had by ${date(completeTo)} are in the complete set.` +
      says(inside, "in it") +
      says(outside, "not"),
  };
}
