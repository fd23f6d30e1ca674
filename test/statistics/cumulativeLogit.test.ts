import { describe, expect, test } from "vitest";
import { cumulativeLikelihood } from "../../src/statistics/cumulativeLikelihood.js";
import { fitCumulativeLogit } from "../../src/statistics/cumulativeLogit.js";
import { expectAllClose } from "./close.js";
import { reference, scoreSets } from "./reference.js";

type OneOrMore = number | readonly number[];
interface Reference {
  readonly categories: readonly number[];
  readonly logLik: number;
  readonly sigma: number;
  readonly thresholds: OneOrMore;
  readonly statements: readonly number[];
  readonly thresholdErrors: OneOrMore;
  readonly statementErrors: readonly number[];
  readonly councilModes: readonly number[];
}
const expected = reference<Record<string, Reference>>("ordinalModel");

const three = scoreSets.complete.scores.map((row) => row.map((score) => Math.min(score, 3)));
const sets: Record<string, readonly (readonly number[])[]> = {
  complete: scoreSets.complete.scores,
  all: scoreSets.all.scores,
  madeUpFew: scoreSets.madeUpFew.scores,
  madeUpMany: scoreSets.madeUpMany.scores,
  completeThree: three,
  completeTwo: three.map((row) => row.map((score) => Math.max(score, 2))),
};

function fitOf(scores: readonly (readonly number[])[]) {
  const { value, reason } = fitCumulativeLogit(scores, 4);
  if (value === null) throw new Error(reason);
  return value;
}

const known = (values: readonly (number | null)[]) => values.filter((value) => value !== null);
const within = (tolerance: number, actual: readonly number[], wanted: OneOrMore) => {
  const list = [wanted].flat();
  expect(actual).toHaveLength(list.length);
  actual.forEach((x, i) => expect(Math.abs(x - list[i])).toBeLessThan(tolerance));
};

describe.each(Object.keys(sets))("agrees with ordinal::clmm on %s", (name) => {
  const wanted = expected[name];
  const found = fitOf(sets[name]);

  test("log-likelihood to 1e-5, parameters to 1e-4", () => {
    within(1e-5, [found.logLik], wanted.logLik);
    within(1e-4, [found.sigma], wanted.sigma);
    within(1e-4, known(found.thresholds), wanted.thresholds);
    within(1e-4, found.items, wanted.statements);
  });

  test("standard errors to 1e-4", () => {
    within(1e-4, known(found.thresholdErrors), wanted.thresholdErrors);
    within(1e-4, found.itemErrors, wanted.statementErrors);
  });

  test("has a threshold beside each category that occurs", () => {
    const { categories } = wanted;
    const between = [1, 2, 3].map(
      (c) => c >= Math.min(...categories) && c < Math.max(...categories),
    );
    expect(found.thresholds.map((threshold) => threshold !== null)).toEqual(between);
  });
});

test("agrees with a dense grid brought to its top by Newton's method, to 1e-6", () => {
  const wanted = expected.completeDense;
  const found = fitOf(sets.complete);
  within(1e-7, [found.logLik], wanted.logLik);
  within(1e-6, known(found.thresholds), wanted.thresholds);
  within(1e-6, found.items, wanted.statements);
  within(1e-6, [found.sigma], wanted.sigma);
});

test("gives the published figures of the complete set", () => {
  const found = fitOf(sets.complete);
  expect(found.logLik).toBeCloseTo(-397.320345, 5);
  expect(found.sigma).toBeCloseTo(2.21214, 4);
  within(1e-4, known(found.thresholds), [-5.54272, 1.40016, 8.65046]);
});

test("council effects are shrunken and follow the councils, whatever their order", () => {
  const found = fitOf(sets.complete);
  // A posterior's mode and mean differ by its skewness, which is small beside its deviation.
  found.units.forEach(({ mean, deviation }, i) => {
    expect(Math.abs(mean - expected.complete.councilModes[i])).toBeLessThan(deviation);
    expect(deviation).toBeLessThan(found.sigma);
  });
  const turned = fitOf([...sets.complete].reverse());
  expectAllClose(
    [...turned.units.map((u) => u.mean)].reverse(),
    found.units.map((u) => u.mean),
    1e-5,
  );
});

test("a category in the middle that no score shows joins its thresholds", () => {
  const scores = sets.completeTwo.map((row) => row.map((score) => (score === 2 ? 1 : 3)));
  const [first, second, third] = fitOf(scores).thresholds;
  expect(first).toBe(second);
  expect(first).toBeCloseTo(expected.completeTwo.thresholds as number, 4);
  expect(third).toBeNull();
});

test("no variation between units is a deviation of 0 with no error", () => {
  // Each unit holds one 2 and two 3s.
  const found = fitOf([
    [3, 3, 2],
    [2, 3, 3],
    [3, 2, 3],
  ]);
  expect(found.sigma).toBe(0);
  expect(found.sigmaError).toBeNull();
  // Two of three 3s on each item: P(score <= 2) = 1/3, a logit of -log 2.
  expectAllClose(known(found.thresholds), [-Math.log(2)], 1e-6);
  expectAllClose(found.items, [0, 0], 1e-6);
});

interface Spread extends Omit<Reference, "categories" | "councilModes"> {
  readonly scores: readonly string[];
  readonly hasMaximum: boolean;
}
const spreads = Object.entries(reference<Record<string, Spread>>("ordinalSpread"));
const rowsOf = ({ scores }: Spread) => scores.map((row) => [...row].map(Number));

test.each(spreads.filter(([, { hasMaximum }]) => hasMaximum))(
  "finds the maximum that R finds where councils differ widely: %s",
  (_, wanted) => {
    const found = fitOf(rowsOf(wanted));
    within(1e-5, [found.logLik], wanted.logLik);
    within(1e-4, [found.sigma], wanted.sigma);
    within(1e-4, known(found.thresholds), wanted.thresholds);
    within(1e-4, found.items, wanted.statements);
    within(1e-4, known(found.thresholdErrors), wanted.thresholdErrors);
    within(1e-4, found.itemErrors, wanted.statementErrors);
  },
);

test("refuses the sets on which R finds no maximum, and says what separates their scores", () => {
  const refused = spreads.filter(([, { hasMaximum }]) => !hasMaximum);
  const reasons = refused.map(([name, wanted]) => [
    name,
    fitCumulativeLogit(rowsOf(wanted), 4).reason,
  ]);
  expect(reasons).toEqual([
    ["apart", expect.stringContaining("the scores are separated")],
    ["untied", expect.stringContaining("no column holds scores both below and above 3")],
  ]);
});

test("takes many units at once", () => {
  // Every row of the spread set 5 times: 5 times its logLik, at the same place.
  const [, wanted] = spreads.find(([name]) => name === "spread")!;
  const found = fitOf(Array.from({ length: 5 }, () => rowsOf(wanted)).flat());
  within(5e-5, [found.logLik], 5 * wanted.logLik);
  within(1e-4, [found.sigma], wanted.sigma);
});

test("the likelihood's gradient is that of its value", () => {
  const rows = rowsOf(spreads.find(([name]) => name === "spread")![1]);
  const coded = rows.map((row) => row.map((score) => score - 1));
  const at = (point: readonly number[]) =>
    cumulativeLikelihood(coded, {
      thresholds: point.slice(0, 3),
      items: [0, ...point.slice(3, 11)],
      sigma: point[11],
    });
  const point = [-4, 1, 6.5, 1, 1.3, 0, 0.5, 1.5, -0.2, 0.7, 1.2, 5];
  const h = 1e-4;
  const byDifference = point.map((_, i) => {
    const [up, down] = [h, -h].map((by) => at(point.map((x, j) => (i === j ? x + by : x))).logLik);
    return (up - down) / (2 * h);
  });
  expectAllClose(at(point).gradient, byDifference, 1e-6);
});

test.each([
  ["one unit", [[2, 3, 3]], "at least two rows"],
  ["one item", [[2], [3]], "at least two rows and two columns"],
  ["no unit", [], "at least two rows"],
  [
    "one score",
    [
      [2, 2],
      [2, 2],
    ],
    "every score is the same",
  ],
  [
    "an item without variation at the edge",
    [
      [2, 3],
      [3, 3],
      [2, 3],
    ],
    "column 2 holds only 3",
  ],
  [
    "units without variation",
    [
      [3, 3, 3],
      [2, 2, 2],
      [2, 2, 2],
      [3, 3, 3],
    ],
    "no finite maximum",
  ],
])("is not estimable with %s", (_, scores, reason) => {
  const found = fitCumulativeLogit(scores, 4);
  expect(found.value).toBeNull();
  expect(found.reason).toContain(reason);
});
