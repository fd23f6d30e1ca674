import { describe, expect, it, test } from "vitest";
import { councilContext } from "../../../src/councils/analysis/councilContext.js";
import { councilProfile } from "../../../src/councils/analysis/councilProfile.js";
import { councilStanding } from "../../../src/councils/analysis/councilStanding.js";
import { defaultCouncil } from "../../../src/councils/analysis/defaultCouncil.js";
import { findCouncil } from "../../../src/councils/data/findCouncil.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { madeUp, scheme } from "../../madeUp.js";

const statements = scheme.parts;

/*
 * The expected numbers of named councils were counted from the rows of data/ by a separate script
 * that shares no code with Ninefold; the others are worked by hand.
 */
const real = readDataset();
const named = (name: string) => findCouncil(real, name);
const profileOf = (name: string) => councilProfile(real, named(name));

describe("how much may be said of a word", () => {
  it.each([
    ["Hertfordshire", "stated", "Good"],
    ["Blackpool", "stated", "Inadequate"],
    ["Cornwall", "lowConfidence", "Good"],
    ["Swindon", "lowConfidence", "Good"],
    // A pilot in 2023, and a formal word of low confidence since.
    ["Nottingham", "lowConfidence", "Requires improvement"],
    ["Birmingham", "indicative", "Good"],
    ["Bromley", "withdrawn", null],
    ["Rutland", "none", null],
  ])("%s: %s", (name, standing, rating) => {
    const found = councilStanding(real, named(name));
    expect(found.standing).toBe(standing);
    expect(found.assessment?.rating ?? null).toBe(rating);
  });

  it("keeps every row of a council, the oldest first", () => {
    const { assessments } = councilStanding(real, named("Nottingham"));
    expect(assessments.map(({ kind, published }) => [kind, published])).toEqual([
      ["pilot", "2023-11-17"],
      ["formal", "2026-06"],
    ]);
    expect(councilStanding(real, named("Bromley")).assessments).toHaveLength(1);
    expect(councilStanding(real, named("Rutland")).assessments).toEqual([]);
  });
});

describe("scores beside those of others", () => {
  it("are counted by hand", () => {
    // Three others: QS1 1, 3 and 4 against its 2; the second is in its region, the third of its type.
    const dataset = madeUp(["223333333", "133333333", "333333333", "433333333"]);
    const council = { ...dataset.councils[0], region: "London", type: "County council" };
    const { below, at, above, known, groups } = councilProfile(dataset, council);
    expect([known, below, at, above]).toEqual([9, 2, 7, 0]);
    // Councils 2 and 3 are in London; council 3 is a county council.
    expect(groups.map(({ id, n }) => [id, n])).toEqual([
      ["set", 3],
      ["region", 2],
      ["type", 1],
    ]);
    expect(groups[0].comparisons[0]).toEqual({
      counts: [1, 0, 1, 1],
      against: { lower: 1, same: 0, higher: 2 },
    });
    expect(groups[1].comparisons[0].against).toEqual({ lower: 1, same: 0, higher: 1 });
    expect(groups[2].comparisons[1]).toEqual({
      counts: [0, 0, 1, 0],
      against: { lower: 0, same: 0, higher: 1 },
    });
  });

  it("are counted of Hertfordshire and of Warrington", () => {
    const rows = (name: string, group: number) =>
      profileOf(name).groups[group].comparisons.map(({ against }) =>
        [against?.lower, against?.same, against?.higher].join(" "),
      );
    expect(profileOf("Hertfordshire").groups.map(({ n }) => n)).toEqual([71, 4, 12]);
    expect(rows("Hertfordshire", 0).join()).toBe(
      "52 19 0,27 43 1,41 28 2,40 31 0,67 4 0,32 38 1,29 41 1,22 47 2,11 58 2",
    );
    expect(rows("Warrington", 1).join()).toBe(
      "1 7 3,2 9 0,1 3 7,0 8 3,4 7 0,0 7 4,0 1 10,1 3 7,1 1 9",
    );
    expect(rows("Warrington", 2).join()).toBe(
      "1 19 11,11 20 0,1 20 10,0 18 13,8 21 2,0 13 18,0 1 30,1 11 19,1 4 26",
    );
  });

  it("are those of councils outside its own set too, and leave rows of low confidence out", () => {
    // Published in November 2025: not one of the 72.
    expect(profileOf("Kirklees").groups.map(({ n }) => n)).toEqual([72, 2, 10]);
    const low = madeUp(["333333333", "222222222"], (i) => (i === 1 ? { confidence: "low" } : {}));
    expect(councilProfile(low, low.councils[0]).groups[0].n).toBe(0);
    expect(councilProfile(low, low.councils[1])).toMatchObject({ standing: "lowConfidence" });
  });

  it("say where region and type are the same councils, as in London", () => {
    expect(profileOf("Camden").isRegionType).toBe(true);
    expect(profileOf("Hertfordshire").isRegionType).toBe(false);
  });

  it("give the sums of others with its word: two Outstanding, both 32", () => {
    expect(profileOf("Barking and Dagenham").sumsOfWord).toEqual({ n: 2, lowest: 32, highest: 32 });
    expect(profileOf("Cornwall").sumsOfWord).toBeNull();
  });
});

test("the place is as the tables have it", () => {
  expect(councilContext(real, named("Hartlepool"))).toMatchObject({
    adults: 77_090,
    share65: expect.closeTo(0.2549, 10) as number,
    deprivation: 37.58,
  });
  const dataset = madeUp(["333333333"]);
  const score = (gss_code: string, imd_average_score: number) => ({ gss_code, imd_average_score });
  const context = { deprivation: [score("a", 10), score("b", 40), score("c", 20), score("d", 25)] };
  expect(councilContext({ ...dataset, context }, dataset.councils[0])).toEqual({
    adults: null,
    over65: null,
    share65: null,
    populationPeriod: null,
    populationNote: null,
    deprivation: null,
    medianDeprivation: 22.5,
    farSmaller: null,
  });
});

describe("a place unlike those it is grouped with", () => {
  // Medians of pop_implied over the 33 London boroughs and the 62 unitary authorities' 63rd part
  // were sorted by hand in deprivation_imd2025_utla.csv.
  it("has less than a tenth of the people of its type's median", () => {
    const of = (name: string) => councilContext(real, named(name));
    expect(of("City of London").farSmaller).toEqual({ people: 11_409, medianOfType: 276_027 });
    expect(of("Isles of Scilly").farSmaller).toEqual({ people: 2_283, medianOfType: 226_685 });
    // 41,143 people, 18% of the median.
    expect(of("Rutland").farSmaller).toBeNull();
    const small = real.councils.filter((c) => councilContext(real, c).farSmaller !== null);
    expect(small).toHaveLength(2);
  });

  it("says of a suppressed number that it is not known, and what is", () => {
    expect(councilContext(real, named("Rutland"))).toMatchObject({
      adults: null,
      over65: 10_949,
      populationNote: "suppressed in ASCOF (small numerator)",
    });
  });
});

test("what is left out is of other councils: with those compared and its own row, all 124", () => {
  const total = ({ leftOut, groups }: ReturnType<typeof councilProfile>) =>
    leftOut.reduce((sum, { n }) => sum + n, groups[0].n);
  expect(real.assessments).toHaveLength(124);
  // In the set, after it, a pilot alone, and one whose own pilot and formal rows are two.
  for (const [name, own] of [
    ["Camden", 1],
    ["Westmorland and Furness", 1],
    ["Birmingham", 1],
    ["Nottingham", 2],
  ] as const)
    expect([name, total(councilProfile(real, named(name)))]).toEqual([name, 124 - own]);
});

describe("the council shown by default", () => {
  it("is the first of which everything is known: Camden", () => {
    // Before it in the alphabet none has nine scores, a percentage and high confidence.
    expect(defaultCouncil(real)?.name).toBe("Camden");
  });

  it("is the first with nine scores, else the first, else none", () => {
    expect(defaultCouncil(madeUp(["3333.3333", "333333333"]))?.name).toBe("Council 2");
    expect(defaultCouncil(madeUp(["........."]))?.name).toBe("Council 1");
    expect(defaultCouncil(madeUp([]))).toBeNull();
  });
});

test("every council of the data has a profile with nine comparisons", () => {
  for (const council of real.councils)
    for (const { n, comparisons } of councilProfile(real, council).groups) {
      expect(comparisons).toHaveLength(statements.length);
      for (const { counts } of comparisons) expect(counts.reduce((a, b) => a + b, 0)).toBe(n);
    }
});
