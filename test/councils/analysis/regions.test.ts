import { describe, expect, it } from "vitest";
import { regions } from "../../../src/councils/analysis/regions.js";
import type { GroupOfCouncils, GroupTest } from "../../../src/councils/analysis/regions.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { madeUp } from "../../madeUp.js";
import { near, reference, rising, sameP, tooLittle } from "./driftRegionsContext.js";
import type { Grouped } from "./driftRegionsContext.js";

const dataset = readDataset();

describe.each(["complete", "all"] as const)("R, set %s", (set) => {
  const expected = reference[set];

  it("London against the rest", () => {
    const { A, exactP, interval, nLondon, nRest } = regions(dataset, { set }).londonAgainstRest!;
    const wanted = expected.london;
    expect({ nLondon, nRest }).toEqual({ nLondon: wanted.nLondon, nRest: wanted.nRest });
    expect(A).toBeCloseTo(wanted.A, 12);
    expect(exactP).toBeCloseTo(wanted.exactP, 10);
    expect(interval[0]).toBeCloseTo(wanted.interval[0], 9);
    expect(interval[1]).toBeCloseTo(wanted.interval[1], 9);
  });

  it("regions and types of council", () => {
    const result = regions(dataset, { set });
    const compare = (
      test: GroupTest | null,
      groups: readonly GroupOfCouncils[],
      wanted: Grouped,
    ) => {
      expect(test!.H).toBeCloseTo(wanted.H, 9);
      expect(test!.groups).toBe(wanted.groups);
      expect(test!.chiSquareP).toBeCloseTo(wanted.chiSquareP, 9);
      sameP(test!.permutationP, wanted.permutationP, 99_999);
      expect(groups.map((group) => group.name)).toEqual(Object.keys(wanted.n));
      for (const { name, n, meanSum, goodOrBetter } of groups) {
        expect({ n, goodOrBetter }).toEqual({
          n: wanted.n[name],
          goodOrBetter: wanted.goodOrBetter[name],
        });
        expect(meanSum).toBeCloseTo(wanted.meanSum[name], 12);
      }
    };
    compare(result.kruskalWallis, result.regions, expected.regions);
    compare(result.types.kruskalWallis, result.types.groups, expected.types);
  });
});

it("agrees with the figures found first, as far as they were rounded", () => {
  const { A, exactP, interval } = regions(dataset, { replicates: 99 }).londonAgainstRest!;
  expect(A).toBeCloseTo(0.56952, 5);
  expect(exactP).toBeCloseTo(0.38981512, 8);
  expect(interval[0]).toBeCloseTo(0.414, 3);
  expect(interval[1]).toBeCloseTo(0.71, 3);
  // Found by permutation: .087, and .018 over all that is known.
  near(regions(dataset).kruskalWallis!.permutationP, 0.087, 0.01);
  near(regions(dataset, { set: "all" }).kruskalWallis!.permutationP, 0.018, 0.006);
});

describe("small cases by hand", () => {
  it("London against the rest", () => {
    // Councils 2 and 3 are in London: sums 20 and 23 against 18 and 27. Of the four pairs London
    // is higher in two: A = 1/2. Of the six ways to choose two ranks from 1 to 4, London's 2 + 3
    // is the expected 5, so every way is at least as far.
    const result = regions(rising, { replicates: 99 });
    expect(result.londonAgainstRest).toMatchObject({ nLondon: 2, nRest: 2, A: 0.5, exactP: 1 });
    expect(result.regions.map(({ name, n, meanSum }) => [name, n, meanSum])).toEqual([
      ["London", 2, 21.5],
      ["North East", 2, 22.5],
    ]);
  });

  it.each(tooLittle)("%s gives null with a reason", (_, scores) => {
    const found = regions(madeUp(scores), { replicates: 99 });
    expect(found).toMatchObject({ kruskalWallis: null, types: { kruskalWallis: null } });
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });
});
