import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dominance } from "../../../src/councils/analysis/dominance.js";
import { weights } from "../../../src/councils/analysis/weights.js";
import { whatIf } from "../../../src/councils/analysis/whatIf.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { ExpectedError } from "../../../src/errors.js";
import { meanCutsOf, rankOfMean } from "../../../src/ratings/meanCuts.js";
import { ratingOfSum, ratingRank } from "../../../src/ratings/scheme.js";
import { smallestShift as shiftOf } from "../../../src/ratings/smallestShift.js";
import reference from "../../reference/robustness.json" with { type: "json" };
import { madeUp, scheme } from "../../madeUp.js";
import { expectClose } from "../../statistics/close.js";
import { scoreSets } from "../../statistics/reference.js";

const real = readDataset();
const meanCuts = meanCutsOf(scheme)!;
const smallestShift = (scores: readonly number[]) => shiftOf(scores, meanCuts.nearest);
const wordOfMean = (mean: number) => rankOfMean(mean, meanCuts.nearest);
const sets = {
  complete: weights(real, { set: "complete" }),
  all: weights(real, { set: "all" }),
  madeUpFew: weights(madeUp(scoreSets.madeUpFew.scores.map((scores) => scores.join("")))),
  madeUpMany: weights(madeUp(scoreSets.madeUpMany.scores.map((scores) => scores.join("")))),
};

describe("the word of a mean", () => {
  it("is that of the sum, by either way of carrying the bands over", () => {
    // The bands are published as 39, 63 and 88%.
    expect(meanCuts).toEqual({ nearest: [1.54, 2.5, 3.5], ceiling: [1.52, 2.48, 3.48] });
    for (let sum = 9; sum <= 36; sum++)
      for (const cuts of Object.values(meanCuts))
        expect(rankOfMean(sum / 9, cuts)).toBe(ratingRank(scheme, ratingOfSum(scheme, sum)));
  });
});

describe("the robustness of the word", () => {
  it.each(["complete", "all", "madeUpFew", "madeUpMany"] as const)("agrees with R: %s", (name) => {
    const [result, expected] = [sets[name], reference[name]];
    expect(result.n).toBe(expected.n);
    expect(result.leaveOneOutChanges).toEqual(expected.leaveOneOut);
    expect(result.themeEqualWeightChanges).toBe(expected.themes);
    expect(result.geometricMeanChanges).toBe(expected.geometric);
    expect(result.worstStatementChanges).toBe(expected.worst);
    // By nested integration, over at most three levels of scores: what the real data have.
    expect(expected.random).toHaveLength(name.startsWith("madeUp") ? 0 : 4);
    for (const { c, cuts, expected: changes } of expected.random) {
      const found = result.randomWeights.find((way) => way.c === c && way.cuts === cuts);
      expectClose(found!.expectedChanges, changes);
    }
  });

  it("gives the figures of the complete set", () => {
    const { complete } = sets;
    expect(complete.leaveOneOutChanges).toEqual([3, 2, 4, 3, 2, 1, 2, 2, 1]);
    expect(complete.themeEqualWeights.map(({ council }) => council).sort()).toEqual([
      "Brent",
      "Wakefield",
    ]);
    expect(complete.geometricMeanChanges).toBe(0);
    expect(complete.worstStatementChanges).toBe(44);
    expectClose(dominance(real).share, 0.4045, 5e-5);
  });

  it("gives the chance of Good for 2s and 3s in closed form", () => {
    const good = (threes: number, c: number, cuts: string) =>
      sets.complete.goodByThrees.find(
        (row) => row.threes === threes && row.c === c && row.cuts === cuts,
      )!.good;
    // 1 - I_.5(4, 5) = 93/256 and 163/256, binomial tails of 8.
    expectClose(good(4, 1, "nearest"), 93 / 256, 1e-12);
    expectClose(good(5, 1, "nearest"), 163 / 256, 1e-12);
    expectClose(good(5, 1, "ceiling"), 0.6795, 5e-5);
    for (const cuts of ["nearest", "ceiling"])
      for (const c of [1, 10]) expect([good(0, c, cuts), good(9, c, cuts)]).toEqual([0, 1]);
  });

  it("lists the flips that it counts", () => {
    for (const result of Object.values(sets)) {
      expect(result.leaveOneOut.map(({ flips }) => flips.length)).toEqual(
        result.leaveOneOutChanges,
      );
      expect(result.smallestShifts.reduce((sum, { n }) => sum + n, 0)).toBe(result.n);
    }
  });

  it("is null without councils, with the reason", () => {
    const none = weights(madeUp(["22.222222"]));
    expect(none.n).toBe(0);
    expect(none.leaveOneOutChanges).toEqual(Array(9).fill(null));
    expect(none.randomWeights[0].expectedChanges).toBeNull();
    expect(none.incomputable).toEqual([
      { quantity: "weights", reason: "no council has nine known scores" },
    ]);
  });

  it("does not depend on the order of councils", () => {
    const profiles = scoreSets.madeUpFew.scores.map((scores) => scores.join(""));
    const reversed = weights(madeUp(profiles.toReversed()));
    expect(reversed.leaveOneOutChanges).toEqual(sets.madeUpFew.leaveOneOutChanges);
    expect(reversed.smallestShifts).toEqual(sets.madeUpFew.smallestShifts);
  });

  it("is not changed by a council with nine 2s, whose word no weights change", () => {
    const profiles = scoreSets.madeUpFew.scores.map((scores) => scores.join(""));
    const more = weights(madeUp([...profiles, "222222222"]));
    expect(more.n).toBe(sets.madeUpFew.n + 1);
    expect(more.leaveOneOutChanges).toEqual(sets.madeUpFew.leaveOneOutChanges);
    more.randomWeights.forEach(({ expectedChanges }, i) =>
      expectClose(expectedChanges, sets.madeUpFew.randomWeights[i].expectedChanges!, 1e-12),
    );
  });
});

describe("the smallest shift of weight", () => {
  const profile = (threes: number) => Array.from({ length: 9 }, (_, i) => (i < threes ? 3 : 2));

  it("is |K/9 - 1/2| for 2s and 3s, and none without both", () => {
    for (let k = 1; k <= 8; k++) expectClose(smallestShift(profile(k)), Math.abs(k / 9 - 0.5));
    expect(smallestShift(profile(0))).toBeNull();
    expect(smallestShift(profile(9))).toBeNull();
  });

  it("takes weight where it moves the mean most", () => {
    // Mean 22/9; to 2.5 lacks 1/18. From the 1 to a 4 each share moves the mean by 3.
    expectClose(smallestShift([1, 2, 2, 2, 2, 3, 3, 3, 4]), 1 / 54);
    // Mean 14/9; down to 1.54 is 7/450. From a 3 to a 1 each share moves it by 2.
    expectClose(smallestShift([1, 1, 1, 1, 1, 1, 2, 3, 3]), 7 / 900);
  });

  it("flips the word when it is carried out, and not before", () => {
    const score = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(fc.array(score, { minLength: 9, maxLength: 9 }), (scores) => {
        const shift = smallestShift(scores);
        const mean = scores.reduce((sum, s) => sum + s, 0) / 9;
        const word = wordOfMean(mean);
        // The extreme means that moving `size` of the weight can reach.
        const reach = (size: number, end: number) => {
          let [left, moved] = [size, mean];
          for (const s of scores.toSorted((a, b) => Math.abs(b - end) - Math.abs(a - end))) {
            const taken = Math.min(left, 1 / 9);
            moved += taken * (end - s);
            left -= taken;
          }
          return moved;
        };
        const words = (size: number) => [
          wordOfMean(reach(size, Math.min(...scores)) + 1e-7),
          wordOfMean(reach(size, Math.max(...scores))),
        ];
        if (shift === null) expect(words(1)).toEqual([word, word]);
        else {
          expect(words(Math.max(0, shift - 1e-6))).toEqual([word, word]);
          const beyond = [
            wordOfMean(reach(shift + 1e-6, Math.min(...scores))),
            wordOfMean(reach(shift + 1e-6, Math.max(...scores))),
          ];
          expect(beyond.some((other) => other !== word)).toBe(true);
        }
      }),
      { seed: 9, numRuns: 300 },
    );
  });
});

describe("what if the rule were another", () => {
  const dataset = madeUp(["222223333", "222233333", "333333333"]);

  it("changes nothing under CQC's own rule", () => {
    expect(whatIf(real, { set: "all" }).flips).toEqual([]);
    expect(whatIf(real, { set: "all", cuts: meanCuts.ceiling }).flips).toEqual([]);
  });

  it("lists the councils that other cuts would change", () => {
    // Means 22/9 = 2.44, 23/9 = 2.56 and 3.
    const higher = whatIf(dataset, { cuts: [1.5, 2.6, 3.5] });
    expect(higher.flips).toEqual([
      {
        gssCode: "E09000002",
        council: "Council 2",
        from: "Good",
        to: "Requires improvement",
      },
    ]);
    expect([higher.up, higher.down]).toEqual([0, 1]);
    expect(whatIf(dataset, { cuts: [1.5, 2.4, 3] })).toMatchObject({ up: 2, down: 0 });
  });

  it("lists the councils that other weights would change, in any unit", () => {
    // Only the last statement counts: all three have a 3.
    const last = whatIf(dataset, { weights: [0, 0, 0, 0, 0, 0, 0, 0, 5] });
    expect(last.weights.at(-1)).toBe(1);
    expect(last.flips.map(({ council, to }) => [council, to])).toEqual([["Council 1", "Good"]]);
  });

  it("refuses what is no rule, in one line each", () => {
    const problems = (cuts: number[], given: number[]) => {
      try {
        whatIf(dataset, { cuts, weights: given });
      } catch (error) {
        return error instanceof ExpectedError ? error.problems : null;
      }
      return null;
    };
    expect(problems([2, 1, 3], [1, 2])).toEqual([
      "cuts: expected three rising numbers: 2, 1, 3",
      "weights: expected nine numbers from 0, not all 0: 1, 2",
    ]);
    // The totals at which the rating changes, where means are wanted: all would be Inadequate.
    expect(problems([14, 23, 32], Array<number>(9).fill(1))).toEqual([
      "cuts: expected means of the grades, 1 to 4, not totals: 14, 23, 32",
    ]);
    expect(problems([1, NaN, 3], Array<number>(9).fill(0))).toHaveLength(2);
    expect(problems([1, 2, 3], [...Array<number>(8).fill(1), Infinity])).toHaveLength(1);
  });
});

describe("dominance", () => {
  it("counts pairs in which each is higher somewhere", () => {
    // 1 and 2 cross; 3 is above both; 4 is identical to 3, which is ordered.
    const result = dominance(madeUp(["322222222", "232222222", "332222222", "332222222"]));
    expect(result).toMatchObject({ pairs: 6, unordered: 1, share: 1 / 6 });
  });

  it.each(["complete", "all"] as const)("agrees with R: %s", (set) => {
    expect(dominance(real, { set }).unordered).toBe(reference[set].unordered);
  });

  it("is null with one council", () => {
    expect(dominance(madeUp(["222222222"]))).toMatchObject({ n: 1, pairs: 0, share: null });
  });
});
