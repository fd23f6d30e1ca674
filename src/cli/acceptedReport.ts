import { compareVintages } from "../councils/claims/compareVintages.js";
import { publishedTotals } from "../councils/analysis/publishedTotals.js";
import type { Dataset } from "../councils/data/dataset.js";
import { totalLine } from "./totalLine.js";

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

/** How many of CQC's own counts the data meet, and of the others what they lack. */
function totalsLines(before: Dataset, after: Dataset): string[] {
  const { totals } = publishedTotals(after);
  if (totals.length === 0) return [];
  const met = (some: typeof totals) => some.filter(({ status }) => status === "met").length;
  const earlier = met(publishedTotals(before).totals);
  return [
    `control totals: ${met(totals)} of ${totals.length} met, ${earlier} before`,
    ...totals.filter(({ status }) => status !== "met").map((total) => `  ${totalLine(total)}`),
  ];
}

/**
 * What an accepted refresh did to the data: their coverage, CQC's own counts that they meet, and
 * verdicts that are others now.
 */
export function acceptedReport(before: Dataset, after: Dataset): string {
  const { claimsChanged, claims } = compareVintages(before, after);
  const changed = claimsChanged.filter((one) => one.before.verdict !== one.after.verdict);
  return [
    `coverage before: ${coverageOf(before)}`,
    `coverage now: ${coverageOf(after)}`,
    ...totalsLines(before, after),
    `verdicts: ${changed.length} of ${claims} changed`,
    ...changed.map(
      (one) => `  ${one.id}: ${one.before.verdict} -> ${one.after.verdict}: ${one.text}`,
    ),
    "",
  ].join("\n");
}
