import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceOfAnotherWord, consistency } from "../../../src/councils/analysis/consistency.js";
import { rare } from "../../../src/councils/analysis/rare.js";
import { rate } from "../../../src/councils/analysis/rate.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { ratingOfSum, type Score } from "../../../src/ratings/scheme.js";
import reference from "../../reference/robustness.json" with { type: "json" };
import { madeUp, scoresOf, scheme } from "../../madeUp.js";
import { expectAllClose, expectClose } from "../../statistics/close.js";
import { scoreSets } from "../../statistics/reference.js";

const real = readDataset();
const names = ["complete", "all", "madeUpFew", "madeUpMany"] as const;
const datasets = {
  complete: real,
  all: real,
  madeUpFew: madeUp(scoreSets.madeUpFew.scores.map((scores) => scores.join(""))),
  madeUpMany: madeUp(scoreSets.madeUpMany.scores.map((scores) => scores.join(""))),
};
const setOf = (name: (typeof names)[number]) => (name === "all" ? "all" : "complete");

describe("another panel", () => {
  it.each(names)("changes as many words as in R: %s", (name) => {
    const result = consistency(datasets[name], { set: setOf(name) });
    for (const kernel of ["independent", "leniency"] as const) {
      expect(result[kernel].map(({ e }) => e)).toEqual(reference[name][kernel].map(({ e }) => e));
      result[kernel].forEach(({ expected, max }, i) => {
        expectClose(expected, reference[name][kernel][i].expected, 1e-11);
        expectClose(max, reference[name][kernel][i].max, 1e-11);
      });
    }
  });

  it("gives the figures of the complete set", () => {
    const { independent, leniency } = consistency(real);
    expectAllClose(
      independent.slice(0, 3).map(({ expected }) => expected),
      [4.06, 6.84, 10.44],
      5e-3,
    );
    expectAllClose(
      leniency.slice(1, 3).map(({ expected }) => expected),
      [9.1, 16.7],
      5e-3,
    );
  });

  it("is as likely to change a word just below the cut as just above it", () => {
    for (const digits of ["222223333", "222233333"])
      expectClose(
        chanceOfAnotherWord(scheme, scoresOf(digits) as Score[], 0.1, "independent"),
        0.2618,
        5e-5,
      );
  });

  it("gives the chance of every combination of moves", () => {
    const score = fc.constantFrom<Score>(1, 2, 3, 4);
    fc.assert(
      fc.property(
        fc.array(score, { minLength: 9, maxLength: 9 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (scores, e) => {
          const word = ratingOfSum(
            scheme,
            scores.reduce<number>((sum, s) => sum + s, 0),
          );
          const chance = (up: number, down: number) => {
            const go = (i: number, sum: number, p: number): number => {
              if (p === 0) return 0;
              if (i === 9) return ratingOfSum(scheme, sum) === word ? 0 : p;
              const s = scores[i];
              return (
                go(i + 1, sum + s, p * (1 - up - down)) +
                go(i + 1, sum + Math.min(4, s + 1), p * up) +
                go(i + 1, sum + Math.max(1, s - 1), p * down)
              );
            };
            return go(0, 0, 1);
          };
          expectClose(
            chanceOfAnotherWord(scheme, scores, e, "leniency"),
            (chance(e, 0) + chance(0, e)) / 2,
            1e-12,
          );
          expectClose(
            chanceOfAnotherWord(scheme, scores, e, "independent"),
            chance(e / 2, e / 2),
            1e-12,
          );
        },
      ),
      { seed: 10, numRuns: 20 },
    );
  });

  it("changes nothing where no statement moves", () => {
    expect(chanceOfAnotherWord(scheme, scoresOf("222223333") as Score[], 0, "independent")).toBe(0);
    // All move up, or all down: 18 to 27 is another word, 18 to 9 is too.
    expectClose(
      chanceOfAnotherWord(scheme, scoresOf("222222222") as Score[], 1, "leniency"),
      1,
      1e-15,
    );
  });

  it("refuses an e that is no chance", () => {
    expect(() => consistency(real, { e: [1.5] })).toThrow("e: expected a number from 0 to 1: 1.5");
  });

  it("is null without councils, with the reason", () => {
    const none = consistency(madeUp([".22222222"]));
    expect(none.independent[0]).toEqual({ e: 0.05, expected: null, max: null });
    expect(none.incomputable).toHaveLength(2);
  });
});

describe("rare events", () => {
  it.each(names)("have the rates of R: %s", (name) => {
    const result = rare(datasets[name], { set: setOf(name) });
    for (const event of ["anyScoreOf1", "inadequate"] as const) {
      expect(result[event].count).toBe(reference[name][event].count);
      expectAllClose([...result[event].clopperPearson!], reference[name][event].clopperPearson);
    }
  });

  it("counts words beside sums, and says how many words are known", () => {
    const all = rare(real, { set: "all" });
    expect([all.anyScoreOf1.count, all.n]).toEqual([5, 81]);
    expect([all.inadequateByWord.count, all.inadequateByWord.n]).toEqual([3, 116]);
    // 2 of the 92 known without low confidence are Inadequate: 2 of 153 where no other council is,
    // 63 where all 61 others are.
    expect(all.inadequateByWord.bounds).toEqual([2 / 153, 62 / 153]);
    const firm = rare(real, { set: "all", withoutLowConfidence: true });
    expect(firm.inadequateByWord.count).toBe(2);
  });

  it("have no rate where there is nobody to count among", () => {
    const none = rare(madeUp(["........."]));
    expect(none.anyScoreOf1).toEqual({
      count: 0,
      n: 0,
      share: null,
      clopperPearson: null,
      jeffreys: null,
      // Of the one council nothing is known.
      bounds: [0, 1],
    });
    expect(none.incomputable.map(({ quantity }) => quantity)).toEqual([
      "anyScoreOf1",
      "inadequate",
      "inadequateByWord",
    ]);
    expect(() => rate(2, 1)).toThrow(RangeError);
  });
});
