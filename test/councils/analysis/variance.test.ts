import { describe, expect, it } from "vitest";
import { variance } from "../../../src/councils/analysis/variance.js";
import { keptByGroups, varianceKept } from "../../../src/councils/analysis/varianceKept.js";
import { madeUp } from "../../madeUp.js";

const quick = { replicates: 99, seed: 1 };

describe("variance", () => {
  it("splits two councils of two words by hand", () => {
    // 222222222 and 333333333: grand mean 2.5, every deviation .5, total 18 * .25 = 4.5, all of it
    // between the words.
    const result = variance(madeUp(["222222222", "333333333"]), quick);
    expect(result).toMatchObject({ total: 4.5, statement: 0, rating: 1, residual: 0 });
    expect(result.sumWithinRating).toBe(0);
  });

  it("splits four councils by hand", () => {
    // a = 222222222, b = 333322222 (Requires improvement), c = 222233333, d = 333333333 (Good).
    // 18 scores of 2 and 18 of 3: grand mean 2.5, total 36 * .25 = 9. Every statement has two 2s
    // and two 3s: none between statements. Council means 2, 22/9, 23/9, 3; word means 20/9 and
    // 25/9, each 2.5 away by 5/18: 9 * 4 * 25/324 = 25/9. Within words each council is 2/9 from
    // its word: 9 * 4 * 4/81 = 16/9. The rest is 9 - 41/9 = 40/9.
    const profiles = ["222222222", "333322222", "222233333", "333333333"];
    const result = variance(madeUp(profiles), quick);
    expect(result.total).toBeCloseTo(9, 12);
    expect(result.statement).toBeCloseTo(0, 12);
    expect(result.rating).toBeCloseTo(25 / 81, 12);
    expect(result.sumWithinRating).toBeCloseTo(16 / 81, 12);
    expect(result.residual).toBeCloseTo(40 / 81, 12);
    expect(result.bootstrap).toMatchObject({ seed: 1, replicates: 99 });
    // With no variation between statements the centred total is 9 as well. Theme means less 2.5,
    // by council: QS1-3 -.5 +.5 -.5 +.5; QS4-5 -.5 0 0 +.5; QS6-7 and QS8-9 -.5 -.5 +.5 +.5.
    // Means: 3 * 1 + 2 * .5 + 2 * 1 + 2 * 1 = 8. Words: the means of 2.5 round up to 3, so QS4-5
    // groups a alone (-.5) against b, c, d (mean 1/6): 2 * (1/4 + 3/36) = 2/3; the other themes
    // lose nothing: 3 + 2/3 + 2 + 2 = 23/3.
    const kept = varianceKept(madeUp(profiles));
    expect(kept.word).toBeCloseTo(25 / 81, 12);
    expect(kept.sum).toBeCloseTo(41 / 81, 12);
    expect(kept.themeMeans).toBeCloseTo(8 / 9, 12);
    expect(kept.themeWords).toBeCloseTo(23 / 27, 12);
  });

  it("keeps everything where each statement is its own group", () => {
    const scores = [
      [2, 3, 1],
      [3, 3, 4],
      [2, 1, 2],
    ];
    // Centred squares: QS1 mean 7/3, 2/3; QS2 mean 7/3, 8/3; QS3 mean 7/3, 14/3; 8 in all.
    const kept = keptByGroups(scores, [[0], [1], [2]]);
    expect(kept.means).toBeCloseTo(8, 12);
    expect(kept.words).toBeCloseTo(8, 12);
  });
});
