import { describe, expect, it } from "vitest";
import { edgeOf } from "../../../src/councils/claims/edge.js";

const bootstrap = "95%, percentile bootstrap";

describe("an interval close to a bound", () => {
  it("is measured from the nearest end, and its draws with it", () => {
    const edge = edgeOf(
      { interval: [-0.197, 0.158], intervalMethod: bootstrap },
      [-0.2, 0.2],
      9999,
    )!;
    expect(edge.distance).toBeCloseTo(0.003, 12);
    // By R: z <- qnorm(.975); z * sqrt(.025 * .975 / 9999) * (.355 / (2 * z)) / dnorm(z)
    expect(edge.drawError).toBeCloseTo(0.004741, 5);
  });

  it("holds each end against its own bounds where a rule says so", () => {
    const evidence = { interval: [-0.042, 0.001], intervalMethod: bootstrap } as const;
    expect(edgeOf(evidence, [0, 0.02], 9999)!.distance).toBeCloseTo(0.001, 12);
    const edge = edgeOf(evidence, [0, 0.02], 9999, [[0], [0.02]])!;
    expect(edge.distance).toBeCloseTo(0.019, 12);
  });

  it("has no error of draws where it is exact", () => {
    const exact = { interval: [0.516, 0.796], intervalMethod: "95%, Clopper and Pearson" } as const;
    expect(edgeOf(exact, [0.5], 9999)!.distance).toBeCloseTo(0.016, 12);
    expect(edgeOf(exact, [0.5], 9999)!.drawError).toBeNull();
  });

  it.each([
    ["far from it", [0.53, 0.8], bootstrap, [0.5]],
    ["without a bound", [0.5, 0.8], bootstrap, []],
    ["of what is possible, which is certain", [0.04, 0.41], "certain bounds, whatever", [0.05]],
    ["that is not there", null, null, [0.5]],
  ] as const)("is not said of one %s", (_, interval, intervalMethod, bounds) => {
    expect(edgeOf({ interval, intervalMethod }, bounds, 9999)).toBeNull();
  });
});
