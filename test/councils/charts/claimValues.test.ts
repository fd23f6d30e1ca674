import { describe, expect, it } from "vitest";
import { decimalsOf, rangeWords, valueWords } from "../../../src/councils/charts/claimValues.js";
import type { JudgedEvidence, Unit } from "../../../src/councils/claims/claim.js";

const evidence = (interval: readonly [number, number], intervalMethod = "95%"): JudgedEvidence => ({
  ...{ set: "complete", n: 2, leftOut: [], estimate: null, p: null, adjustedP: null },
  ...{ beside: {}, note: null, reason: "made up", interval, intervalMethod },
});
const claim = (unit: Unit, bounds: number[], ...args: Parameters<typeof evidence>) => ({
  unit,
  bounds,
  evidence: evidence(...args),
});

describe("a number of a claim", () => {
  it("is written as its unit asks", () => {
    expect(valueWords(0.667, "share")).toBe("67%");
    expect(valueWords(0.028, "points")).toBe("2.8 percentage points");
    expect(valueWords(1530, "count")).toBe("1,530");
    expect(valueWords(0.0289, "p")).toBe("0.029");
    expect(valueWords(-0.0204, "number")).toBe("−0.02");
    expect(valueWords(-0.001, "number")).toBe("0.00");
    expect(valueWords(13.378, "number")).toBe("13.38");
  });

  it.each<[string, ReturnType<typeof claim>, number, string]>([
    ["two decimals do", claim("number", [-0.2, 0.2], [-0.125, 0.185]), 2, "−0.13 to 0.19"],
    // -.20 would look as if it lay on the bound; -.197 is inside, and -.201 outside.
    ["inside by 0.003", claim("number", [-0.2, 0.2], [-0.197, 0.158]), 3, "−0.197 to 0.158"],
    ["outside by 0.001", claim("number", [-0.2, 0.2], [-0.201, 0.126]), 3, "−0.201 to 0.126"],
    ["on the bound", claim("number", [-0.2, 0.2], [-0.2, 0.1]), 2, "−0.20 to 0.10"],
    ["a share above half", claim("share", [0.5], [0.5012, 0.797]), 1, "50.1% to 79.7%"],
    [
      "certain bounds, outward",
      claim("share", [0.05], [2 / 153, 63 / 153], "certain bounds, whatever is not known"),
      0,
      "1% to 42%",
    ],
  ])("shows on which side of a bound it lies: %s", (_, one, decimals, words) => {
    expect(decimalsOf(one)).toBe(decimals);
    expect(rangeWords(one)).toBe(words);
  });
});
