import { describe, expect, it } from "vitest";
import { pairs } from "../../../src/councils/analysis/pairs.js";
import { madeUp } from "../../madeUp.js";

const quick = { replicates: 99, seed: 1 };

describe("pairs", () => {
  // Requires improvement: a = 222222222 (18), b = 333322222 (22). Good: c = 222233333 (23),
  // d = 333333333 (27).
  const dataset = madeUp(["222222222", "333322222", "222233333", "333333333"]);

  it("counts reversals", () => {
    // a is nowhere above c or d; b is above c on QS1 to QS4 and nowhere above d: 1 of 4.
    expect(pairs(dataset, quick).reversal).toMatchObject({ pairs: 4, higher: 1, estimate: 0.25 });
  });

  it("averages Hamming distances", () => {
    // Within: a to b 4; c to d 4. Between: a-c 5, a-d 9, b-c 9, b-d 5, mean 7.
    const { within, between } = pairs(dataset, quick).hamming;
    expect(within).toEqual({
      Inadequate: null,
      "Requires improvement": 4,
      Good: 4,
      Outstanding: null,
    });
    expect(between["Requires improvement|Good"]).toBe(7);
    expect(between["Good|Outstanding"]).toBeNull();
  });

  it("counts councils on the other side of a good score", () => {
    // QS1: c scores 2, so 1 of 2 Good councils is below 3; b scores 3, so 1 of 2 is at least 3.
    // Clopper-Pearson for 1 of 2: P(X >= 1) = 1 - (1 - p)^2 = .025 gives p = 1 - sqrt(.975);
    // the upper limit is its mirror image, sqrt(.975).
    const { shareGoodBelow3, shareRIAtLeast3 } = pairs(dataset, quick);
    expect(shareGoodBelow3[0]).toMatchObject({ statement: "qs1", k: 1, n: 2, share: 0.5 });
    expect(shareGoodBelow3[0].clopperPearson![0]).toBeCloseTo(1 - Math.sqrt(0.975), 9);
    expect(shareGoodBelow3[0].clopperPearson![1]).toBeCloseTo(Math.sqrt(0.975), 9);
    expect(shareGoodBelow3[8].k).toBe(0);
    expect(shareRIAtLeast3[0].k).toBe(1);
    expect(shareRIAtLeast3[8].k).toBe(0);
  });
});
