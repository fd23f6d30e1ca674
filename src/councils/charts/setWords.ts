import type { LeftOut, SetName } from "../analysis/select.js";
import { count, date, number } from "../../engine/report/format.js";

/** The set and its n, for a subtitle: "Complete set, 72 councils". */
export function setWords(set: SetName, n: number): string {
  const councils = count(n, "council");
  return set === "complete"
    ? `Complete set, ${councils}`
    : `All reports known, not a complete set, ${councils}`;
}

/**
 * The source of a figure and, in a few words, what is left out of it: "CQC. Left out: 5 (pilot), 1
 * (withdrawn)". A reason is cut at its first comma.
 */
export function sourceWords(source: string, leftOut: readonly LeftOut[]): string {
  if (leftOut.length === 0) return source;
  const brief = (reason: string) =>
    reason
      .replace(/,.*/, "")
      .replace(/^an? /, "")
      .replace(/\b\d{4}-\d{2}-\d{2}\b/, date);
  const parts = leftOut.map(({ reason, n }) => `${number(n)} (${brief(reason)})`);
  return `${source.replace(/\.$/, "")}. Left out: ${parts.join(", ")}`;
}

/** What to bear in mind where all that is known is read as if it stood for the rest. */
export function newsWords(set: SetName): string {
  return set === "complete"
    ? ""
    : " Later reports are known only in part and are not a fair sample.";
}
