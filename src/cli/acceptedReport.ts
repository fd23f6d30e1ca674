import { compareVintages } from "../councils/claims/compareVintages.js";
import type { Dataset } from "../councils/data/dataset.js";

const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? "" : "s"}`;

/** How much of what CQC publishes the data hold: whole councils, and those that are sure. */
function coverageOf({ assessments, councils }: Dataset): string {
  const standing = assessments.filter((a) => a.kind === "formal" && a.status !== "withdrawn");
  const councilsOf = (some: typeof standing) => new Set(some.map(({ gssCode }) => gssCode)).size;
  const rated = standing.filter(({ rating }) => rating !== null);
  const scored = standing.filter(({ scores }) => !scores.includes(null));
  const sure = standing.filter(({ confidence }) => confidence === "high");
  return (
    `${councilsOf(rated)} of ${count(councils.length, "council")} with a rating, ` +
    `${councilsOf(scored)} with every score, ${councilsOf(sure)} of high confidence`
  );
}

/** What an accepted refresh did to the data: their coverage, and verdicts that are others now. */
export function acceptedReport(before: Dataset, after: Dataset): string {
  const { claimsChanged, claims } = compareVintages(before, after);
  const changed = claimsChanged.filter((one) => one.before.verdict !== one.after.verdict);
  return [
    `coverage before: ${coverageOf(before)}`,
    `coverage now: ${coverageOf(after)}`,
    `verdicts: ${changed.length} of ${claims} changed`,
    ...changed.map(
      (one) => `  ${one.id}: ${one.before.verdict} -> ${one.after.verdict}: ${one.text}`,
    ),
    "",
  ].join("\n");
}
