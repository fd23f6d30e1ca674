import { describe, expect, it } from "vitest";
import { margins } from "../../../src/councils/analysis/margins.js";
import { tranches } from "../../../src/councils/analysis/tranches.js";
import { marginStrip } from "../../../src/councils/charts/marginStrip.js";
import { statementDifferences } from "../../../src/councils/charts/statementDifferences.js";
import { trancheSums } from "../../../src/councils/charts/trancheSums.js";
import { toFigure } from "../../../src/engine/report/block.js";
import { madeUp } from "../../madeUp.js";
import { charts, document } from "./draw.js";
import { datasets, eight } from "./madeUpCouncils.js";
import { pictureOf } from "./picture.js";

/*
 * The eight councils, by hand:
 *   243333334 28 Good            222223333 22 Requires improvement
 *   222233333 23 Good (twice)    111111222 12 Inadequate
 *   444443333 32 Outstanding     222222222 18 Requires improvement
 *   222222224 20 Requires improvement
 */
describe("titles state the finding", () => {
  it.each([
    // Both 2 or less and 3 or more: 28, 22, 23, 23 and 20.
    ["scoreHeatMap", "5 of 8 councils have scores both below good and good"],
    // All eight have a word and nine scores; gaps made by draw.ts: the sixth has no word, the
    // fourth is withdrawn, the second and the sixth are of low confidence, the fifth lacks scores.
    ["coverageBars", "Every score is known for 6 of 8 councils"],
    // Requires improvement 18 to 22, Good 23 to 28.
    ["wordSpread", "Totals from 23 to 28 are all rated Good"],
    // Sums: 28, 22, 23, 23, 12, 18, 32 and 20. None is 14 to 17.
    ["cliffMargins", "No council is up to four points above Inadequate"],
    // Of 3 Good councils 3 are below 3 on assessing needs: the exact interval from 0.29 spans 1/2.
    // One point from another word are 22, 23, 23 and 32: half of them.
    ["claimIntervals", "1 of 2 claims on a share is decided"],
  ])("%s", (chart, title) => {
    expect(charts[chart](eight)).toMatchObject({ kind: "figure", title });
  });

  it("of one council are those of a table", () => {
    // Five scores of 2: 1 - .9^5 = 0.41 for a first 1. The total, 22, cannot fall to 13.
    const { data, ...block } = charts.scenarioCurve(datasets["one council"]);
    expect(block).toMatchObject({
      kind: "table",
      caption: "At a chance of 10%, no more councils would be Inadequate",
    });
    expect(data.rows[1]).toEqual({ d: 0.1, first: expect.closeTo(0.41, 3) as number, low: 0 });
  });
});

describe("tranches", () => {
  // First tranche 23 and 22, later 23 and 27. Of four pairs the first is higher in none and equal
  // in one: A is (0 + 1/2) / 4 = 0.125.
  const four = ["222233333", "222223333", "222233333", "333333333"];
  const dataset = madeUp(four, (i) => ({
    published: i < 2 ? "2025-01" : "2025-02",
  }));
  const result = tranches(dataset);
  const options = { source: "Made up for a test", document };

  it("have their means, and too few councils are a table", () => {
    const block = trancheSums(result, options);
    expect(block).toMatchObject({
      kind: "table",
      n: 4,
      caption: "Whether first and later councils were scored differently is not settled",
    });
    const eightOf = trancheSums(
      tranches(
        madeUp([...four, ...four], (i) => ({ published: i % 4 < 2 ? "2025-01" : "2025-02" })),
      ),
      options,
    );
    expect(eightOf).toMatchObject({
      alt: expect.stringContaining(
        "First tranche: 4 councils, mean 22.5; Later tranches: 4 councils, mean 25.0",
      ) as string,
    });
  });

  it("say what has a row and no dot", () => {
    // Two pilots, one without a sum; of two formal assessments one has no sum.
    const made = madeUp(["222233333", ".........", "222233333", "........."], (i) => ({
      kind: i < 2 ? "pilot" : "formal",
      rating: "Good",
      published: i < 2 ? "2023-11" : "2025-01",
    }));
    expect(trancheSums(tranches(made), options).source).toMatch(
      /Left out: 1 \(pilot without a known total\), 1 \(formal assessment without a known total\)$/,
    );
  });

  it("are compared on the sum and on every statement, and no p is rounded to nothing", () => {
    const { data, ...block } = statementDifferences(result, options);
    // Nine comparisons of two with two: the smallest exact p of one is 1/3, so Holm's is 1.
    expect(block).toMatchObject({
      caption: "First and later councils cannot be told apart on any statement",
    });
    expect(data.rows.slice(1).map(({ p }) => p)).toEqual(Array(9).fill(1));
    expect(data.rows).toHaveLength(10);
    expect(data.rows[0]).toMatchObject({ name: "Sum of nine scores", A: 0.125 });
    // Assessing needs: 2 and 2 against 2 and 3: one of two pairs equal, A = 0.25.
    expect(data.rows[1]).toMatchObject({ name: "Assessing needs", A: 0.25 });
  });

  it("says which statements differ where some do", () => {
    // Twelve councils each side; the first always 3 on the first statement, the later always 2.
    const apart = madeUp(
      Array.from({ length: 24 }, (_, i) => (i < 12 ? "333333333" : "233333333")),
      (i) => ({ published: i < 12 ? "2025-01" : "2025-02" }),
    );
    // Two ways of C(24, 12) = 2,704,156 are as far apart; Holm multiplies by 9.
    expect(statementDifferences(tranches(apart), options)).toMatchObject({
      title: "First and later councils differ on 1 of 9 statements",
      alt: expect.stringContaining("Assessing needs 1") as string,
    });
    expect(trancheSums(tranches(apart), options)).toMatchObject({
      title: "First and later councils have different totals",
    });
  });
});

it("names no council in a picture of ranges of totals, and all in its data", () => {
  const { data, ...block } = charts.wordSpread(eight);
  expect(block.kind === "figure" ? block.svg[0] : "").not.toMatch(/York|Rutland|Hull/);
  // 12 is York's alone; Requires improvement runs from 18, Kingston upon Hull, to 22.
  expect(data.rows.slice(2)).toMatchObject([
    { lowest: 18, lowestCouncils: "Kingston upon Hull, City of", highest: 22 },
    { lowest: 12, lowestCouncils: "York", highest: 12 },
  ]);
});

it("draws a bar for each council and statement, as high as its score", () => {
  const block = charts.scoreHeatMap(eight);
  const { shapes } = pictureOf(block.kind === "figure" ? block.svg[0] : "");
  const bars = shapes.slice(1).filter(({ stroke, corners }) => stroke === "none" && !corners);
  const heights = bars.map(({ box }) => Math.round(box.bottom - box.top));
  const unit = Math.min(...heights);
  // 1s, 2s, 3s and 4s of the eight: 6, 34, 24 and 8 of 72, counted by hand.
  const counted = [1, 2, 3, 4].map(
    (score) => heights.filter((height) => Math.abs(height - score * unit) <= 2).length,
  );
  expect(counted).toEqual([6, 34, 24, 8]);
});

describe("a figure cannot be made without what it must say", () => {
  const full = {
    id: "a",
    title: "t",
    subtitle: "s",
    alt: "a",
    caption: "c",
    source: "s",
    n: 1,
    data: { columns: [], rows: [] },
    svg: "<svg/>",
  };

  it("checks at run time what the types check when compiled", () => {
    expect(toFigure(full).kind).toBe("figure");
    // @ts-expect-error a figure needs a title
    expect(() => toFigure({ ...full, title: undefined })).toThrow("figure a: title is missing");
    // @ts-expect-error a figure needs an alternative text
    expect(() => toFigure({ ...full, alt: undefined })).toThrow("figure a: alt is missing");
    // @ts-expect-error a figure needs a source
    expect(() => toFigure({ ...full, source: undefined })).toThrow("figure a: source is missing");
    // @ts-expect-error a figure needs a caption
    expect(() => toFigure({ ...full, caption: undefined })).toThrow("figure a: caption is missing");
    // @ts-expect-error a figure needs n
    expect(() => toFigure({ ...full, n: undefined })).toThrow(
      "figure a: n: expected a whole number",
    );
    const { id, subtitle, data, svg } = full;
    // @ts-expect-error a figure needs title, alt, caption, source and n
    expect(() => toFigure({ id, subtitle, data, svg })).toThrow("figure a: title is missing");
  });

  it("needs a source and a document to draw", () => {
    const result = margins(eight);
    // @ts-expect-error a chart needs a source
    expect(() => marginStrip(result, { document })).toThrow("source is missing");
    expect(() => marginStrip(result, { source: "x" })).toThrow(
      new TypeError("a chart needs a document: outside a browser, pass { document }"),
    );
  });
});
