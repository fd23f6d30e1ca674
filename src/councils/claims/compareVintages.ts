import type { SetName } from "../analysis/select.js";
import { compareAssessments, type AssessmentsComparison } from "../data/compareAssessments.js";
import type { Dataset } from "../data/dataset.js";
import type { Quantity, Verdict } from "./claim.js";
import { evaluateClaims, type ClaimResult, type EvaluateOptions } from "./evaluateClaims.js";
import { headlinesOf, type Headline } from "./headlines.js";

export interface HeadlineComparison extends Quantity {
  readonly set: SetName;
  readonly before: Headline;
  readonly after: Headline;
}

/** A verdict with the number it rests on, and on which other data it is another. */
export interface Judgement extends Headline {
  readonly verdict: Verdict;
  readonly changesOn: readonly string[];
}

export interface ClaimComparison extends Pick<ClaimResult, "id" | "text" | "quantity" | "unit"> {
  readonly before: Judgement;
  readonly after: Judgement;
}

/** How the data, the headline numbers and the verdicts differ between two vintages. */
export interface VintageComparison {
  readonly assessments: AssessmentsComparison;
  /** All headline numbers, and those that differ. */
  readonly headlines: number;
  readonly headlinesChanged: readonly HeadlineComparison[];
  /** All claims; those whose verdict, number or n differs. */
  readonly claims: number;
  readonly claimsChanged: readonly ClaimComparison[];
}

function judgement({ verdict, evidence, sensitivities }: ClaimResult): Judgement {
  const { estimate, interval, n } = evidence;
  const changesOn = sensitivities.filter((one) => one.changesVerdict).map(({ id }) => id);
  return { verdict, value: estimate, interval, n, changesOn };
}

const differ = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other);

/**
 * What changed between two vintages of the data, and which headline numbers and verdicts changed
 * with it. Both are computed anew on each, with the same seeds. A number that differs may rest on
 * other councils: read it with its n.
 */
export function compareVintages(
  before: Dataset,
  after: Dataset,
  options: EvaluateOptions = {},
): VintageComparison {
  const assessments = compareAssessments(before.assessments, after.assessments, after.schemes);
  const [older, newer] = [headlinesOf(before), headlinesOf(after)];
  const headlinesChanged = newer.flatMap(({ set, quantity, unit, ...now }) => {
    // Under another scheme there were other words.
    const { value, interval, n } = older.find(
      (one) => one.set === set && one.quantity === quantity,
    ) ?? { value: null, interval: null, n: 0 };
    const then = { value, interval, n };
    return differ(then, now) ? [{ set, quantity, unit, before: then, after: now }] : [];
  });
  const earlier = evaluateClaims(before, options).map(judgement);
  const later = evaluateClaims(after, options);
  const claimsChanged = later.flatMap((claim, i) => {
    const { id, text, quantity, unit } = claim;
    const now = judgement(claim);
    return differ(earlier[i], now)
      ? [{ id, text, quantity, unit, before: earlier[i], after: now }]
      : [];
  });
  return {
    assessments,
    headlines: newer.length,
    headlinesChanged,
    claims: later.length,
    claimsChanged,
  };
}
