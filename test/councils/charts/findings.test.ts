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
    [
      "scoreHeatMap",
      "5 of 8 councils have a mix behind one word: some scores of 1 or 2, some of 3 or 4",
    ],
    // Good: 243333334 and 222233333 twice, all below 3 on QS1, two of three on QS2 to QS4.
    ["wordDumbbells", "3 of 3 councils rated Good scored below 3 on Assessing needs"],
    // All eight have a word and nine scores; gaps made by draw.ts: the sixth has no word, the
    // fourth is withdrawn, the second and the sixth are of low confidence, the fifth lacks scores.
    [
      "coverageBars",
      "A word is known for 6 of 8 councils, 1 with low confidence, and nine scores for 6",
    ],
    // Requires improvement 18 to 22, Good 23 to 28.
    ["wordSpread", "Sums 5 points apart carry the same word: 23 and 28 are both Good"],
    // Sums: 28, 22, 23, 23, 12, 18, 32 and 20. None is 14 to 17.
    [
      "cliffMargins",
      "1 of 8 councils has a sum of 13 or less, which is Inadequate, and 0 lie one to four points above",
    ],
    // Of 3 Good councils 3 are below 3 on assessing needs: the exact interval from 0.29 spans 1/2.
    // One point from another word are 22, 23, 23 and 32: half of them.
    ["claimIntervals", "1 of 2 claims with an interval or range is decided"],
    // Against it 222233333, twice, is Good too: two points on QS2, one on QS3, QS4 and QS9.
    [
      "profileStrips",
      "2 councils with the same word differ from Bournemouth, Christchurch and Poole by 5 points over nine scores",
    ],
  ])("%s", async (chart, title) => {
    expect((await charts[chart](eight)).title).toBe(title);
  });

  it.each([
    [
      "scoreHeatMap",
      "1 of 1 council has a mix behind one word: some scores of 1 or 2, some of 3 or 4",
    ],
    ["wordSpread", "No word covers more than one sum among 1 council"],
    ["coverageBars", "A word is known for 1 of 1 council, and nine scores for 1"],
    ["statementDifferences", "No statement can be compared between the tranches"],
    // Five scores of 2: 1 - .9^5 = 0.41 for a first 1. The sum, 22, cannot fall to 13.
    [
      "scenarioCurve",
      "If each score of 2 fell to 1 with a chance of 10%, one would expect 0.4 more councils with a first score of 1 and 0.0 in all with a sum of 13 or less",
    ],
    ["profileStrips", "No other council in the set has the same word as Council 1"],
  ])("%s of one council, 222223333", async (chart, title) => {
    expect((await charts[chart](datasets["one council"])).title).toBe(title);
  });
});

describe("tranches", () => {
  // First tranche 23 and 22, later 23 and 27. Of four pairs the first is higher in none and equal
  // in one: A is (0 + 1/2) / 4 = 0.125.
  const dataset = madeUp(["222233333", "222223333", "222233333", "333333333"], (i) => ({
    published: i < 2 ? "2025-01" : "2025-02",
  }));
  const result = tranches(dataset);
  const options = { source: "Made up for a test", document };

  it("are titled by what was found, with means and interval", () => {
    const { title, alt, n } = trancheSums(result, options);
    expect(title).toMatch(
      /^Whether sums of the first tranche and later ones differ is inconclusive: mean 22\.5 against 25\.0, A 0\.125 \(95% interval 0\.\d{3} to 0\.\d{3}\)$/,
    );
    expect(alt).toContain("First tranche: 2 councils, mean 22.5; Later tranches: 2 councils");
    expect(n).toBe(4);
  });

  it("say what has a row and no dot", () => {
    // Two pilots, one without a sum; of two formal assessments one has no sum.
    const made = madeUp(["222233333", ".........", "222233333", "........."], (i) => ({
      kind: i < 2 ? "pilot" : "formal",
      rating: "Good",
      published: i < 2 ? "2023-11" : "2025-01",
    }));
    expect(trancheSums(tranches(made), options).source).toMatch(
      /Left out: 1 \(pilot without a known sum\), 1 \(formal assessment without a known sum\)$/,
    );
  });

  it("are compared on the sum and on every statement, and no p is rounded to nothing", () => {
    const { title, data, caption } = statementDifferences(result, options);
    // Nine comparisons of two with two: the smallest exact p of one is 1/3, so Holm's is 1.
    expect(title).toBe(
      "On none of 9 statements can the first tranche be told from later ones: the smallest p, adjusted by Holm, is 1",
    );
    expect(data.rows).toHaveLength(10);
    expect(data.rows[0]).toMatchObject({ name: "Sum of nine scores", A: 0.125 });
    // Assessing needs: 2 and 2 against 2 and 3: one of two pairs equal, A = 0.25.
    expect(data.rows[1]).toMatchObject({ name: "Assessing needs", A: 0.25 });
    expect(caption).toContain("inconclusive");
  });

  it("says which statements differ where some do", () => {
    // Twelve councils each side; the first always 3 on the first statement, the later always 2.
    const apart = madeUp(
      Array.from({ length: 24 }, (_, i) => (i < 12 ? "333333333" : "233333333")),
      (i) => ({ published: i < 12 ? "2025-01" : "2025-02" }),
    );
    // Two ways of C(24, 12) = 2,704,156 are as far apart; Holm multiplies by 9.
    expect(statementDifferences(tranches(apart), options).title).toBe(
      "On 1 of 9 statements the first tranche is told from later ones: Assessing needs (Holm p under 0.001)",
    );
    expect(trancheSums(tranches(apart), options).title).toMatch(
      /^Sums of the first tranche and later ones differ: mean 27\.0 against 26\.0, A 1 /,
    );
  });
});

it("says in words how many councils of each word reach 3, out of how many", async () => {
  // Good: 243333334 and 222233333 twice. QS1 to QS4: only the first has a 3 or 4, from QS2.
  const { alt } = await charts.wordDumbbells(eight);
  expect(alt).toContain("Of 3 rated Good: Assessing needs 0; Healthier lives 1; ");
  expect(alt).toMatch(/; Learning 3\.$/);
});

// The pilots' charts leave no pilot out, and each claim has a set of its own, which its row names.
const withoutOneSet = ["pilotSlopes", "trancheSums", "claimIntervals"];
it.each(Object.keys(charts).filter((chart) => !withoutOneSet.includes(chart)))(
  "%s says what is left out beside its source, not in its caption",
  async (chart) => {
    const pilots = eight.assessments.map((a, i) =>
      i === 4 ? { ...a, kind: "pilot" as const } : a,
    );
    const { caption, source } = await charts[chart]({ ...eight, assessments: pilots });
    // Profiles are compared within a word: of the eight, five have another than the first.
    const [four, five] = [4, 5].map((n) =>
      chart === "profileStrips" ? `${n} (another word)` : "",
    );
    const withPilot = ["1 (pilot)", four].filter((part) => part !== "").join(", ");
    expect(source).toBe(`Made up for a test. Left out: ${withPilot}`);
    expect(caption).not.toMatch(/left out: /i);
    expect((await charts[chart](eight)).source).toBe(
      `Made up for a test${five === "" ? "" : `. Left out: ${five}`}`,
    );
  },
);

describe("what is drawn", () => {
  const textsOf = async (chart: string) =>
    (await charts[chart](eight)).svg.flatMap((svg) => pictureOf(svg).texts.map(({ text }) => text));

  it("names the ends of a word", async () => {
    const texts = await textsOf("wordSpread");
    expect(texts).toContain("highest 22: Westmorland and Furness");
    expect(texts).toContain("lowest 18: Kingston upon Hull, City of");
    expect(texts).toContain("highest 28: Bournemouth, Christchurch and Poole");
    expect(texts).toContain("only sum 12: York");
  });

  it("marks every score of 1 with an outline, as its fill is white", async () => {
    const { texts, shapes } = pictureOf((await charts.scoreHeatMap(eight)).svg[0]);
    const ones = texts.filter(({ text, fill }) => text === "1" && fill === "#1A1A1A");
    expect(ones).toHaveLength(6);
    expect(shapes.filter(({ stroke }) => stroke === "#12436D")).toHaveLength(6);
  });

  it.each(["scoreHeatMap", "wordSpread"])(
    "%s does not cut the longest name of a council short",
    async (chart) => {
      // Sum 22, one point from Good, so that every chart names it.
      const longest = { ...eight.assessments[1], council: "Bournemouth, Christchurch and Poole" };
      const { svg } = await charts[chart]({ ...eight, assessments: [longest] });
      const texts = svg.flatMap((panel) => pictureOf(panel).texts.map(({ text }) => text));
      expect(texts.join("|")).toContain("Bournemouth, Christchurch and Poole");
    },
  );

  it("panels 153 councils over pages, each council once", async () => {
    const { svg } = await charts.scoreHeatMap(datasets["153 councils"]);
    expect(svg).toHaveLength(5);
    const names = svg.flatMap((panel) =>
      pictureOf(panel).texts.filter(({ text }) => / \d+$/.test(text) || text.endsWith("…")),
    );
    expect(names).toHaveLength(153);
  });
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

describe("the charts of one council", () => {
  it("cut no name, however long", async () => {
    const name = "Bournemouth, Christchurch and Poole with Bath and North East Somerset";
    const made = madeUp(["333333333", "333333332"]);
    const assessments = made.assessments.map((a) => ({ ...a, council: name }));
    const councils = made.councils.map((council) => ({ ...council, name }));
    const { svg } = await charts.profileStrips({ ...made, assessments, councils });
    expect(svg[0]).not.toContain("…");
    // Once in bold for the council itself, and once for the other.
    expect(svg[0].match(/>Bournemouth, /g)).toHaveLength(2);
    expect(svg[0].match(/Somerset(?:, Good)?</g)).toHaveLength(2);
  });

  it("say that all with the word are alike, or that none has it, and name a lone council", () => {
    expect(charts.profileStrips(madeUp(["333333333", "333333333"]))).toMatchObject({
      title: "The other council with the same word has the same nine scores as Council 1",
    });
    // Sums 27 and 18.
    expect(charts.profileStrips(madeUp(["333333333", "222222222"]))).toMatchObject({
      title: "No other council in the set has the same word as Council 1",
    });
    expect(charts.profileStrips(madeUp(["333333333", "333333332"]))).toMatchObject({
      title: "Council 2, with the same word, differs from Council 1 by 1 point over nine scores",
    });
  });
});
