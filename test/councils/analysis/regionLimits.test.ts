import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { regionLimits } from "../../../src/councils/analysis/regionLimits.js";
import type { RegionLimit } from "../../../src/councils/analysis/regionLimits.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { madeUp } from "../../madeUp.js";
import { expectClose } from "../../statistics/close.js";

interface Reference {
  readonly n: number;
  readonly goodOrBetter: number;
  readonly share: number;
  readonly regions: readonly string[];
  readonly councils: readonly number[];
  readonly good: readonly number[];
  readonly limits: readonly (readonly number[])[];
  readonly types: readonly string[];
  readonly typeCouncils: readonly number[];
  readonly typeGood: readonly number[];
  readonly typeLimits: readonly (readonly number[])[];
}
const expected = JSON.parse(
  readFileSync(new URL("../../reference/regionLimits.json", import.meta.url), "utf8"),
) as Readonly<Record<"complete" | "all", Reference>>;
const four = ({ low, high, outerLow, outerHigh }: RegionLimit) => [low, high, outerLow, outerHigh];
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
    expect(found.limits.map(four)).toEqual(wanted.limits);
    for (const region of found.regions) {
      expect(four(region)).toEqual(wanted.limits[region.n - 1]);
      expectClose(region.share, region.goodOrBetter / region.n);
    }
    expect(found.types.map(({ type }) => type)).toEqual(wanted.types);
    expect(found.types.map(({ n }) => n)).toEqual(wanted.typeCouncils);
    expect(found.types.map(({ goodOrBetter }) => goodOrBetter)).toEqual(wanted.typeGood);
    expect(found.types.map(four)).toEqual(wanted.typeLimits);
  });

  it("say who lies below and above them", () => {
    // Six of twelve, all in one region: among 6 at one half, 0 and 6 have a chance of 1/64 each,
    // below 2.5% and above 0.1%.
    const half = madeUp(Array.from({ length: 12 }, (_, i) => (i < 6 ? "222222222" : "333333333")));
    const regioned = {
      ...half,
      assessments: half.assessments.map((a, i) => ({ ...a, region: i < 6 ? "B" : "A" })),
    };
    const at6 = { n: 6, low: 1, high: 5, outerLow: 0, outerHigh: 6, outerPlace: "within" };
    const { regions, types } = regionLimits(regioned);
    expect(regions).toEqual([
      { region: "A", goodOrBetter: 6, share: 1, ...at6, place: "above" },
      { region: "B", goodOrBetter: 0, share: 0, ...at6, place: "below" },
    ]);
    // Types alternate, so each has three of six.
    const even = { goodOrBetter: 3, share: 0.5, ...at6, place: "within" };
    expect(types).toEqual([
      { type: "County council", ...even },
      { type: "London borough", ...even },
    ]);
  });

  it("say who lies beyond the outer limits", () => {
    // Ten of twenty, all in one region: among 10 at one half, 10 have a chance of 1/1024, below
    // 0.1%, and 9 or 10 one of 11/1024, above it and below 2.5%; 8 to 10 have 56/1024, 5.5%.
    const half = madeUp(Array.from({ length: 20 }, (_, i) => (i < 10 ? "222222222" : "333333333")));
    const regioned = {
      ...half,
      assessments: half.assessments.map((a, i) => ({ ...a, region: i < 10 ? "B" : "A" })),
    };
    const at10 = { n: 10, low: 2, high: 8, outerLow: 1, outerHigh: 9 };
    expect(regionLimits(regioned).regions).toMatchObject([
      { region: "A", ...at10, place: "above", outerPlace: "above" },
      { region: "B", ...at10, place: "below", outerPlace: "below" },
    ]);
  });

  it("do not exist without councils, and leave no room where all are alike", () => {
    const none = regionLimits(madeUp(["2222222.."]));
    expect(none).toMatchObject({ n: 0, share: null, regions: [], types: [], limits: [] });
    expect(none.incomputable.map(({ reason }) => reason)).toEqual([
      "no council has nine known scores",
      "no council has nine known scores",
      "no council has nine known scores",
    ]);
    const { regions, limits } = regionLimits(madeUp(["333333333", "333333333"]));
    expect(regions.map(({ place }) => place)).toEqual(["within", "within"]);
    expect(limits).toEqual([{ n: 1, low: 1, high: 1, outerLow: 1, outerHigh: 1 }]);
  });
});
