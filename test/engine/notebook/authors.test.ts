import path from "node:path";
import { describe, expect, test } from "vitest";
import { compareForms } from "../../../src/engine/notebook/forms/compareForms.js";
import type { Block, Report } from "../../../src/engine/report/block.js";
import { renderHtml } from "../../../src/engine/report/html.js";
import { renderPdf } from "../../../src/engine/report/pdf.js";
import { project } from "../../../src/project.js";
import { runNotebook } from "../../../src/runNotebook.js";
import { casesFolder, options } from "./cases.js";

const authors = (name: string) => path.join(casesFolder, "authors", `${name}.html`);
const given = {
  project,
  tables: () => project.tables(options.dataset),
  ...project.live.given(options.dataset, options.params),
  timeout: 30_000,
};

async function made(name: string): Promise<{ report: Report; warnings: string[]; html: string }> {
  const warnings: string[] = [];
  const onWarning = (line: string) => void warnings.push(line.replace(/^.*authors\//, ""));
  const report = await runNotebook(authors(name), { ...options, timeout: 30_000, onWarning });
  const html = renderHtml(report).replace(/[^]*<main[^>]*>|<\/main>[^]*/g, "");
  return { report, warnings, html };
}

const said = (block: Block | undefined): unknown =>
  block?.kind === "prose" ? JSON.parse(block.markdown.replace(/\\([!-/:-@[-`{-~])/g, "$1")) : block;
const codes = ({ blocks }: Report) =>
  blocks.flatMap((block) =>
    block.kind === "content"
      ? block.nodes.flatMap((node) => (node.type === "code" ? [node.value] : []))
      : [],
  );

describe("a report and a page say the same, and a PDF can be made", () => {
  test.each([
    "values",
    "markdown",
    "hostile",
    "inputs",
    "files",
    "ojs",
    "languages",
    "imports",
    "sources",
    "practice",
  ])("of %s", async (name) => {
    // Something of it goes on moving, for which a page waits as long as it may.
    const timeout = name === "practice" ? 10_000 : given.timeout;
    expect(await compareForms(authors(name), { ...given, timeout })).toEqual([]);
    const { report } = await made(name);
    const pdf = await renderPdf(report, { date: "2026-01-01" });
    expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe("%PDF-");
  });
});

describe("what cells show", () => {
  test("records are a table, other values are written as Observable does", async () => {
    const { report, html } = await made("values");
    const [table, long] = report.blocks.filter((block) => block.kind === "table");
    expect(table).toMatchObject({
      id: "cell-2-table-1",
      caption: "Records of sales",
      n: 2,
      data: {
        rows: [
          { shop: "A", sold: 3.123456789, open: "true", tags: null },
          { shop: "B", sold: null, open: null, tags: 'Array(2) ["x", 1]' },
        ],
      },
    });
    expect(html).toContain(">3.12346<");
    expect(long).toMatchObject({ n: 250, scope: "The first 100 of 250 rows." });
    expect(long.data.rows).toHaveLength(100);
    expect(codes(report)).toEqual([
      'Object {a: 1, "b c": "x", m: Map(1) {"k" => Set(1)}, f: ƒ f(), d: 1970-01-01T00:00:00.000Z}',
      "Array(3) [1, 2, 3]",
      "null",
      "true",
      "Array(0) []",
    ]);
  });

  test("pictures have words: a chart its title, an SVG what its cell says of it, a key its ticks", async () => {
    const { html, warnings } = await made("values");
    const alts = Array.from(html.matchAll(/<img alt="([^"]*)"/g), ([, alt]) => alt);
    expect(alts).toEqual([
      "",
      "",
      "Shop A sold 3. Each bar is a shop.",
      "A line",
      "Key: 0, 1, 2, 3, 4, Score",
    ]);
    expect(warnings).toEqual([]);
    // Drawn after it was shown, and in the picture all the same.
    expect(html).toContain("%3Cline");
  });

  test("Markdown is GitHub's, with HTML and elements; heading 1 is the title's or becomes 2", async () => {
    const { html } = await made("markdown");
    expect(html).not.toContain("<h1");
    const headings = Array.from(
      html.matchAll(/<h(\d)[^>]*>([^<]*)/g),
      ([, level, text]) => level + text,
    );
    expect(headings).toEqual(["2A part", "3Under it", "4A heading of &lt;HTML&gt;"]);
    for (const part of [
      '<td>a|b</td><td class="number">2</td>',
      "<del>gone</del>",
      "[x] done",
      "<code>const a = 1 &lt; 2;</code>",
      "Raw <strong>bold</strong>, *text* &lt;i&gt; and <em>an element</em>, <code>code x`y</code>",
      'alt="A red box"',
      "A note<sup>1</sup>",
      '<a href="https://example.org/">a reference</a>',
      "nested <em>Markdown</em>",
      "<strong>1</strong><strong>2</strong>",
      '<th scope="col">a</th>',
      "<summary>More</summary>",
    ])
      expect(html).toContain(part);
  });

  test("hostile HTML, in cells and in data, is text or gone", async () => {
    const { html } = await made("hostile");
    expect(html).toContain("From data: &lt;img src=x onerror=alert(1)&gt;");
    const tags = html.match(/<[^>]*>/g) ?? [];
    // A table sets its own widths.
    const own = tags
      .map((tag) => tag.replace(/"[^"]*"/g, '""'))
      .filter((tag) => !tag.startsWith("<table"));
    for (const tag of own) expect(tag).not.toMatch(/script|\son\w+=|style=|target=|title=/);
    const links = Array.from(html.matchAll(/<a href="([^"]*)"/g), ([, href]) => href);
    expect(links).toEqual(["https://example.org/"]);
    expect(decodeURIComponent(html)).not.toMatch(/href=['"]?\s*javascript|onload=|<script/);
  });

  test("an element that no report can hold, and a picture without words, have a line", async () => {
    const { warnings } = await made("wordless");
    expect(warnings).toEqual([
      "wordless.html:5:5: cell 1: shows a picture without words for those who cannot see it: give it ariaLabel (Plot), aria-label or a <title> (SVG), alt (an image)",
    ]);
  });
});

describe("Inputs, files and other languages", () => {
  test("inputs give their defaults, and a report states them", async () => {
    const { report } = await made("inputs");
    const controls = report.blocks.flatMap((block) =>
      block.kind === "control" ? [`${block.label}: ${block.value}`] : [],
    );
    expect(controls).toEqual([
      "Amount: 3",
      "Number: 3",
      "Letter: x",
      "Number: Two",
      "Some: 1, 3",
      "Way: q",
      "No way: none",
      "Ways: p, r",
      "Open: yes",
      "Words of yours: abc",
      "How many: 4",
      "When: 2024-03-01",
      "Go: not pressed",
      "Find: ken",
      "Choices: P: 2; Q: z",
    ]);
    expect(said(report.blocks.at(-1))).toEqual([
      3,
      3,
      "x",
      2,
      [1, 3],
      "q",
      null,
      ["p", "r"],
      "on",
      "abc",
      4,
      "2024-03-01T00:00:00.000Z",
      0,
      [{ a: "Kent" }],
      2,
      { p: 2, q: "z" },
      5,
    ]);
  });

  test("files of every kind: codes keep their zeros, no byte order mark stays", async () => {
    const { report } = await made("files");
    expect(said(report.blocks[0])).toEqual([
      [
        { code: "0123", n: 1.5, when: "2024-01-02T00:00:00.000Z" },
        { code: "1234", n: 2, when: "2024-01-03T00:00:00.000Z" },
      ],
      ["code", "n", "when"],
      3,
      "Ystradû\t4",
      2,
      true,
      "image/png",
      ["in/a.csv", "b.txt"],
      7,
      ["First", "Second"],
      { name: "Devon", n: 4 },
      [{ B: 2 }, { B: 4 }],
      [
        { id: 1, n: 2.5 },
        { id: 2, n: 4.5 },
      ],
    ]);
  });

  test("Observable's own language: 1 + 2 + 4 = 7, and 5 + 7 = 12", async () => {
    const { report } = await made("ojs");
    const prose = report.blocks.flatMap((block) =>
      block.kind === "prose" ? [block.markdown] : [],
    );
    expect(prose).toEqual(["7", "The count is **12**, the control says 4.", "2"]);
    expect(report.blocks.find(({ kind }) => kind === "control")).toMatchObject({ value: "4" });
  });

  test("formulas, diagrams, Vega-Lite with whole labels, SQL over a file", async () => {
    const { report, html } = await made("languages");
    expect(html).toContain("<mfrac><msub><mi>a</mi><mn>1</mn></msub>");
    expect(html).toContain('alt="Diagram: one to two, two to three"');
    expect(decodeURIComponent(html)).toContain("A label that is longer than most labels are");
    expect(report.blocks.find(({ kind }) => kind === "table")).toMatchObject({
      data: {
        rows: [
          { code: "0123", total: 1.5 },
          { code: "1234", total: 2 },
        ],
      },
    });
    expect(codes(report)).toEqual(["Array(2) [1.5, 2]"]);
  });

  test("TypeScript by the name that compilers give it, a file as text, what Observable requires", async () => {
    const { report } = await made("sources");
    const texts = report.blocks.flatMap((block) =>
      block.kind === "prose" ? [block.markdown] : [],
    );
    expect(texts).toEqual([
      "4.5",
      "3",
      "3\\.0",
      "feature",
      "no search",
      "2 and 0",
      "a 0 1 B a",
      "4 4 2",
      "7",
    ]);
  });

  test("a control that was put into another element is where it was put, once", async () => {
    const { report } = await made("sources");
    expect(report.blocks.filter(({ kind }) => kind === "control")).toEqual([]);
    const said = report.blocks.filter((block) => JSON.stringify(block).includes("Size: 7"));
    expect(said).toMatchObject([{ kind: "content" }]);
  });

  test("a client of DuckDB over a file and records, an Arrow file, a package's address, what other hosts have", async () => {
    const { report, warnings, html } = await made("practice");
    const rows = report.blocks.flatMap((block) =>
      block.kind === "table" ? [block.data.rows] : [],
    );
    expect(rows).toEqual([
      [{ records: 2, known: 1, latest: "2024-05-06" }],
      [
        { code: "0123", n: 1.5 },
        { code: "1234", n: 2 },
      ],
    ]);
    const prose = report.blocks.flatMap((block) =>
      block.kind === "prose" ? [block.markdown] : [],
    );
    // 1.5 + 2 of the file; the first tick alone is not among the others.
    expect(prose).toEqual(["3", "3.5"]);
    for (const link of [
      '<a href="https://example.org/map">Page: A map</a>',
      '<a href="https://example.org/film.mp4">Video: https://example.org/film.mp4</a>',
      '<a href="https://example.org/a.png">Picture: A hill</a>',
    ])
      expect(html).toContain(link);
    expect(warnings).toEqual([
      "practice.html:14:5: cell speed, timer: something goes on moving: the report shows one moment of it",
    ]);
  });

  test("npm: is the installed package, with a line where it is of another version", async () => {
    const { report, warnings } = await made("imports");
    expect(report.blocks).toMatchObject([{ markdown: "3 3 3 a default" }]);
    expect(warnings).toEqual([
      expect.stringMatching(
        /^imports\.html: import "npm:d3@5\.0\.0": d3 7\.\d+\.\d+ is installed, and is used: /,
      ),
    ]);
  });
});
