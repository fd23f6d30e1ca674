import { describe, expect, it } from "vitest";
import { twoRatings } from "../../src/councils/analysis/twoRatings.js";
import { readDataset } from "../../src/councils/data/readDataset.js";
import { expectClose } from "../statistics/close.js";

const dataset = readDataset();

describe("a council's two ratings", () => {
  it("are counted side by side", () => {
    const all = twoRatings(dataset, { set: "all" });
    expect(all.same).toBe(all.table.reduce((sum, row, i) => sum + row[i], 0));
    expect(all.table.flat().reduce((sum, count) => sum + count, 0)).toBe(all.n);
    const complete = twoRatings(dataset, { set: "complete" });
    // R: cor.test(method = "kendall", exact = FALSE) on the 72, of the ratings and of the totals.
    expect([complete.n, complete.same]).toEqual([72, 21]);
    expect(complete.ofRatings!.n).toBe(72);
    expectClose(complete.ofRatings!.tauB, 0.162875653709694);
    expectClose(complete.ofRatings!.p, 0.132212233735801, 1e-6);
    expectClose(complete.ofTotals!.tauB, 0.173878777904856);
    expectClose(complete.ofTotals!.p, 0.066962126694641, 1e-6);
  });
});
