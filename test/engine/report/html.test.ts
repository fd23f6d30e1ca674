import axe from "axe-core";
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { ExpectedError } from "../../../src/errors.js";
import { prose, toProse } from "../../../src/engine/report/block.js";
import type { Block, Rows } from "../../../src/engine/report/block.js";
import { blockHtml } from "../../../src/engine/report/blockHtml.js";
import { renderHtml } from "../../../src/engine/report/html.js";
import { visible } from "../../../src/engine/report/visible.js";
import { everything, hostile, madeFigure, madeReport, madeTable, manyRows, svg } from "./made.js";

const documentOf = (html: string) => new JSDOM(html).window.document;
const page = (blocks: readonly Block[]) => documentOf(renderHtml(madeReport(blocks)));
const all = (root: ParentNode, selector: string) => [...root.querySelectorAll(selector)];
const words = (element: Element | null) => element?.textContent?.replace(/[ \n]+/g, " ").trim();

/** Every text of a report, hostile. */
const hostileBlocks: readonly Block[] = hostile.flatMap((text, i) => [
  madeFigure({
    id: `figure-${i}`,
    title: text,
    subtitle: text,
    alt: text,
    caption: text,
    source: text,
    svg: svg.replace("Good", text.replace(/&/g, "&amp;").replace(/</g, "&lt;")),
    data: { columns: [{ key: "a", label: text }], rows: [{ a: text }] },
    vegaLite: { title: text },
  }),
  madeTable({
    id: `table-${i}`,
    caption: text,
    scope: text,
    source: text,
    data: {
      columns: [
        { key: "a", label: text },
        { key: "b", label: "b", format: () => text },
      ],
      rows: [{ a: text, b: 1 }],
    },
  }),
  prose`Council ${text} and **${text}**`,
  { kind: "control", label: text, value: text },
]);

describe("renderHtml", () => {
  it("makes one whole page that needs nothing else", () => {
    const html = renderHtml(madeReport([madeFigure(), madeTable()]), {
      footer: toProse("## How to cite\n\nNinefold."),
      links: (block) => ({ csv: `made-up/${block.id}.csv` }),
      related: [{ href: "made-up.pdf", text: "This report as PDF" }],
    });
    const document = documentOf(html);
    expect(html.startsWith("<!doctype html>\n")).toBe(true);
    expect(document.documentElement.lang).toBe("en-GB");
    expect(document.title).toBe("A made-up report");
    expect(all(document, "h1").map(words)).toEqual(["A made-up report"]);
    expect(words(document.querySelector("header .about"))).toBe("Three made-up councils.");
    expect(words(document.querySelector("footer"))).toBe("How to cite Ninefold.");
    const skip = document.querySelector(".skip")?.getAttribute("href");
    expect(document.querySelector(skip!)?.localName).toBe("main");
    expect(all(document, "script, link, iframe, object, embed, base, form")).toEqual([]);
    expect(html).not.toMatch(/url\(|@import/);
    expect(all(document, "a").map((a) => a.getAttribute("href"))).toEqual([
      "#MainContent",
      "made-up.pdf",
      "made-up/sums.csv",
      "made-up/words.csv",
    ]);
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
    expect(policy?.getAttribute("content")).toContain("default-src 'none'");
    expect(policy?.getAttribute("content")).not.toContain("script-src");
  });

  it("has each id once: of headings, figures, tables, lists of pages and the footer", () => {
    const html = renderHtml(
      madeReport([
        prose`## One\n\n## Two`,
        madeFigure({ id: "others" }),
        madeTable({ id: "part-1" }),
      ]),
      {
        footer: toProse("## One\n\nNinefold.\n\n## Two"),
        others: [
          { title: "One", links: [{ href: "a/", text: "A" }] },
          { title: "Two", links: [{ href: "b/", text: "B" }] },
        ],
      },
    );
    const ids = all(documentOf(html), "[id]").map(({ id }) => id);
    expect(ids).toContain("part_2");
    expect(ids).toContain("footer_2");
    expect(ids.length).toBe(new Set(ids).size);
  });

  it("gives the same bytes each time", () => {
    expect(renderHtml(madeReport(hostileBlocks))).toBe(renderHtml(madeReport(hostileBlocks)));
  });

  it("shows a figure whole: finding, picture, caption, source, n and its data", () => {
    const figure = page([madeFigure()]).querySelector("figure")!;
    expect(words(figure.querySelector("h2"))).toBe("Figure 1 Most councils are Good");
    expect(figure.getAttribute("aria-labelledby")).toBe(figure.querySelector("h2")!.id);
    const image = figure.querySelector("img")!;
    expect(image.alt).toBe("Two bars: 2 councils Good, 1 Requires improvement.");
    expect([image.width, image.height]).toEqual([320, 120]);
    // In single quotes, which an address and an attribute hold as they are.
    expect(decodeURIComponent(image.src)).toBe(`data:image/svg+xml,${svg.replaceAll('"', "'")}`);
    expect(words(figure.querySelector(".source"))).toBe(
      "Source: Care Quality Commission. Based on 3 assessments.",
    );
    const table = figure.querySelector("details table")!;
    expect(words(table.querySelector("caption"))).toBe("The data of figure 1");
    expect(words(figure.querySelector("summary"))).toBe("The data of figure 1 as a table");
    expect(all(table, "th[scope=col]").map(words)).toEqual(["Word", "Councils"]);
    expect(all(table, "tbody tr").map(words)).toEqual(["Good2", "Requires improvement1"]);
    expect(all(table, "th[scope=row]").map(words)).toEqual(["Good", "Requires improvement"]);
  });

  it("writes numbers as the column says, and says what a dash is", () => {
    const table = page([madeTable()]).querySelector(".table")!;
    expect(all(table, "td").map(words)).toEqual(["66.7", "–"]);
    expect(words(table.querySelector(".note"))).toBe("A dash (–) stands for no value.");
    expect(words(table.querySelector(".scope"))).toBe("All three councils.");
  });

  it("keeps an estimate and its interval on one line", () => {
    const columns = [
      { key: "statement", label: "Statement" },
      { key: "share", label: "Share" },
      { key: "note", label: "Note" },
    ];
    const rows = [{ statement: "Equity", share: "5% (under 1% to 24%)", note: "Few councils" }];
    const cells = all(page([madeTable({ data: { columns, rows } })]), "td");
    expect(cells.map((cell) => cell.className)).toEqual(["measure", ""]);
  });

  it("names each link and each folded table after its figure", () => {
    const html = renderHtml(
      madeReport([madeFigure({ id: "a", title: "One" }), madeFigure({ id: "b", title: "Two" })]),
      {
        links: ({ id }) => ({ csv: `${id}.csv`, vegaLite: `${id}.json` }),
      },
    );
    const named = all(documentOf(html), "main a, summary").map(words);
    expect(new Set(named).size).toBe(6);
  });

  it("describes the first of several panels and refers to it from the others", () => {
    const images = all(page([madeFigure({ svg: [svg, svg] })]), "img") as HTMLImageElement[];
    expect(images.map(({ alt }) => alt)).toEqual([
      "Part 1 of 2. Two bars: 2 councils Good, 1 Requires improvement.",
      "Part 2 of 2 of the picture described in part 1.",
    ]);
  });

  it("numbers figures and tables and never skips a heading", () => {
    const document = page([
      madeFigure({ id: "a" }),
      toProse("#### Too deep"),
      madeFigure({ id: "b" }),
      toProse("#### Now three\n\n#### Now four"),
      madeFigure({ id: "c" }),
      madeTable(),
      toProse("## Two again"),
      madeFigure({ id: "d" }),
    ]);
    const levels = all(document, "h1,h2,h3,h4,h5,h6").map((h) => Number(h.localName.slice(1)));
    expect(levels).toEqual([1, 2, 2, 3, 3, 4, 5, 2, 3]);
    expect(all(document, "figure .number:not(th,td)").map(words)).toEqual(
      [1, 2, 3, 4].map((n) => `Figure ${n}`),
    );
    expect(words(document.querySelector(".table caption"))).toBe("Table 1. Councils by word");
  });

  it("ends the source with a full stop and says assessment in the singular", () => {
    const lines = [
      madeFigure({ source: "CQC; analysis by Ninefold", n: 1 }),
      madeTable({ source: "CQC.", n: 2 }),
    ].map((block) => words(page([block]).querySelector(".source")));
    expect(lines).toEqual([
      "Source: CQC; analysis by Ninefold. Based on 1 assessment.",
      "Source: CQC. Based on 2 assessments.",
    ]);
  });

  it("renders an empty report, an empty table and one of 150 rows", () => {
    expect(words(page([]).querySelector("main"))).toBe("");
    const none = page([
      madeTable({ n: 0, data: { columns: [{ key: "a", label: "A" }], rows: [] } }),
    ]);
    expect(words(none.querySelector(".table"))).toContain("The table has no rows.");
    expect(words(none.querySelector(".source"))).toContain("Based on 0 assessments.");
    const long = page([madeTable({ data: manyRows(150, 9) })]);
    expect(all(long, "tbody tr")).toHaveLength(150);
  });

  it("makes no element, attribute or address of any text", () => {
    const document = page(hostileBlocks);
    // As long as the hostile text: the length of a cell gives it its room.
    const harmless = ({ rows: [{ a }] }: Rows) => "a".repeat(visible(String(a)).length);
    const plain = page(
      hostileBlocks.map((block, i) => {
        if (block.kind === "figure")
          return madeFigure({
            id: block.id,
            data: { columns: [{ key: "a", label: "A" }], rows: [{ a: harmless(block.data) }] },
          });
        if (block.kind === "table")
          return madeTable({
            id: block.id,
            data: {
              columns: [
                { key: "a", label: "A" },
                { key: "b", label: "B" },
              ],
              rows: [{ a: harmless(block.data), b: i }],
            },
          });
        return block.kind === "prose" ? prose`Council ${"a"} and **${"a"}**` : block;
      }),
    );
    const shape = (root: Document) =>
      all(root, "body *").map((e) => `${e.localName} ${e.getAttributeNames().sort().join(" ")}`);
    expect(shape(document)).toEqual(shape(plain));
    const attributes = all(document, "*").flatMap((e) => e.getAttributeNames());
    expect(attributes.filter((name) => name.startsWith("on"))).toEqual([]);
    expect(all(document, "script")).toEqual([]);
    expect(
      all(document, "[href],[src]").map((e) => e.getAttribute("href") ?? e.getAttribute("src")),
    ).toSatisfy((addresses: string[]) =>
      addresses.every((a) => /^#[\w-]+$/.test(a) || a.startsWith("data:image/svg+xml,")),
    );
    expect(renderHtml(madeReport(hostileBlocks))).not.toMatch(/[\u0000\u202e\u2066]/);
  });

  it("shows each text as it is", () => {
    const document = page(hostileBlocks);
    const shown = hostile.map((text) => visible(text).replace(/\r\n?/g, "\n"));
    expect(all(document, "img").map((image) => image.getAttribute("alt"))).toEqual(shown);
    expect(all(document, ".subtitle").map((p) => p.textContent)).toEqual(shown);
    expect(all(document, "details thead th").map((th) => th.textContent)).toEqual(shown);
    expect(all(document, ".scope").map((p) => p.textContent)).toEqual(shown);
  });

  it("escapes the title and what the data are", () => {
    const document = documentOf(
      renderHtml(madeReport([], { title: everything, about: [everything] })),
    );
    expect(document.title).toBe(visible(everything).replace(/\s+/g, " "));
    expect(all(document, "img,script,svg,table")).toEqual([]);
  });

  it("refuses raw HTML in prose", () => {
    expect(() => renderHtml(madeReport([toProse("<b>x</b>")]))).toThrow(ExpectedError);
  });

  it("passes axe, contrast aside, which needs a browser", async () => {
    const html = renderHtml(
      madeReport([
        prose`Opening words and [a link](https://example.org).`,
        madeFigure({ svg: [svg, svg] }),
        toProse("## Part\n\n1. a\n2. b"),
        madeTable(),
        { kind: "control", label: "Set", value: "complete" },
        madeFigure({ id: "again" }),
      ]),
      { links: ({ id }) => ({ csv: `${id}.csv`, vegaLite: `${id}.json` }), footer: toProse("End") },
    );
    const result = await axe.run(documentOf(html).documentElement, {
      rules: { "color-contrast": { enabled: false } },
    });
    expect(result.violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
    expect(result.passes.length).toBeGreaterThan(15);
  });
});

describe("blockHtml", () => {
  it("draws a block by itself, unnumbered", () => {
    const figure = documentOf(blockHtml(madeFigure())).querySelector("figure")!;
    expect(words(figure.querySelector("h2"))).toBe("Most councils are Good");
    expect(figure.querySelector("a")).toBeNull();
  });
});
