import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { contrast } from "../../../src/councils/charts/colour.js";
import { maxChartHeight, smallTextSize } from "../../../src/councils/charts/textSizes.js";
import { themes } from "../../../src/councils/charts/theme.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import type { Figure, Table } from "../../../src/engine/report/block.js";
import { madeUp } from "../../madeUp.js";
import { datasets, hostileName } from "./madeUpCouncils.js";
import { isCutBy, overlap, pictureOf } from "./picture.js";
import type { Picture } from "./picture.js";
import { plots } from "./plots.js";
import { compareWithSnapshot } from "./snapshot.js";

/** The edge cases, and what is published. */
const seen: typeof datasets = { ...datasets, "the real data": readDataset() };
/** What was drawn, once for all tests. */
const drawn = new Map<string, Figure | Table>();
function blockOf(chart: string, name: string): Figure | Table {
  const key = `${chart} ${name}`;
  if (!drawn.has(key)) drawn.set(key, plots[chart](seen[name]));
  return drawn.get(key)!;
}
/** Of eight councils three are Good, too few to draw: then of many. */
function figureOf(chart: string, asked: string): Figure {
  const name = asked === "eight" && chart === "belowGoodShares" ? "no Outstanding" : asked;
  const block = blockOf(chart, name);
  if (block.kind !== "figure") throw new Error(`${chart} of ${name} is a table`);
  return block;
}

function overlaps({ texts }: Picture): string[] {
  return texts.flatMap((a, i) =>
    texts.slice(i + 1).flatMap((b) => (overlap(a.box, b.box) ? [`${a.text} | ${b.text}`] : [])),
  );
}

/** Texts that a filled shape cuts into: they neither lie within its sides nor clear of them. */
function runInto({ texts, shapes }: Picture, page: string): string[] {
  const filled = shapes.filter(({ fill }) => fill !== "none" && fill !== page);
  return texts.flatMap(({ text, box }) =>
    filled
      .filter((shape) => overlap(box, shape.box))
      .filter(({ box: { left, right }, corners }) =>
        corners ? isCutBy(box, corners) : box.left < left || box.right > right,
      )
      .map(({ fill }) => `${text} | ${fill}`),
  );
}

const wordsIn = (text: string) => text.split(/\s+/).length;

describe.each(Object.keys(plots))("%s", (chart) => {
  it("looks as it did, wide and light, narrow and dark", () => {
    const { drawings = [] } = figureOf(chart, "eight");
    for (const { width, theme, svg } of [drawings[0], drawings[3]])
      compareWithSnapshot(`${chart}-${width}-${theme}`, svg);
  });

  it("draws the same again, in well-formed XML", () => {
    const figure = figureOf(chart, "eight");
    drawn.clear();
    expect(figureOf(chart, "eight")).toEqual(figure);
    // jsdom reads XML strictly; a fault gives a document that says so.
    const { DOMParser } = new JSDOM("").window;
    for (const { svg } of figure.drawings!) {
      const root = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
      expect(root.localName).toBe("svg");
      expect(root.querySelector("parsererror")).toBeNull();
    }
  });

  it.each(Object.keys(seen))("can be read in every view with %s", (name) => {
    const block = blockOf(chart, name);
    if (block.kind === "table") {
      expect(block.scope).toMatch(
        /So few (?:councils|scores|measures|events) are set out and not drawn\.$|There is nothing to draw: [\w ,]+\.$/,
      );
      return;
    }
    expect(block.drawings).toHaveLength(4);
    for (const { width, theme, svg } of block.drawings!) {
      const picture = pictureOf(svg);
      const { root, texts, shapes } = picture;
      const { page } = themes[theme];
      const height = Number(root.getAttribute("height"));
      expect(root.getAttribute("viewBox")).toBe(`0 0 ${width} ${height}`);
      expect(root.getAttribute("role")).toBe("img");
      expect(height).toBeLessThanOrEqual(maxChartHeight);
      expect(shapes[0]).toMatchObject({
        fill: page,
        box: { left: 0, top: 0, right: width, bottom: height },
      });
      expect(svg).not.toMatch(/<style|<title|\sclass=|\sstyle=|\saria-|currentColor|var\(|NaN/);
      expect(texts.length).toBeGreaterThan(0);
      expect(texts.filter(({ size }) => size < smallTextSize)).toEqual([]);
      expect(texts.filter(({ fill, ground }) => !(contrast(fill, ground) >= 4.5))).toEqual([]);
      const within = ({ box }: Picture["texts"][number] | Picture["shapes"][number]) =>
        box.left >= 0 && box.top >= 0 && box.right <= width && box.bottom <= height;
      expect(texts.filter((text) => !within(text))).toEqual([]);
      expect(shapes.filter((shape) => !within(shape))).toEqual([]);
      expect(overlaps(picture)).toEqual([]);
      // A name on the map may reach over its hexagon's edge, though never to another's name.
      if (chart !== "hexMap") expect(runInto(picture, page)).toEqual([]);
      const paints = new Set(shapes.flatMap(({ fill, stroke }) => [fill, stroke]));
      paints.delete("none");
      paints.delete(page);
      expect([...paints].filter((paint) => !(contrast(paint, page) >= 3))).toEqual([]);
    }
  });

  it.each(Object.keys(seen))("says what it shows in few words with %s", (name) => {
    const block = blockOf(chart, name);
    // A made-up council's name may end in a number, which is none of the finding's.
    const title = (block.kind === "table" ? block.caption : block.title).replace(
      /(Council|Poole) \d+/,
      "$1",
    );
    expect(wordsIn(title)).toBeLessThanOrEqual(12);
    expect(title.match(/\d[\d,.]*/g)?.length ?? 0).toBeLessThanOrEqual(2);
    if (block.kind === "table") return;
    const { alt, caption, subtitle } = block;
    expect(wordsIn(caption)).toBeLessThanOrEqual(45);
    expect(new Set([alt, caption, title, subtitle]).size).toBe(4);
    expect([alt, caption, title, subtitle].join(" ")).not.toMatch(
      /\bwords?\b|\bcarr(?:y|ies)\b|\bsums?\b|low confidence|undefined/,
    );
  });

  it("is a table where nothing is known", () => {
    expect(blockOf(chart, "no council")).toMatchObject({ kind: "table", n: 0 });
  });

  it("prints no name as markup", () => {
    const { drawings = [] } = figureOf(chart, "eight");
    for (const { svg } of drawings) {
      expect(svg).not.toContain("<img");
      expect(pictureOf(svg).root.querySelector("img, image, script")).toBeNull();
    }
  });
});

describe("titles are findings", () => {
  // Worked by hand from the eight councils' scores: see the test of titles of other charts.
  it.each([
    ["sumHistogram", "eight", "4 of 8 councils have a total that is Good or better"],
    ["statementBars", "eight", "Assessing needs is most often below good: 7 of 8 councils"],
    ["marginStrip", "eight", "4 of 8 councils are one point from another rating"],
    [
      "councilScores",
      "eight",
      "Bournemouth, Christchurch and Poole scores below good on 1 of 9 statements",
    ],
    // Counted by R in the 72 councils published up to 3 October 2025.
    ["sumHistogram", "the real data", "16 of 72 councils have the lowest total that is Good"],
    ["marginStrip", "the real data", "22 of 72 councils are one point from another rating"],
    ["belowGoodShares", "the real data", "32 of 48 Good councils fall short on assessing needs"],
  ])("%s of %s", (chart, name, title) => {
    expect(figureOf(chart, name).title).toBe(title);
  });

  it("say of a pilot's and of unconfirmed scores that they are such", () => {
    const of = (kind: "pilot" | "formal", confidence: "low" | "high") =>
      plots.councilScores(madeUp(["233333333"], () => ({ kind, confidence })));
    expect(of("pilot", "high")).toMatchObject({
      title: "In its pilot, Council 1 scored below good on 1 of 9 statements",
    });
    expect(of("formal", "low")).toMatchObject({
      title: "Not confirmed: Council 1, 1 of 9 scores below good",
    });
  });
});

/** Of no one set of councils: measures, events, claims; tranches count pilots too. */
const withoutOneSet = ["outcomeDots", "eventLines", "claimIntervals", "trancheSums"];

describe("what is left out", () => {
  const pilots = seen.eight.assessments.map((a, i) =>
    i === 4 ? { ...a, kind: "pilot" as const } : a,
  );

  it.each(Object.keys(plots).filter((chart) => !withoutOneSet.includes(chart)))(
    "%s says it beside its source",
    (chart) => {
      expect(plots[chart]({ ...seen.eight, assessments: pilots }).source).toBe(
        "Made up for a test. Left out: 1 (pilot)",
      );
      expect(plots[chart](seen.eight).source).toBe("Made up for a test");
    },
  );
});

const textsOf = (chart: string, name: string) =>
  figureOf(chart, name).svg.flatMap((svg) => pictureOf(svg).texts.map(({ text }) => text));

describe("what is drawn", () => {
  it("has no name of a council among the points from another rating", () => {
    const texts = textsOf("marginStrip", "eight").join("|");
    expect(texts).not.toMatch(/York|Rutland|Bournemouth|Hull/);
    expect(texts).not.toContain(hostileName.slice(0, 8));
    // Sums 28, 22, 23, 23, 12, 32, 18 and 20: 12 has no lower rating, 32 no higher one.
    expect(texts).toContain("To a lower rating: 7 councils, 1 already at the lowest");
    expect(texts).toContain("To a higher rating: 7 councils, 1 already at the highest");
  });

  it("counts every total, every rating, and those at the lowest that is Good", () => {
    const texts = textsOf("sumHistogram", "eight");
    expect(texts).toEqual(
      expect.arrayContaining(["Inadequate", "Requires", "improvement", "Good", "Outstanding"]),
    );
    expect(texts.filter((text) => / councils?$/.test(text))).toEqual([
      "1 council",
      "3 councils",
      "3 councils",
      "1 council",
    ]);
    expect(texts).toEqual(expect.arrayContaining(["2 councils at", "the lowest Good"]));
  });

  it("counts all councils of a statement on either side of the line", () => {
    // Safeguarding: 2 from 111111222, 222222222 and 222222224; 3 from the other five.
    const { rows } = figureOf("statementBars", "eight").data;
    expect(rows.find((row) => row.statement === "Safeguarding")).toEqual({
      statement: "Safeguarding",
      score1: 0,
      score2: 3,
      score3: 5,
      score4: 0,
      n: 8,
    });
  });

  it("names all nine regions beside the real map, at both widths", () => {
    const regions = [...new Set(seen["the real data"].councils.map(({ region }) => region))];
    for (const { svg } of figureOf("hexMap", "the real data").drawings!) {
      const said = pictureOf(svg)
        .texts.map(({ text }) => text)
        .join(" ");
      for (const region of regions) expect(said).toContain(region);
    }
  });

  it("shows no rating that is not confirmed on the map", () => {
    const low = {
      ...seen.eight,
      assessments: seen.eight.assessments.map((a) => ({ ...a, confidence: "low" as const })),
    };
    const figure = plots.hexMap(low);
    expect(figure.data.rows.map(({ rating }) => rating)).toEqual(
      seen.eight.councils.map(() => "Not confirmed"),
    );
    const texts = figure.kind === "figure" ? pictureOf(figure.svg[0]).texts : [];
    expect(texts.map(({ text }) => text)).not.toContain("G");
    // Seven of eight have a place in the layout, and all eight are counted in the key.
    expect(texts.filter(({ text }) => text === "?")).toHaveLength(7);
    expect(texts.map(({ text }) => text)).toContain("? Not confirmed: 8");
  });

  it("draws no map without a layout", () => {
    const real = seen["the real data"];
    const bare = { ...real, context: { ...real.context, "hex-layout": [] } };
    expect(plots.hexMap(bare)).toMatchObject({
      kind: "table",
      scope: expect.stringMatching(/The data hold no layout of councils to draw\.$/) as string,
    });
  });

  it("sets out a council of six known scores, and draws one of seven", () => {
    expect(plots.councilScores(madeUp(["233333..."])).kind).toBe("table");
    expect(plots.councilScores(madeUp(["2333333.."])).kind).toBe("figure");
  });

  it("says that a pilot's scores are not like for like with the others, which are formal", () => {
    const warning = "Its scores are a pilot's and the others' are formal";
    const pilot = madeUp(["233333333"], () => ({ kind: "pilot" }));
    expect(plots.councilScores(pilot)).toMatchObject({
      caption: expect.stringContaining(warning) as string,
    });
    expect(plots.councilScores(madeUp(["233333333"]))).toMatchObject({
      caption: expect.not.stringContaining(warning) as string,
    });
  });

  it("leaves an event without a date to the table, and says so", () => {
    const { caption, data } = figureOf("eventLines", "eight");
    expect(data.rows.map(({ from, to }) => [from, to])).toEqual([
      ["2025-05-22", "2025-05-22"],
      [null, "2025-08-29"],
      ["2025-08-01", "2025-08-31"],
      ["2025-10-24", null],
      [null, "2025-12-31"],
    ]);
    expect(caption).toContain("Not drawn, for want of a date: 1 event.");
  });

  it("fills the dots of measures that can be told from England", () => {
    // 54 to 69 by 3, ± 4.5, against 60: 54, 66 and 69 lie further than the margin.
    const { rows } = figureOf("outcomeDots", "eight").data;
    expect(rows.map(({ against }) => against)).toEqual([
      "below",
      "not distinguishable",
      "not distinguishable",
      "not distinguishable",
      "above",
      "above",
    ]);
  });
});
