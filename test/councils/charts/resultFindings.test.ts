import { describe, expect, it } from "vitest";
import { consistency } from "../../../src/councils/analysis/consistency.js";
import type { Consistency } from "../../../src/councils/analysis/consistency.js";
import { drift } from "../../../src/councils/analysis/drift.js";
import { heaping } from "../../../src/councils/analysis/heaping.js";
import type { RegionEffects } from "../../../src/councils/analysis/regionEffects.js";
import { rare } from "../../../src/councils/analysis/rare.js";
import { regionLimits } from "../../../src/councils/analysis/regionLimits.js";
import { tranches } from "../../../src/councils/analysis/tranches.js";
import { whatIf } from "../../../src/councils/analysis/whatIf.js";
import { words } from "../../../src/councils/analysis/words.js";
import { consistencyCurve } from "../../../src/councils/charts/consistencyCurve.js";
import { cusumChart } from "../../../src/councils/charts/cusumChart.js";
import { heapingCurve } from "../../../src/councils/charts/heapingCurve.js";
import { iconArray } from "../../../src/councils/charts/iconArray.js";
import { oneQualityDots } from "../../../src/councils/charts/oneQualityDots.js";
import type { AgainstOne } from "../../../src/councils/charts/oneQualityDots.js";
import { pilotSlopes } from "../../../src/councils/charts/pilotSlopes.js";
import { regionCaterpillar } from "../../../src/councils/charts/regionCaterpillar.js";
import { regionFunnel } from "../../../src/councils/charts/regionFunnel.js";
import { whatIfBars } from "../../../src/councils/charts/whatIfBars.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { flipsTable } from "../../../src/councils/tables/flipsTable.js";
import { scheme, madeUp } from "../../madeUp.js";
import { charts, document } from "./draw.js";
import { eight } from "./madeUpCouncils.js";
import { pictureOf } from "./picture.js";
import { compareWithSnapshot } from "./snapshot.js";

const options = { source: "Made up for a test", document };
const textsOf = (svg: readonly string[]) =>
  svg.flatMap((one) => pictureOf(one).texts.map(({ text }) => text));

describe("titles of eight councils state the finding", () => {
  it.each([
    // Without one of its five 2s, 222223333 has a mean of 20/8 = 2.5: Good. No other word changes.
    [
      "weightsBars",
      "Leaving out one statement can change the word of 1 of 8 councils, to a higher one: Westmorland and Furness",
    ],
    // 111111222 alone. binom.test(1, 8) in R: 0.0032 to 0.5265.
    [
      "iconArray",
      "1 of 8 councils has a score of 1 (95% interval 0.3% to 52.7%); 1 of 8 councils has the word Inadequate (95% interval 0.3% to 52.7%)",
    ],
    // At one half, 0 and 3 of 3 have a chance of 1/8 each, 0 and 5 of 5 one of 1/32: none is outside.
    [
      "regionFunnel",
      "4 of 8 councils are Good or better, and both regions lie within the 95% limits of one share for all",
    ],
  ])("%s", async (chart, title) => {
    expect((await charts[chart](eight)).title).toBe(title);
  });
});

describe("a curve of heaping", () => {
  it("says that it is exploratory and that the claim is undecidable so far", () => {
    const { title, subtitle, caption } = heapingCurve(
      heaping(readDataset(), { replicates: 9 }),
      options,
    );
    expect(title).toMatch(/^Exploratory, and deciding nothing/);
    expect(subtitle).toContain("Exploratory");
    expect(caption).toMatch(/decided on councils outside the complete set.*undecidable so far/);
  });

  it("is one curve where nothing is known outside the complete set", () => {
    const { svg } = heapingCurve(heaping(eight, { replicates: 9 }), options);
    expect(textsOf(svg)).toEqual(
      expect.arrayContaining(["Both sets", "p = 0.05", "frozen k, 0.07"]),
    );
    expect(textsOf(svg)).not.toContain("Complete set");
  });

  it("says what it reads where the frozen k is not read", () => {
    const result = heaping(eight, { replicates: 9, k: [0, 0.2] });
    expect(heapingCurve(result, options).title).toBe(
      "Exploratory, and deciding nothing: for a heap at 23, p by curvature",
    );
  });
});

describe("a curve of consistency", () => {
  const point = (e: number, expected: number) => ({ e, expected, max: expected });
  const result: Consistency = {
    scheme,
    set: "complete",
    n: 4,
    leftOut: [],
    independent: [point(0.1, 0.04), point(0.2, 0.5)],
    leniency: [point(0.1, 0.5), point(0.2, 1.25)],
    incomputable: [],
  };

  it("gives a range over both curves, and says that e is not known", () => {
    const { title, alt } = consistencyCurve(result, options);
    expect(title).toBe(
      "Another panel would be expected to change the words of under 0.1 to 1.3 of 4 councils, if it scored a statement otherwise with a chance, which is not known, of 10% to 20%",
    );
    expect(alt).toContain("0.5 at 10%, 1.3 at 20%");
  });
});

describe("a curve of consistency at a chance that a reader asks for", () => {
  // R, test/reference/robustness.R, on the 72: 0.10 gives 6.84 and 9.1.
  const at = (e: number) =>
    consistencyCurve(consistency(readDataset(), { e: [0, 0.1, 0.2] }), { ...options, e });

  it("says what both ways of differing give there, and marks it", () => {
    const { title, svg } = at(0.1);
    expect(title).toBe(
      "If another panel scored a statement otherwise with a chance of 10%, which is not known, it would be expected to change the words of 6.8 or 9.1 of 72 councils",
    );
    expect(textsOf(svg)).toContain("e, 10%");
    expect(at(0).title).toMatch(/the words of 0 of 72 councils$/);
  });

  it("refuses a chance that the curve is not read at", () => {
    expect(() => at(0.15)).toThrow("e: expected one of those that the curve is read at: 0.15");
  });
});

describe("what another rule would change", () => {
  it("counts councils up and down, by the word that they have", () => {
    // The sums are 18, 18, 23 and 27; the first statement alone makes it 4, 2, 2 and 3.
    const four = madeUp(["411222222", "222222222", "222233333", "333333333"]);
    const only = whatIf(four, { weights: [1, 0, 0, 0, 0, 0, 0, 0, 0] });
    const { title, data, caption } = whatIfBars(only, options);
    expect(title).toBe("This rule changes the word of 2 of 4 councils: 1 up, 1 down");
    expect(data.rows).toEqual([
      { word: "Outstanding", up: 0, down: 0 },
      { word: "Good", up: 0, down: 1 },
      { word: "Requires improvement", up: 1, down: 0 },
      { word: "Inadequate", up: 0, down: 0 },
    ]);
    expect(caption).toContain("weights of Assessing needs 100%, Healthier lives 0%");
    expect(flipsTable(only, options)).toMatchObject({
      caption: "Another rule would change the word of 2 councils",
      data: {
        rows: [
          { council: "Council 1", from: "Requires improvement", to: "Outstanding" },
          { council: "Council 3", from: "Good", to: "Requires improvement" },
        ],
      },
    });
  });

  it("is nothing under CQC's own rule", () => {
    const { title, caption } = whatIfBars(whatIf(eight), options);
    expect(title).toBe("This rule changes the word of none of 8 councils");
    expect(caption).toContain(
      "The rule: equal weights; Requires improvement from a mean of 1.54, Good from 2.50, Outstanding from 3.50.",
    );
  });
});

describe("measures against one quality plus chance", () => {
  const base = { scheme, set: "complete", n: 9, leftOut: [], replicates: 99, seed: 1 } as const;
  const result = (dispersion: number): AgainstOne => ({
    signal: {
      ...base,
      dispersion: { observed: dispersion, expected: 0.4, range: [0.3, 0.5], p: 0.04 },
      // Of nine statements: a third, and two ninths to four ninths.
      hamming: { observed: 3, expected: 3, range: [2, 4], p: 0.5 },
      reversal: null,
      withWord: null,
      incomputable: [{ quantity: "reversal", reason: "no pair" }],
    },
    oneQuality: {
      ...base,
      word: 0.3,
      sum: 0.4,
      ranges: { word: [0.2, 0.35], sum: [0.3, 0.5] },
      incomputable: [],
    },
    variance: {
      ...base,
      statement: 0.1,
      rating: 0.25,
      sumWithinRating: 0.125,
      residual: 0.525,
      total: 8,
      intervals: { statement: null, rating: null, sumWithinRating: null, residual: null },
      bootstrap: null,
      incomputable: [],
    },
  });

  it("say that lying within it is no evidence of it", () => {
    const { title, alt, data } = oneQualityDots(result(0.45), options);
    expect(title).toBe(
      "All 4 measures of variety drawn lie within the middle 95% of what one quality plus chance would give, which is not evidence of one quality",
    );
    expect(alt).toContain(
      "Statements on which two councils differ: published 33%; expected 33% (22% to 44%), p = 0.50.",
    );
    expect(data.rows.at(-1)).toMatchObject({ published: 0.375, expected: 0.4, p: null });
  });

  it("name what is not drawn, and why", () => {
    expect(oneQualityDots(result(0.45), options).caption).toContain(
      "Not drawn: pairs in which the council with the lower word is higher somewhere (no pair).",
    );
    const { oneQuality, ...others } = result(0.45);
    const incomputable = ["word", "sum"].map((quantity) => ({ quantity, reason: "separated" }));
    const without = { ...oneQuality, word: null, sum: null, ranges: { word: null, sum: null } };
    const { title, caption } = oneQualityDots(
      { ...others, oneQuality: { ...without, incomputable } },
      options,
    );
    expect(title).toMatch(/^All 2 measures/);
    expect(caption).toContain(
      "Not drawn: variation that the word carries and variation that the sum carries (separated).",
    );
  });

  it("name what lies outside it", () => {
    expect(oneQualityDots(result(0.55), options).title).toBe(
      "1 of 4 measures of variety lies outside the middle 95% of what one quality plus chance would give: councils' own patterns that lie between themes",
    );
  });
});

it("adds up sums in the order of months", () => {
  // Sums 18 and 27: 4.5 below the mean of 22.5, then back. Either order strays as far.
  const two = madeUp(["222222222", "333333333"], (i) => ({ published: `2025-0${i + 1}` }));
  const { title, data } = cusumChart(drift(two, { replicates: 99 }), options);
  expect(title).toBe(
    "The path of sums over the months cannot be told from that of a shuffled order: permutation p = 1",
  );
  expect(data.rows.map(({ month, cusum }) => [month, cusum])).toEqual([
    ["2025-01", -4.5],
    ["2025-02", 0],
  ]);
});

describe("region effects", () => {
  const effects = (
    regions: readonly (readonly [string, number, number, readonly [number, number] | null])[],
  ): RegionEffects => ({
    scheme,
    set: "complete",
    n: 12,
    leftOut: [],
    between: regions.every(([, , , interval]) => interval === null) ? 0 : 0.5,
    within: 2,
    regions: regions.map(([region, n, mean, interval]) => ({ region, n, mean, interval })),
    method: "empirical Bayes",
    incomputable: [],
  });

  it("stand in the order given, and those told from the average are named with their interval", () => {
    const figure = regionCaterpillar(
      effects([
        ["East Midlands", 4, -1.25, [-2, -0.5]],
        ["London", 6, 0.5, [-0.5, 1.5]],
        ["Yorkshire and The Humber", 2, 0.75, [-1, 2.5]],
      ]),
      options,
    );
    expect(figure.title).toBe(
      "1 of 3 regions is told from the average, effect and 95% interval in logits: East Midlands −1.25 (−2.00 to −0.50)",
    );
    const names = pictureOf(figure.svg[0]).texts.filter(({ size }) => size === 13);
    expect(names.map(({ text }) => text)).toEqual([
      "East Midlands",
      "London",
      "Yorkshire and The Humber",
    ]);
    expect(names[0].box.top).toBeLessThan(names[1].box.top);
    compareWithSnapshot("regionCaterpillarOfThree", figure.svg[0]);
  });

  it.each([
    [
      "No region is told from the average: the 95% intervals of all 2 regions include it",
      [-1, 1] as const,
    ],
    ["Regions are not estimated to differ: every shrunken effect is 0", null],
  ])("%s", (title, interval) => {
    const two = effects([
      ["London", 6, 0, interval],
      ["South East", 6, 0, interval],
    ]);
    expect(regionCaterpillar(two, options).title).toBe(title);
  });
});

it("names a region outside the limits of chance, with the limits", () => {
  // Among 6 at one half, 0 and 6 have a chance of 1/64 each.
  const twelve = madeUp(Array.from({ length: 12 }, (_, i) => (i < 6 ? "2" : "3").repeat(9)));
  const assessments = twelve.assessments.map((a, i) => ({ ...a, region: i < 6 ? "B" : "A" }));
  const { title, svg } = regionFunnel(regionLimits({ ...twelve, assessments }), options);
  expect(title).toBe(
    "6 of 12 councils are Good or better; outside the 95% limits of one share for all lie A 6 of 6 (limits 1 to 5) and B 0 of 6 (limits 1 to 5)",
  );
  expect(textsOf(svg)).toEqual(expect.arrayContaining(["A, 6 of 6", "B, 0 of 6"]));
});

it("draws an icon for each council, known or not, and none by name", () => {
  const dataset = madeUp(["111111111", "111333333", "333333333", "........."], (i) => ({
    confidence: i === 0 ? "low" : "high",
  }));
  const { data, title, svg } = iconArray({ rare: rare(dataset), words: words(dataset) }, options);
  expect(data.rows.map(({ what, councils }) => [councils, what])).toEqual([
    [1, "scores that carry Inadequate, with a score of 1"],
    [1, "a score of 1 and a better word"],
    [1, "no score of 1"],
    [1, "nine scores not known here"],
    [1, "Inadequate, with low confidence"],
    [2, "another word"],
    [1, "word not known here"],
  ]);
  expect(title).toMatch(/, 1 of them with low confidence$/);
  expect(textsOf(svg).join()).not.toContain("Council ");
});

describe("slopes of pilots", () => {
  const pilotOf = (digits: readonly string[], formal: readonly (string | null)[]) => {
    const dataset = madeUp(digits);
    const pilots = dataset.assessments.map((a) => ({ ...a, kind: "pilot" as const }));
    const later = madeUp(formal.map((scores) => scores ?? ".........")).assessments;
    return tranches({ ...dataset, assessments: [...pilots, ...later] });
  };

  it("count up, same and down, and list who has no second word", () => {
    // Good to Good, Requires improvement to Good, Good to not known.
    const result = pilotOf(
      ["333333333", "222222222", "333333333"],
      ["333333333", "333333333", null],
    );
    const { title, svg, alt } = pilotSlopes(result, options);
    expect(title).toBe(
      "The formal word of 2 of 3 pilot councils is known: 1 up from the pilot, 1 the same, 0 down",
    );
    expect(textsOf(svg)).toEqual(
      expect.arrayContaining([
        "The same: Council 1",
        "Up from Requires improvement: Council 2",
        "Good in the pilot, formal word not known: Council 3",
      ]),
    );
    expect(alt).toContain("Council 3, Good in the pilot, formal word not known");
  });

  it("draw a word of low confidence as one, in the real data", () => {
    const { title, svg } = pilotSlopes(tranches(readDataset()), options);
    expect(title).toBe(
      "The formal word of 1 of 5 pilot councils is known, with low confidence: 0 up from the pilot, 1 the same, 0 down",
    );
    expect(textsOf(svg)).toContain("The same: Nottingham, low confidence");
    expect(svg[0]).toContain("stroke-dasharray");
  });
});
