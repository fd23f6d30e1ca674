import { describe, expect, it } from "vitest";
import { ExpectedError } from "../../src/errors.js";
import { marginsOf } from "../../src/ratings/margins.js";
import { meanCutsOf } from "../../src/ratings/meanCuts.js";
import { parseScheme } from "../../src/ratings/parseScheme.js";
import { reliabilityOf } from "../../src/ratings/reliability.js";
import { signalOf } from "../../src/ratings/signal.js";
import { weightsOf } from "../../src/ratings/weights.js";
import { whatIfOf } from "../../src/ratings/whatIf.js";
import { expectClose } from "../statistics/close.js";
import { bodiesOf, byLimits, judgement, schemeOf, schoolsJson } from "./madeUpSchemes.js";

/** Four parts, totals 4 to 16: Weak from 7, Sound from 10, Strong from 14. */
const whole = { rule: "sum", cuts: [7, 10, 14] };
const summed = schemeOf({ ...schoolsJson, whole });
/** Totals 10, 9, 14 and 6. */
const rated = bodiesOf(summed, ["3322", "3222", "4433", "2211"]);
const without = "under this scheme no total decides the word";

describe("a made-up scheme whose word is a total's", () => {
  it("has margins by hand", () => {
    const { n, onePoint, margins } = marginsOf(summed, rated);
    expect({ n, onePoint }).toEqual({ n: 4, onePoint: { lose: 2, gain: 2 } });
    expect(margins.map(({ rating, toLower, toHigher }) => [rating, toLower, toHigher])).toEqual([
      ["Sound", 1, 4],
      ["Weak", 3, 1],
      ["Strong", 1, null],
      ["Poor", null, 1],
    ]);
  });

  it("has the words of means that other weights give, by hand", () => {
    // Where no percentage is published a mean of 10 / 4 is Sound.
    expect(meanCutsOf(summed)!.nearest).toEqual([1.75, 2.5, 3.5]);
    expect(whatIfOf(summed, rated).flips).toEqual([]);
    // All weight on the first part: 3, 3, 4 and 2.
    const first = whatIfOf(summed, rated, { weights: [1, 0, 0, 0] });
    expect(first).toMatchObject({ up: 2, down: 0 });
    expect(first.flips.map(({ from, to }) => [from, to])).toEqual([
      ["Weak", "Sound"],
      ["Poor", "Weak"],
    ]);
    expect(() => whatIfOf(summed, rated, { cuts: [2, 1], weights: [1, 1] })).toThrow(
      new ExpectedError(
        [
          "cuts: expected three rising numbers: 2, 1",
          "weights: expected four numbers from 0, not all 0: 1, 1",
        ],
        2,
      ),
    );
  });

  it("has words that leaving a part out changes, by hand", () => {
    const { leaveOneOut, worstPart, smallestShifts, themeEqualWeights, incomputable, goodByCount } =
      weightsOf(summed, rated);
    // Without the first part: 7/3, 2, 10/3 and 4/3; the second flips the third body and the first.
    expect(leaveOneOut[0].flips.map(({ from, to }) => [from, to])).toEqual([
      ["Sound", "Weak"],
      ["Strong", "Sound"],
    ]);
    // No better than the worst part: Weak, Weak, Sound and Poor.
    expect(worstPart.map(({ to }) => to)).toEqual(["Weak", "Sound"]);
    // At a cut: none; 9 of 16 with a 3 and three 2s: a quarter; 6 of four: a quarter of a 1 to a 2.
    expect(smallestShifts).toEqual([
      { shift: 0, n: 2 },
      { shift: 0.25, n: 2 },
    ]);
    // Two of four at 3, cut halfway: an even chance.
    expectClose(goodByCount.find(({ count, c }) => count === 2 && c === 1)!.good, 0.5);
    expect(themeEqualWeights).toBeNull();
    expect(incomputable).toEqual([
      { quantity: "themeEqualWeights", reason: "not every part has a theme" },
    ]);
  });

  it("is refused where its percentages and its cuts disagree", () => {
    const problemsOf = (percentages: readonly number[]) => {
      const parsed = parseScheme({
        ...schoolsJson,
        whole: { ...whole, percentage: "ceil", percentages },
      });
      return "problems" in parsed ? parsed.problems : [];
    };
    // Totals of 6, 7, 9, 10, 13 and 14 of 16 are 38, 44, 57, 63, 82 and 88%.
    expect(problemsOf([39, 58, 83])).toEqual([]);
    expect(problemsOf([44, 63, 88])).toEqual([]);
    const expected = "whole: percentages: expected 3 rising percentages that give each total";
    for (const wrong of [
      [38, 58, 83],
      [45, 58, 83],
      [39, 58],
      [39, 58, 89],
    ])
      // prettier-ignore
      expect(problemsOf(wrong)[0]).toContain(expected);
  });
});

describe.each([
  ["a judgement", judgement],
  ["limits", byLimits],
])("where the word is %s", (_, scheme) => {
  const bodies = bodiesOf(scheme, ["3322", "3222", "4433", "2211"], [3, 2, 4, 1]);

  it("what rests on totals is not computed, and says why", () => {
    expect(marginsOf(scheme, bodies)).toEqual({
      n: 0,
      onePoint: null,
      margins: [],
      incomputable: [{ quantity: "onePoint", reason: without }],
    });
    expect(weightsOf(scheme, bodies).incomputable).toEqual([
      { quantity: "weights", reason: without },
    ]);
    expect(whatIfOf(scheme, bodies)).toMatchObject({
      cuts: null,
      incomputable: [{ quantity: "flips", reason: without }],
    });
    const { alpha, incomputable } = reliabilityOf(scheme, bodies, { replicates: 99 });
    expect(alpha).not.toBeNull();
    for (const quantity of ["lee", "livingstonLewis"])
      expect(incomputable).toContainEqual({ quantity, reason: without });
  });

  it("patterns are tested without themes", () => {
    const grades = ["3322", "3232", "2233", "2323", "3222", "2232", "3332", "2333", "3323", "2223"];
    const words = [3, 2, 2, 3, 2, 2, 3, 3, 3, 2];
    const found = signalOf(scheme, bodiesOf(scheme, grades, words), { replicates: 99 });
    expect(found).toMatchObject({ dispersion: null, n: 10 });
    expect(found.hamming).not.toBeNull();
    expect(found.incomputable).toContainEqual({
      quantity: "dispersion",
      reason: "not every part has a theme",
    });
  });
});
