import type { PublishedTotals } from "../analysis/publishedTotals.js";
import { count, date, number } from "../../engine/report/format.js";
import { nothing, type Finding } from "./finding.js";

/**
 * What CQC has published beyond the data, by the last count that it stated or said to expect: one
 * sentence.
 */
export function beyondTheData({ known, totals }: PublishedTotals): Finding {
  const last = totals.at(-1);
  if (!last) return nothing("No count by CQC is known", "what it has published beyond these data");
  const missing = Math.max(0, last.reports - known);
  const all = number(last.reports);
  const said =
    last.kind === "expected"
      ? `CQC expected to have published all ${all} reports by ${date(last.asAt)}`
      : `CQC had published ${all} reports by ${date(last.asAt)}`;
  return {
    headline:
      missing === 0
        ? "The data hold as many reports as CQC has counted"
        : `${count(missing, "report")} of CQC ${missing === 1 ? "is" : "are"} not in these data`,
    detail:
      missing === 0
        ? `${said}, and these data hold ${number(known)}.`
        : `${said}; these data hold ${number(known)}, so that up to ${number(missing)} ${missing === 1 ? "is" : "are"} missing here.`,
    tile: { number: number(missing), words: "reports of CQC not in these data" },
  };
}
