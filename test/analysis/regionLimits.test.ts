import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { regionLimits } from "../../src/analysis/regionLimits.js";
import { readDataset } from "../../src/data/readDataset.js";
import { madeUp } from "../madeUp.js";
import { expectClose } from "../statistics/close.js";

interface Reference {
  readonly n: number;
  readonly goodOrBetter: number;
  readonly share: number;
  readonly regions: readonly string[];
  readonly councils: readonly number[];
  readonly good: readonly number[];
  readonly limits: readonly (readonly [number, number])[];
}
const expected = JSON.parse(
  readFileSync(new URL("../reference/regionLimits.json", import.meta.url), "utf8"),
) as Readonly<Record<"complete" | "all", Reference>>;
const real = readDataset();

describe("limits of regions", () => {
  it.each(["complete", "all"] as const)("agree with R on the %s set", (set) => {
    const found = regionLimits(real, { set });
    const wanted = expected[set];
    expect(found.n).toBe(wanted.n);
    expect(found.goodOrBetter).toBe(wanted.goodOrBetter);
    expectClose(found.share, wanted.share);
    expect(found.regions.map(({ region }) => region)).toEqual(wanted.regions);
    expect(found.regions.map(({ n }) => n)).toEqual(wanted.councils);
    expect(found.regions.map(({ goodOrBetter }) => goodOrBetter)).toEqual(wanted.good);
    expect(found.limits.map(({ low, high }) => [low, high])).toEqual(wanted.limits);
    for (const region of found.regions)
      expect([region.low, region.high]).toEqual(wanted.limits[region.n - 1]);
  });

  it("say who lies below and above them", () => {
    // Six of twelve, all in one region: among 6 at one half, 0 and 6 have a chance of 1/64 each.
    const half = madeUp(Array.from({ length: 12 }, (_, i) => (i < 6 ? "222222222" : "333333333")));
    const regioned = {
      ...half,
      assessments: half.assessments.map((a, i) => ({ ...a, region: i < 6 ? "B" : "A" })),
    };
    expect(regionLimits(regioned).regions).toEqual([
      { region: "A", goodOrBetter: 6, n: 6, low: 1, high: 5, place: "above" },
      { region: "B", goodOrBetter: 0, n: 6, low: 1, high: 5, place: "below" },
    ]);
  });

  it("do not exist without councils, and leave no room where all are alike", () => {
    const none = regionLimits(madeUp(["2222222.."]));
    expect(none).toMatchObject({ n: 0, share: null, regions: [], limits: [] });
    expect(none.incomputable.map(({ reason }) => reason)).toEqual([
      "no council has nine known scores",
      "no council has nine known scores",
    ]);
    const { regions, limits } = regionLimits(madeUp(["333333333", "333333333"]));
    expect(regions.map(({ place }) => place)).toEqual(["within", "within"]);
    expect(limits).toEqual([{ n: 1, low: 1, high: 1 }]);
  });
});
