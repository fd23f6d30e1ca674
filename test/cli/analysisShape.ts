import { expect } from "vitest";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
/** What `analyse --json` prints. */
export interface Analysis {
  [key: string]: Json;
  leftOut: { quantity: string; reason: string }[];
}

/** What every analysis has, at these places, as a number, a list of numbers, or null. */
const numbers: readonly (readonly [string, number | null])[] = [
  ["dataset.assessments", null],
  ["dataset.formal", null],
  ["dataset.withNineScores", null],
  ["dataset.withSum", null],
  ["distribution.n", null],
  ["distribution.ratingCounts.Inadequate", null],
  ["distribution.ratingCounts.Requires improvement", null],
  ["distribution.ratingCounts.Good", null],
  ["distribution.ratingCounts.Outstanding", null],
  ["margins.n", null],
  ["margins.onePoint.lose", null],
  ["margins.onePoint.gain", null],
  ["weights.leaveOneOutChanges", 9],
  ["weights.themeEqualWeightChanges", null],
  ["heaping.all.n22", null],
  ["heaping.all.n23", null],
  ["heaping.all.n24", null],
  ["variance.statement", null],
  ["variance.rating", null],
  ["variance.sumWithinRating", null],
  ["variance.residual", null],
  ["information.theilU", 9],
  ["pairs.reversal", null],
  ["pairs.hammingGood", null],
  ["pairs.shareGoodBelow3", 9],
  ["pairs.shareRIAtLeast3", 9],
  ["reliability.alpha", null],
  ["reliability.icc3", null],
  ["ordinalModel.logLik", null],
  ["ordinalModel.sigma", null],
  ["ordinalModel.thresholds", 3],
  ["ordinalModel.statements", 8],
  ["rare.anyScoreOf1.count", null],
  ["rare.anyScoreOf1.clopperPearson", 2],
  ["rare.anyScoreOf1.jeffreys", 2],
  ["rare.inadequate.count", null],
  ["rare.inadequate.clopperPearson", 2],
  ["rare.inadequate.jeffreys", 2],
  ["drift.n", null],
  ["drift.tauB", null],
  ["regions.londonAgainstRest.A", null],
  ["regions.londonAgainstRest.exactP", null],
  ["regions.kruskalWallis.chiSquareP", null],
  ["regions.kruskalWallis.permutationP", null],
  ...[0, 1, 2, 3, 4].map((i) => [`heaping.all.frandsen.${i}.p`, null] as const),
  ...[0, 1, 2, 3].flatMap((i) =>
    ["independent", "leniency"].flatMap((kernel) => [
      [`consistency.${kernel}.${i}.expected`, null] as const,
      [`consistency.${kernel}.${i}.max`, null] as const,
    ]),
  ),
];

/** The value at a place, or null where something on the way is null. */
export function valueAt(analysis: Analysis, place: string): Json | undefined {
  let value: Json | undefined = analysis;
  for (const key of place.split(".")) {
    if (value === null || value === undefined) return value;
    value = (value as Record<string, Json>)[key];
  }
  return value;
}

/** Asserts the promised shape, and a reason for each null. */
export function expectShape(analysis: Analysis) {
  const { leftOut } = analysis;
  const explained = (place: string) =>
    leftOut.some(({ quantity }) => place === quantity || place.startsWith(`${quantity}.`));
  const expectNumber = (value: Json, place: string) => {
    if (value === null) expect(explained(place), `${place} is null without a reason`).toBe(true);
    else expect(value, place).toBeTypeOf("number");
  };
  for (const [place, length] of numbers) {
    const value = valueAt(analysis, place);
    expect(value, place).not.toBeUndefined();
    if (length === null || value === null) expectNumber(value!, place);
    else {
      expect(value, place).toHaveLength(length);
      (value as Json[]).forEach((one, i) => expectNumber(one, `${place}.${i}`));
    }
  }
  const list = (place: string, key: string) =>
    (valueAt(analysis, place) as Record<string, Json>[]).map((point) => point[key]);
  expect(list("heaping.all.frandsen", "k")).toEqual([0, 0.05, 0.07, 0.1, 0.2]);
  for (const kernel of ["independent", "leniency"])
    expect(list(`consistency.${kernel}`, "e")).toEqual([0.05, 0.1, 0.2, 0.3]);
  for (const key of ["preregistered", "heldOut"])
    expect(valueAt(analysis, `heaping.${key}`)).toBeTypeOf("object");
  expect(analysis.schema).toBe("ninefold.analysis/1");
  for (const { quantity, reason } of leftOut) {
    expect(quantity).toMatch(/^\w/);
    expect(reason).toMatch(/^\w[^\n]+[\w%]$/);
  }
}
