import { describe, expect, it } from "vitest";
import { drift } from "../../../src/councils/analysis/drift.js";
import { pairs } from "../../../src/councils/analysis/pairs.js";
import { reliability } from "../../../src/councils/analysis/reliability.js";
import { variance } from "../../../src/councils/analysis/variance.js";
import { varianceKept } from "../../../src/councils/analysis/varianceKept.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { madeUp } from "../../madeUp.js";

const ofIntervals = (
  { incomputable }: { incomputable: readonly { quantity: string; reason: string }[] },
  pattern = /interval/,
) => incomputable.filter(({ quantity }) => pattern.test(quantity)).map(({ reason }) => reason);

describe("an interval that is missing", () => {
  it("is one of too few draws where too few were asked for", () => {
    const real = readDataset();
    const few = { replicates: 79 };
    const results = [variance, varianceKept, pairs, reliability, drift].map((analysis) =>
      ofIntervals(analysis(real, few)),
    );
    const why = "an interval takes at least 80 draws: 79";
    expect(results).toEqual([4, 2, 1, 3, 1].map((count) => Array<string>(count).fill(why)));
    // With the eightieth there is one.
    expect(ofIntervals(variance(real, { replicates: 80 }))).toEqual([]);
  });

  it("is one of what draws lack where enough were asked for", () => {
    // One council of ten carries the other word: a draw lacks it with a chance of .9^10 = .35.
    const one = madeUp([...Array<string>(9).fill("222222222"), "333333333"], (i) => ({
      published: `2025-0${i + 1 > 9 ? 9 : i + 1}`,
    }));
    const options = { replicates: 200 };
    expect(ofIntervals(variance(one, options), /intervals\.rating/)).toEqual([
      "too many draws hold one word only",
    ]);
    expect(ofIntervals(varianceKept(one, options))).toEqual([
      "too many draws hold one word only",
      "in too many draws every council has the same nine scores",
    ]);
    expect(ofIntervals(pairs(one, options))).toEqual(["too many draws lack one of the words"]);
    expect(ofIntervals(drift(one, options))).toEqual([
      "in too many draws one of the two does not vary",
    ]);
  });
});

it("an exact trend over too many councils says so", () => {
  // 1,000 of 2,000 councils Good, over 12 months: 1,001 counts by sums of months up to 11,000.
  const many = madeUp(
    Array.from({ length: 2000 }, (_, i) => (i % 2 ? "222222222" : "333333333")),
    (i) => ({ published: `2025-${String((i % 12) + 1).padStart(2, "0")}` }),
  );
  const { cochranArmitage, incomputable } = drift(many, { replicates: 80, set: "all" });
  expect(cochranArmitage!.exactP).toBeNull();
  expect(incomputable).toContainEqual({
    quantity: "cochranArmitage.exactP",
    reason: "too many councils and months for the exact permutation",
  });
});

it("Lee's consistency says how it took the scores", () => {
  const one = madeUp(["222222222", "122222233", "122222323"]);
  const lee = reliability(one, { replicates: 80 }).incomputable.find((x) => x.quantity === "lee");
  expect(lee!.reason).toMatch(/^with scores below 3 as 1 and others as 2, column 1 holds only 1/);
});
