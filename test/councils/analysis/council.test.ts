import { describe, expect, it, test } from "vitest";
import { councilContext } from "../../../src/councils/analysis/councilContext.js";
import { councilOutcomes } from "../../../src/councils/analysis/councilOutcomes.js";
import { councilProfile } from "../../../src/councils/analysis/councilProfile.js";
import { councilStanding } from "../../../src/councils/analysis/councilStanding.js";
import { defaultCouncil } from "../../../src/councils/analysis/defaultCouncil.js";
import { nearestProfiles } from "../../../src/councils/analysis/nearestProfiles.js";
import { nextWords } from "../../../src/councils/analysis/nextWords.js";
import { findCouncil } from "../../../src/councils/data/findCouncil.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import type { Dataset } from "../../../src/councils/data/dataset.js";
import { madeUp, scoresOf, scheme } from "../../madeUp.js";
import type { Neighbours } from "../../../src/councils/analysis/nearestProfiles.js";

const statements = scheme.parts;
const nextOf = (sum: number, scores: Parameters<typeof nextWords>[2]) =>
  nextWords(scheme, sum, scores)!;

/*
 * The expected numbers of named councils were counted from the rows of data/ by a separate script
 * that shares no code with Ninefold; the others are worked by hand.
 */
const real = readDataset();
const named = (name: string) => findCouncil(real, name);
const profileOf = (name: string) => councilProfile(real, named(name));
const ownOf = (name: string) => profileOf(name).assessment;

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

describe("the way to the next word", () => {
  it("counts points and names the statements that could make them up", () => {
    // 3+3+3+2+2+2+2+2+2 = 21: Good from 23, Inadequate to 13.
    const { rating, higher, lower } = nextOf(21, scoresOf("333222222"));
    expect(rating).toBe("Requires improvement");
    expect(higher).toMatchObject({ rating: "Good", points: 2 });
    // From 3 no score can rise by two, from 2 it can.
    expect(higher?.alone).toEqual(["qs4", "qs5", "qs6", "qs7", "qs8", "qs9"]);
    expect(higher?.movable).toHaveLength(9);
    expect(lower).toMatchObject({ rating: "Inadequate", points: 8, alone: [] });
  });

  it("knows that a 4 cannot rise and a 1 cannot fall, and that there is a last word", () => {
    const top = nextOf(32, scoresOf("444443333"));
    expect(top.higher).toBeNull();
    expect(top.lower).toMatchObject({ rating: "Good", points: 1 });
    expect(top.lower?.alone).toHaveLength(9);
    const low = nextOf(12, scoresOf("111222111"));
    expect(low.lower).toBeNull();
    expect(low.higher).toMatchObject({ points: 2, rating: "Requires improvement" });
    const near = nextOf(31, scoresOf("443333344"));
    expect(near.higher).toMatchObject({
      points: 1,
      movable: ["qs3", "qs4", "qs5", "qs6", "qs7"],
      alone: ["qs3", "qs4", "qs5", "qs6", "qs7"],
    });
    const lowest = nextOf(14, scoresOf("122122122"));
    expect(lowest.lower?.movable).toEqual(["qs2", "qs3", "qs5", "qs6", "qs8", "qs9"]);
  });

  it("names no statement where the sum follows from the percentage", () => {
    expect(nextOf(25, scoresOf(".........")).higher).toEqual({
      rating: "Outstanding",
      points: 7,
      movable: null,
      alone: null,
    });
  });
});

describe("the nearest and the most different profiles", () => {
  const named = ({ shown }: Neighbours) => shown.map(({ council }) => council).join();

  it("count points, among councils with the same word", () => {
    // Against 333333333, by points: 1, 1 and 2; of the others 13 with another word, then 3, 4 and 1.
    const others = ["333333332", "333333334", "333333322", "222222211", "333333444", "333333224"];
    const dataset = madeUp(["333333333", ...others, "333333433"]);
    const found = nearestProfiles(dataset, dataset.assessments[0])!;
    expect(found.nearest).toMatchObject({ n: 6, distance: 1, tied: 3 });
    expect(named(found.nearest!)).toBe("Council 2,Council 3,Council 8");
    // 333333224 is on three statements two twos below and one above: 3 points, as 333333444 is.
    expect(found.farthest).toMatchObject({ n: 6, distance: 3, tied: 2 });
    expect(named(found.farthest!)).toBe("Council 6,Council 7");
  });

  it("name all that tie or none", () => {
    const dataset = madeUp(["333333333", "333333332", "333333323", "333333222"]);
    const nearest = (most: number) =>
      nearestProfiles(dataset, dataset.assessments[0], { most })!.nearest!;
    expect(named(nearest(2))).toBe("Council 2,Council 3");
    expect(nearest(1)).toEqual({ n: 3, distance: 1, tied: 2, shown: [] });
  });

  it("name the most different only where five others share the word", () => {
    const five = ["333333332", "333333323", "333333233", "333332333", "333323322"];
    const others = (profiles: readonly string[]) => {
      const dataset = madeUp(["333333333", ...profiles, "222222222"]);
      return nearestProfiles(dataset, dataset.assessments[0])!.farthest;
    };
    expect(others(five)).toMatchObject({ n: 5, distance: 3, tied: 1 });
    expect(others(five.slice(1))).toBeNull();
  });

  // Counted in R from the scores: sums of absolute differences within the word.
  it.each([
    ["Hertfordshire", 47, 1, 7, "", 5, 16, ""],
    ["Warrington", 20, 2, 6, "", 7, 1, "Brent"],
    ["Kirklees", 21, 1, 3, "Ealing,Haringey,Leicester", 5, 1, "Windsor and Maidenhead"],
  ])("%s", (name, n, distance, tied, shown, far, farTied, farShown) => {
    const found = nearestProfiles(real, ownOf(name))!;
    expect(found.nearest).toMatchObject({ n, distance, tied });
    expect(named(found.nearest!)).toBe(shown);
    expect(found.farthest).toMatchObject({ n, distance: far, tied: farTied });
    expect(named(found.farthest!)).toBe(farShown);
  });

  it("has one other with Camden's word in the complete set, and none with Blackpool's", () => {
    const found = nearestProfiles(real, ownOf("Camden"))!;
    expect(found.nearest).toMatchObject({ n: 1, distance: 4, tied: 1 });
    expect(found.leftOut).toContainEqual({ reason: "another word", n: 70 });
    expect(named(found.nearest!)).toBe("Kensington and Chelsea");
    expect(found.farthest).toBeNull();
    expect(nearestProfiles(real, ownOf("Blackpool"))).toMatchObject({
      nearest: null,
      farthest: null,
    });
  });

  it("is of no pilot, no partly known scores and no council that is not known", () => {
    for (const name of ["Birmingham", "North Yorkshire", "Bromley", "Rutland"])
      expect(nearestProfiles(real, ownOf(name))).toBeNull();
    const one = madeUp(["333333333"]);
    expect(nearestProfiles(one, one.assessments[0])?.nearest).toBeNull();
  });
});

/** One council with one survey measure: 70 ± margin against England's. */
function withMeasure(outcome: number | null, england: number, more: object = {}): Dataset {
  const dataset = madeUp(["333333333"]);
  const row = { measure: "4a", period: "2024-25" };
  const own = { ...row, gss_code: dataset.councils[0].gssCode, margin_of_error: 3.2, flag: null };
  return {
    ...dataset,
    context: {
      "ascof-measures": [{ measure: "4a", description: "Safe", better: "higher", c18_family: 1 }],
      "ascof-england": [{ ...row, gss_code: "E92000001", outcome: england }],
      "ascof-long": [{ ...own, outcome, ...more }],
    },
  };
}

describe("outcome measures", () => {
  const one = (dataset: Dataset) => councilOutcomes(dataset, dataset.councils[0]).outcomes[0];

  it("compare the interval with England's value, its ends included", () => {
    expect(one(withMeasure(70, 66.7)).against).toBe("above");
    // 70.1 - 3.2 = 66.9, which floating point misses by a hair.
    expect(one(withMeasure(70.1, 66.9)).against).toBe("not distinguishable");
    expect(one(withMeasure(63.7, 66.9)).against).toBe("not distinguishable");
    expect(one(withMeasure(63.6, 66.9)).against).toBe("below");
    expect(one(withMeasure(70, 60, { margin_of_error: null })).against).toBeNull();
  });

  it.each([
    ["[c]", "suppressed"],
    ["[x]", "not available"],
    ["[z]", "not applicable"],
    [null, "not available"],
  ])("say %s in words", (flag, missing) => {
    const found = one(withMeasure(null, 66.9, { flag, margin_of_error: null }));
    expect(found).toMatchObject({ value: null, missing, against: null });
  });

  it.each([
    // Measures with a value, above, below, not distinguishable.
    ["Hertfordshire", 23, ["1b", "4a"], [], 10],
    ["Camden", 25, [], ["1c", "1e", "4a", "5a(2)"], 8],
    ["Derby", 18, ["3c(2)"], ["1e"], 3],
    ["Reading", 25, ["3c(1)"], ["1c", "3c(2)", "5a(2)"], 8],
    // Every survey has 10 or 15 respondents, too few to compare.
    ["City of London", 22, [], [], 0],
    // Of its two measures one is of a single home.
    ["Isles of Scilly", 1, [], [], 0],
  ])("of %s", (name, withValue, above, below, notDistinguishable) => {
    const found = councilOutcomes(real, named(name));
    const those = (against: string) =>
      found.outcomes.filter((one) => one.against === against).map(({ measure }) => measure);
    expect(found.outcomes).toHaveLength(25);
    expect(those("above")).toEqual(above);
    expect(those("below")).toEqual(below);
    expect(found).toMatchObject({
      withValue,
      above: above.length,
      below: below.length,
      notDistinguishable,
    });
  });

  it("are none without the tables", () => {
    const dataset = madeUp(["333333333"]);
    expect(councilOutcomes(dataset, dataset.councils[0])).toMatchObject({
      outcomes: [],
      withValue: 0,
    });
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

test("decimals are those that a measure is published with, and England's its own", () => {
  const { outcomes } = councilOutcomes(real, named("Warrington"));
  const decimals = (measure: string) => outcomes.find((one) => one.measure === measure)?.decimals;
  // England: 19 in 2024-25 but 19.1 in other years.
  expect(decimals("1a")).toEqual({ council: 1, england: 1 });
  expect(decimals("1b")).toEqual({ council: 3, england: 3 });
  // 17 in the one year that there is; councils have one decimal.
  expect(decimals("2b")).toEqual({ council: 1, england: 1 });
  // 62.41 for Warrington, 60.7 for England.
  expect(decimals("2d(1)")).toEqual({ council: 2, england: 1 });
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
