import { describe, expect, it } from "vitest";
import { toClaim, toEvidence } from "../../../src/councils/claims/claim.js";
import { compareVintages } from "../../../src/councils/claims/compareVintages.js";
import { estimateAtLeast } from "../../../src/councils/claims/rules.js";
import { margins } from "../../../src/councils/analysis/margins.js";
import { madeUp } from "../../madeUp.js";

/** Made up: whether at least half of councils are one point from a lower word. */
const nearLower = toClaim({
  ...{ id: "X1", text: "Half of councils are one point from a lower word.", by: "nobody" },
  ...{ kind: "exploratory", quantity: "share near a lower word", unit: "share" },
  rule: estimateAtLeast(0.5),
  test(dataset, options) {
    const result = margins(dataset, options);
    return toEvidence(result, { estimate: result.onePoint.lose / result.n });
  },
});

describe("two vintages", () => {
  it("differ in numbers and in a verdict by hand: 22 became 23, one point from 22", () => {
    const before = madeUp(["233333221", "333333333"]);
    const after = madeUp(["333333221", "333333333"]);
    const comparison = compareVintages(before, after, { claims: [nearLower] });
    expect(comparison.assessments.changed).toEqual([
      expect.objectContaining({
        council: "Council 1",
        values: [
          { field: "rating", old: "Requires improvement", new: "Good" },
          { field: "score_pct", old: 62, new: 64 },
          { field: "qs1", old: 2, new: 3 },
        ],
      }),
    ]);
    const counted = comparison.headlinesChanged
      .filter(({ set, unit }) => set === "complete" && unit === "count")
      .map(({ quantity, before: then, after: now }) => [quantity, then.value, now.value, now.n]);
    expect(counted).toEqual([
      ["councils rated Requires improvement", 1, 0, 2],
      ["councils rated Good", 1, 2, 2],
      ["councils near a lower rating", 0, 1, 2],
      ["councils near a higher rating", 1, 0, 2],
    ]);
    expect(comparison.claims).toBe(1);
    expect(comparison.claimsChanged).toEqual([
      {
        ...{ id: "X1", text: nearLower.text, quantity: "share near a lower word", unit: "share" },
        before: { verdict: "not supported", value: 0, interval: null, n: 2, changesOn: [] },
        after: { verdict: "supported", value: 0.5, interval: null, n: 2, changesOn: [] },
      },
    ]);
  });

  it("that are the same differ in nothing", () => {
    const dataset = madeUp(["333333333", "222222222"]);
    expect(compareVintages(dataset, dataset, { claims: [nearLower] })).toEqual({
      assessments: { added: [], gone: [], changed: [] },
      headlines: 16,
      headlinesChanged: [],
      claims: 1,
      claimsChanged: [],
    });
    expect(compareVintages(madeUp([]), madeUp([]), { claims: [] }).headlinesChanged).toEqual([]);
  });
});
