import { describe, expect, it } from "vitest";
import { measureNames, measuresOf, type MeasureName } from "../../src/ratings/measures.js";
import type { RatedBody } from "../../src/ratings/ratedBody.js";
import { reversalOf } from "../../src/ratings/reversal.js";
import type { Scheme } from "../../src/ratings/scheme.js";
import { varianceOf } from "../../src/ratings/variance.js";
import { fitCumulativeLogit } from "../../src/statistics/cumulativeLogit.js";
import { expectClose } from "../statistics/close.js";
import { reference } from "../statistics/reference.js";
import { bodiesOf, byLimits, judgement, ratedBy, wordless } from "./madeUpSchemes.js";

const schools = `
  Sound,Sound,Sound,Sound,Sound
  Sound,Sound,Sound,Weak,Sound
  Weak,Weak,Weak,Sound,Weak
  Weak,Weak,Weak,Weak,Weak
  Strong,Strong,Strong,Sound,Strong`;

/** The same without the words, which the limits give. */
const grades = schools.replace(/^ +\w+/gm, "");

const observed = (scheme: Scheme, rated: readonly RatedBody[]) => {
  const measures = measuresOf(scheme, rated, { replicates: 0 });
  return measureNames.map((name) => measures[name].observed);
};

describe("the measures that hold for every scheme", () => {
  /**
   * By hand. Totals 12, 11, 9, 8, 15 of 20 grades whose squares add to 161: in all 161 - 55^2/20 =
   * 9.75; between words 23^2/8 + 17^2/8 + 15^2/4 - 55^2/20 = 7.25. Right are 4, 3, 3, 4, 3 of 20; all
   * alike are the first and the fourth; of the three Sound or Strong the second has a Weak part; of
   * the four pairs of a Weak and a Sound school the third is higher than the second on care.
   */
  const byHand = [7.25 / 9.75, 17 / 20, 2 / 5, 1 / 3, 1 / 4];

  it("are as worked by hand where the word is a judgement, and where limits give it", () => {
    const cases = [
      [judgement, schools],
      [byLimits, grades],
    ] as const;
    for (const [scheme, csv] of cases) {
      const rated = ratedBy(scheme, csv);
      observed(scheme, rated).forEach((value, i) => expectClose(value, byHand[i]));
      expect(measuresOf(scheme, rated, { replicates: 0 }).lowPart).toEqual({
        n: 3,
        count: 1,
        share: 1 / 3,
      });
      expect(reversalOf(scheme, rated, { replicates: 9 })).toMatchObject({ pairs: 4, higher: 1 });
      // Parts: totals 14, 14, 13, 14 of five, (3 * 196 + 169) / 5 - 55^2/20 = .15 of 9.75.
      const split = varianceOf(scheme, rated, { replicates: 99 });
      expectClose(split.total, 9.75);
      expectClose(split.part, 0.15 / 9.75);
      expectClose(split.rating, byHand[0]);
    }
  });

  it("leave out a body of which a grade or the word is not known", () => {
    const rated = ratedBy(judgement, `${schools}\nStrong,Poor,,Poor,Poor\n,Poor,Poor,Poor,Poor`);
    const { n, toldRight } = measuresOf(judgement, rated, { replicates: 0 });
    expect(n).toBe(5);
    expectClose(toldRight.observed, 17 / 20);
  });

  it("of a scheme without a word are none but that all parts are alike", () => {
    const rated = ratedBy(wordless, grades);
    expect(observed(wordless, rated)).toEqual([null, null, 2 / 5, null, null]);
    const { incomputable } = measuresOf(wordless, rated, { replicates: 0 });
    const ofWord = incomputable.filter(
      ({ reason }) => reason === "the scheme has no overall rating",
    );
    const without = ["wordShare", "toldRight", "lowPartUnderGood", "reversals"];
    expect(ofWord.map(({ quantity }) => quantity)).toEqual([
      ...without,
      ...without.map((name) => `${name}.oneQuality`),
    ]);
    expect(varianceOf(wordless, rated, { replicates: 99 })).toMatchObject({ rating: null, n: 5 });
  });

  it("say why there is none, of no body, one and bodies of one word", () => {
    const reasonsOf = (rows: string) =>
      measuresOf(judgement, rows === "" ? [] : ratedBy(judgement, rows), { replicates: 99 });
    const fewer = (n: number) => `fewer than two schools with 4 grades: ${n}`;
    expect(new Set(reasonsOf("").incomputable.map(({ reason }) => reason))).toEqual(
      new Set([fewer(0)]),
    );
    expect(reasonsOf("Weak,Weak,Weak,Weak,Poor").incomputable).toContainEqual({
      quantity: "wordShare",
      reason: fewer(1),
    });
    const alike = reasonsOf("Weak,Weak,Weak,Weak,Poor\nWeak,Weak,Weak,Weak,Weak");
    expect(alike.incomputable).toContainEqual({
      quantity: "lowPartUnderGood",
      reason: "no school has the word Sound or a better one",
    });
    expect(alike.incomputable).toContainEqual({
      quantity: "reversals",
      reason: "no pair of a Weak and a Sound school",
    });
  });
});

interface Benchmark {
  readonly observed: Readonly<Record<MeasureName, number>>;
  readonly mean: Readonly<Record<MeasureName, number>>;
  readonly deviation: Readonly<Record<MeasureName, number>>;
}

describe("one quality plus chance", () => {
  const expected = reference<{
    readonly grades: readonly string[];
    readonly judged: readonly number[];
    readonly logLik: number;
    readonly sigma: number;
    readonly judgement: Benchmark;
    readonly limits: Benchmark;
  }>("measures");
  const replicates = 2000;
  const cases = [
    ["judgement", judgement, bodiesOf(judgement, expected.grades, expected.judged)],
    ["limits", byLimits, bodiesOf(byLimits, expected.grades)],
  ] as const;

  it("is the model that R's clmm fits to the grades", () => {
    const rows = cases[0][2].map((body) => body.grades.map(Number));
    const { value } = fitCumulativeLogit(rows, judgement.levels.length);
    expectClose(value!.logLik, expected.logLik, 1e-5);
    expectClose(value!.sigma, expected.sigma, 1e-3);
  });

  it.each(cases)("gives the measures that R draws from it, under %s", (name, scheme, rated) => {
    const measures = measuresOf(scheme, rated, { replicates });
    const { observed: known, mean, deviation } = expected[name];
    for (const measure of measureNames) {
      expectClose(measures[measure].observed, known[measure]);
      // Both means are of draws, R's of 4,000: four standard errors of their difference.
      const error = deviation[measure] * Math.sqrt(1 / 4000 + 1 / replicates);
      const { oneQuality } = measures[measure];
      expect(Math.abs(oneQuality!.mean - mean[measure])).toBeLessThan(4 * error);
      // The middle 95% of a nearly normal spread: about two deviations either way.
      const [low, high] = oneQuality!.range;
      expect((high - low) / (3.92 * deviation[measure])).toBeGreaterThan(0.9);
      expect((high - low) / (3.92 * deviation[measure])).toBeLessThan(1.1);
    }
    expect(measures.incomputable).toEqual([
      { quantity: "exact", reason: "15 nodes settle the likelihood, to within 0.1" },
    ]);
    expect(measuresOf(scheme, rated, { replicates: 50 })).toEqual(
      measuresOf(scheme, rated, { replicates: 50 }),
    );
  });
});
