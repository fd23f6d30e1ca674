import { describe, expect, it, test } from "vitest";
import { councilOutcomes } from "../../../src/councils/analysis/councilOutcomes.js";
import { findCouncil } from "../../../src/councils/data/findCouncil.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import type { Dataset } from "../../../src/councils/data/dataset.js";
import { madeUp } from "../../madeUp.js";

/*
 * The expected numbers of named councils were counted from the rows of data/ by a separate script
 * that shares no code with Ninefold; the others are worked by hand.
 */
const real = readDataset();
const named = (name: string) => findCouncil(real, name);

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
