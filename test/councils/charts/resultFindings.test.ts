import { describe, expect, it } from "vitest";
import { consistency } from "../../../src/councils/analysis/consistency.js";
import type { Consistency } from "../../../src/councils/analysis/consistency.js";
import { drift } from "../../../src/councils/analysis/drift.js";
import { heaping } from "../../../src/councils/analysis/heaping.js";
import { rare } from "../../../src/councils/analysis/rare.js";
import { regionLimits } from "../../../src/councils/analysis/regionLimits.js";
import { whatIf } from "../../../src/councils/analysis/whatIf.js";
import { words } from "../../../src/councils/analysis/words.js";
import { consistencyCurve } from "../../../src/councils/charts/consistencyCurve.js";
import { cusumChart } from "../../../src/councils/charts/cusumChart.js";
import { heapingCurve } from "../../../src/councils/charts/heapingCurve.js";
import { iconArray } from "../../../src/councils/charts/iconArray.js";
import { oneQualityDots } from "../../../src/councils/charts/oneQualityDots.js";
import type { AgainstOne } from "../../../src/councils/charts/measuresAgainst.js";
import { regionFunnel } from "../../../src/councils/charts/regionFunnel.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import type { Figure, Table } from "../../../src/engine/report/block.js";
import { flipsTable } from "../../../src/councils/tables/flipsTable.js";
import { scheme, madeUp } from "../../madeUp.js";
import { charts, document } from "./draw.js";
import { eight } from "./madeUpCouncils.js";
import { pictureOf } from "./picture.js";

const options = { source: "Made up for a test", document };
const textsOf = (block: Figure | Table) =>
  block.kind === "table"
    ? []
    : block.svg.flatMap((one) => pictureOf(one).texts.map(({ text }) => text));

describe("titles of eight councils state the finding", () => {
  it.each([
    // Without one of its five 2s, 222223333 has a mean of 20/8 = 2.5: Good. No other word changes.
    ["weightsBars", "Leaving out one statement can change the rating of 1 council"],
    // 111111222 alone.
    ["iconArray", "1 of 8 councils has the lowest score on a statement"],
    // At one half, 0 and 3 of 3 have a chance of 1/8 each, 0 and 5 of 5 one of 1/32: none is outside.
    ["regionFunnel", "Shares of 2 regions lie within the limits of chance"],
  ])("%s", (chart, title) => {
    expect(charts[chart](eight)).toMatchObject({ kind: "figure", title });
  });

  it("gives the exact interval of a score of 1", () => {
    // binom.test(1, 8) in R: 0.0032 to 0.5265.
    expect(charts.iconArray(eight)).toMatchObject({
      subtitle: expect.stringMatching(/95% interval of a score of 1: 0\.3% to 52\.7%$/) as string,
    });
  });
});

describe("a curve of heaping", () => {
  it("says that it is exploratory and that the claim is left open so far", () => {
    expect(heapingCurve(heaping(readDataset(), { replicates: 9 }), options)).toMatchObject({
      title: expect.stringMatching(/^Exploratory/) as string,
      caption: expect.stringMatching(/decided on other councils and is left open/) as string,
    });
  });

  it("looks at no council outside the complete set, on which the claim is to be decided", () => {
    const block = heapingCurve(heaping(readDataset(), { replicates: 9 }), options);
    expect(textsOf(block)).toEqual(
      expect.arrayContaining(["Complete set", "p = 0.050", "frozen k, 0.07"]),
    );
    expect(block).toMatchObject({ n: 72 });
    expect(JSON.stringify(block)).not.toContain("ll known");
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

  it("reads both curves in words, as a table of four councils", () => {
    const { data, ...block } = consistencyCurve(result, options);
    expect(block).toMatchObject({
      kind: "table",
      caption: "Ratings that another panel might change, by a chance nobody knows",
    });
    expect(data.rows).toEqual([
      { e: 0.1, independent: 0.04, leniency: 0.5 },
      { e: 0.2, independent: 0.5, leniency: 1.25 },
    ]);
    expect(consistencyCurve({ ...result, n: 8 }, options)).toMatchObject({
      alt: expect.stringMatching(
        /up or down: under 0\.1 at 10%, 0\.5 at 20%\..*: 0\.5 at 10%, 1\.3 at 20%/,
      ) as string,
    });
  });
});

describe("a curve of consistency at a chance that a reader asks for", () => {
  // R, test/reference/robustness.R, on the 72: 0.10 gives 6.84 and 9.1.
  const at = (e: number) =>
    consistencyCurve(consistency(readDataset(), { e: [0, 0.1, 0.2] }), { ...options, e });

  it("says what both ways of differing give there, and marks it", () => {
    const block = at(0.1);
    expect(block).toMatchObject({
      title: "At a 10% chance, another panel changes about 7 ratings",
      alt: expect.stringContaining("9.1 at 10%") as string,
    });
    expect(textsOf(block)).toContain("e, 10%");
    expect(at(0)).toMatchObject({
      title: "At a 0% chance, another panel changes fewer than one rating",
    });
  });

  it("refuses a chance that the curve is not read at", () => {
    expect(() => at(0.15)).toThrow("e: expected one of those that the curve is read at: 0.15");
  });
});

describe("what another rule would change", () => {
  it("is listed by council, by the rating that it has and would have", () => {
    // The sums are 18, 18, 23 and 27; the first statement alone makes it 4, 2, 2 and 3.
    const four = madeUp(["411222222", "222222222", "222233333", "333333333"]);
    const only = whatIf(four, { weights: [1, 0, 0, 0, 0, 0, 0, 0, 0] });
    expect(flipsTable(only, options)).toMatchObject({
      caption: "Another rule would change the rating of 2 councils",
      data: {
        rows: [
          { council: "Council 1", from: "Requires improvement", to: "Outstanding" },
          { council: "Council 3", from: "Good", to: "Requires improvement" },
        ],
      },
    });
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
    const { data, ...block } = oneQualityDots(result(0.45), options);
    expect(block).toMatchObject({
      title: "Chance around one quality would give about this variety",
      caption: expect.stringContaining("no evidence of one quality") as string,
      alt: expect.stringContaining(
        "Statements on which two councils differ: published 33%; expected 33% (22% to 44%), p = 0.50.",
      ) as string,
    });
    expect(data.rows.at(-1)).toMatchObject({ published: 0.375, expected: 0.4, p: null });
  });

  it("name what is not drawn, and why", () => {
    expect(oneQualityDots(result(0.45), options)).toMatchObject({
      detail:
        "Not drawn: pairs in which the council with the lower rating is higher somewhere (no pair).",
    });
    const { oneQuality, ...others } = result(0.45);
    const incomputable = ["word", "sum"].map((quantity) => ({ quantity, reason: "separated" }));
    const without = { ...oneQuality, word: null, sum: null, ranges: { word: null, sum: null } };
    expect(
      oneQualityDots({ ...others, oneQuality: { ...without, incomputable } }, options),
    ).toMatchObject({
      detail: expect.stringContaining(
        "variation that the rating holds and variation that the total holds (separated).",
      ) as string,
    });
  });

  it("count what lies outside it", () => {
    expect(oneQualityDots(result(0.55), options)).toMatchObject({
      title: "1 of 4 measures of variety goes beyond one quality plus chance",
    });
  });
});

it("adds up sums in the order of months", () => {
  // Sums 18 and 27: 4.5 below the mean of 22.5, then back. Either order strays as far.
  const two = madeUp(["222222222", "333333333"], (i) => ({ published: `2025-0${i + 1}` }));
  const { data, ...block } = cusumChart(drift(two, { replicates: 99 }), options);
  expect(block).toMatchObject({
    kind: "table",
    caption: "Totals follow a path like that of a shuffled order",
    scope: expect.stringContaining("Permutation p = 1, 99 shuffles") as string,
  });
  expect(data.rows.map(({ month, cusum }) => [month, cusum])).toEqual([
    ["2025-01", -4.5],
    ["2025-02", 0],
  ]);
});

it("counts regions outside the limits of chance, and says the limits", () => {
  // Among 6 at one half, 0 and 6 have a chance of 1/64 each.
  const twelve = madeUp(Array.from({ length: 12 }, (_, i) => (i < 6 ? "2" : "3").repeat(9)));
  const assessments = twelve.assessments.map((a, i) => ({ ...a, region: i < 6 ? "B" : "A" }));
  const block = regionFunnel(regionLimits({ ...twelve, assessments }), options);
  expect(block).toMatchObject({ title: "2 of 2 regions lie outside the limits of chance" });
  expect(textsOf(block)).toEqual(
    expect.arrayContaining(["A", "6 of 6, limits 1 to 5", "B", "0 of 6, limits 1 to 5"]),
  );
});

it("counts each council, known or not, and names none", () => {
  const dataset = madeUp(["111111111", "111333333", "333333333", "........."], (i) => ({
    confidence: i === 0 ? "low" : "high",
  }));
  const { data } = iconArray({ rare: rare(dataset), words: words(dataset) }, options);
  expect(data.rows.map(({ what, councils }) => [councils, what])).toEqual([
    [1, "scores that give Inadequate"],
    [1, "a score of 1, a better rating"],
    [1, "no score of 1"],
    [1, "not every score known here"],
    [2, "another rating"],
    [1, "rating not confirmed"],
    [1, "rating not known here"],
  ]);
  expect(textsOf(charts.iconArray(eight)).join()).not.toContain("Council ");
});
