import { describe, expect, it } from "vitest";
import { decodePage, maxBytes } from "../../../src/cqc/parse/decodePage.js";
import { parsePage } from "../../../src/cqc/parse/parsePage.js";
import { maxCharacters } from "../../../src/cqc/parse/parseTree.js";
import { readDate } from "../../../src/cqc/parse/readDate.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import type { Score } from "../../../src/ratings/scheme.js";
import { layouts, toHtml, toPage, toText } from "./madeUpPages.js";

const { councils, scheme } = readDataset();
const camden = councils.find(({ name }) => name === "Camden")!;
const scores: readonly Score[] = [3, 3, 4, 3, 4, 4, 3, 4, 4];
const assessed = {
  council: camden,
  scores,
  published: "2025-02-28",
  updated: "2025-03-01",
  statement: 2,
};

describe("a page", () => {
  it.each(layouts.flatMap((layout) => [toHtml, toText].map((to) => [layout, to] as const)))(
    "of %s is read from %o",
    (layout, to) => {
      const { model, truth } = toPage({ ...assessed, layout });
      const slug = layout === "undated statement" ? "camden-0225" : undefined;
      const page = parsePage(to(model), { councils, scheme, slug });
      expect(page.problems).toEqual([]);
      expect(page).toMatchObject({ ...truth, council: "Camden" });
      expect(page.partial).toBe(
        !layout.startsWith("summary") || layout === "summary without percentage",
      );
    },
  );

  it("says where each value stands", () => {
    const { model } = toPage({ ...assessed, layout: "summary 2025" });
    expect(parsePage(toHtml(model), { councils, scheme }).places).toEqual({
      council: "line 7: heading 1",
      kind: "line 7: heading 1",
      published: "line 8: paragraph",
      updated: "line 8: paragraph",
      rating: 'line 12: item 1 of the list under "Local authority rating and score"',
      score_pct: 'line 14: paragraph under "Local authority rating and score"',
      qs1: 'line 17: item 1 of the list under "Quality statement scores"',
      qs2: 'line 18: item 2 of the list under "Quality statement scores"',
      qs3: 'line 19: item 3 of the list under "Quality statement scores"',
      qs4: 'line 20: item 4 of the list under "Quality statement scores"',
      qs5: 'line 21: item 5 of the list under "Quality statement scores"',
      qs6: 'line 22: item 6 of the list under "Quality statement scores"',
      qs7: 'line 23: item 7 of the list under "Quality statement scores"',
      qs8: 'line 24: item 8 of the list under "Quality statement scores"',
      qs9: 'line 25: item 9 of the list under "Quality statement scores"',
    });
    const release = toPage({ ...assessed, layout: "release 2025" }).model;
    expect(parsePage(toHtml(release), { councils, scheme }).places.qs2).toMatch(
      /^line \d+: row 3, cell 3 of the table /,
    );
  });

  it("lists every problem, not the first", () => {
    const { model } = toPage({ ...assessed, layout: "summary 2025" });
    const page = parsePage(
      toHtml({
        ...model,
        published: "soon",
        scores: ["5", ...model.scores.slice(1)],
        word: "Fine",
      }),
      { councils, scheme },
    );
    expect(page.problems.join("\n")).toMatch(/published[^]*Fine[^]*qs1: expected 1, 2, 3 or 4: 5/);
    expect(page.partial).toBe(false);
  });

  it("is of no council where none is known", () => {
    const { model } = toPage({ ...assessed, layout: "summary 2025" });
    const page = parsePage(toHtml(model), { councils: [], scheme });
    expect(page.gssCode).toBeNull();
    expect(page.problems[0]).toContain("council: no council goes by this name");
  });
});

describe("a slug", () => {
  const { model } = toPage({ ...assessed, layout: "summary 2025" });
  const problemsOf = (slug: string) =>
    parsePage(toHtml(model), { councils, scheme, slug }).problems;

  it("of the page's council, or of none that is known, is accepted", () => {
    expect(problemsOf("camden-0225")).toEqual([]);
    expect(problemsOf("report-0225")).toEqual([]);
  });

  it.each([
    ["hull-0225", "slug: is of another council than the page: hull-0225"],
    ["camden-0225-theme1-support", "slug: is of a quality statement, and the page a summary"],
    ["../../camden", "slug: expected letters, digits and hyphens: ../../camden"],
    ["camden%2f0225", "slug: expected letters, digits and hyphens: camden%2f0225"],
    ["", "slug: expected letters, digits and hyphens: (blank)"],
  ])("%j is refused", (slug, problem) => {
    expect(problemsOf(slug).join("\n")).toContain(problem);
  });
});

describe("a date", () => {
  it.each([
    ["17 May 2024", "2024-05-17"],
    ["7 Sep 2025", "2025-09-07"],
    ["29 FEBRUARY 2024", "2024-02-29"],
    ["29 February 2025", null],
    ["31 April 2025", null],
    ["05/06/2025", null],
    ["17 Sept 2025", null],
    ["17 May 2024.", null],
    ["", null],
  ])("%j is %j", (text, date) => {
    expect(readDate(text)).toBe(date);
  });
});

/** A page as long as pages may be, of one piece over and over. */
function fill(piece: string | ((i: number) => string), start = "<!doctype html><body>"): string {
  const pieces = [start];
  for (let [length, i] = [start.length, 0]; ; i++) {
    const next = typeof piece === "string" ? piece : piece(i);
    length += next.length;
    if (length > maxCharacters) return pieces.join("");
    pieces.push(next);
  }
}

describe("a hostile page", () => {
  const { model } = toPage({ ...assessed, layout: "summary 2025" });
  const good = toHtml(model);
  const pages: Readonly<Record<string, string>> = {
    "20 million characters": "<p>x</p>".repeat(2_500_000),
    "20 million characters of text": "x".repeat(20_000_000),
    "deep nesting": fill("<div>"),
    "deep nesting with end tags of others": fill("<div></x>"),
    "deep paragraphs": fill("<div><p>"),
    "deep tables": fill("<table><tr><td>"),
    "deep lists": fill("<ul><li>"),
    "deep drawings": fill("<svg>"),
    "unclosed formatting": fill((i) => `<b id=${i}>`),
    "formatting made anew in every paragraph": fill((i) =>
      i < 150 ? `<p><b id=${i}></p>` : "<p>x</p>",
    ),
    "misplaced text in a table": fill("<br>x", "<body><table>"),
    "links in links": fill("<a href=x>"),
    "many attributes": fill((i) => ` a${i}`, "<body><p"),
    "many attributes with brackets": fill((i) => ` a${i}=">"`, "<body><p"),
    "many cells that span": fill("<td rowspan=1000 colspan=1000>x", "<body><table><tr>"),
    "less-than signs": fill("<"),
    ampersands: fill("&"),
    "an endless comment": fill("-", "<!--"),
    "an endless script": fill("</scrip", "<script>"),
    "an endless item": good.replace("Score: 4", fill("Score: 4 ")).slice(0, maxCharacters),
    "an endless list": fill(
      "<li>Assessing needs<br>Score: 3",
      good.slice(0, good.indexOf("</ul>\n\n<h2>")),
    ),
    "many headings": fill("<h3>Quality statement scores</h3>x", "<h1>York assessment</h1>"),
    "many titles": fill("<h1>York assessment</h1>"),
    "endless text": "• Score: 3\n".repeat(30_000),
    "an endless line": "- ".repeat(190_000),
    "many bars": "|".repeat(390_000),
    "combining marks": "e" + "\u0301".repeat(390_000),
    "spaces and colons": `York${" :".repeat(190_000)}`,
  };

  it.each(Object.entries(pages))(
    "of %s is refused within a second of processor time",
    (_name, page) => {
      // Time of the processor, so that what else the machine does is not counted.
      const start = process.cpuUsage();
      const { problems } = parsePage(page, { councils, scheme });
      const { user, system } = process.cpuUsage(start);
      expect((user + system) / 1000).toBeLessThan(1000);
      expect(problems.length).toBeGreaterThan(0);
    },
  );

  it("is refused before it is decoded where it has too many bytes", () => {
    expect(decodePage(new Uint8Array(maxBytes + 1))).toEqual({
      problem: "page: expected at most 1200000 bytes: 1200001",
    });
    expect(decodePage(Buffer.from("é"))).toEqual({ text: "é" });
    expect(decodePage(Buffer.from([0xe9]))).toEqual({ problem: "page: expected UTF-8" });
  });

  it("as large as pages may be, but otherwise in order, is read", () => {
    const long = good.replace(
      "</main>",
      `${"<p>On we went, and wrote.</p>\n".repeat(7000)}</main>`,
    );
    expect(long.length).toBeLessThan(maxCharacters);
    expect(long.length).toBeGreaterThan(maxCharacters / 3);
    expect(parsePage(long, { councils, scheme }).problems).toEqual([]);
    const wordy = good.replace("</main>", `<p>${"On we went. ".repeat(30_000)}</p></main>`);
    expect(parsePage(wordy, { councils, scheme }).problems).toEqual([]);
  });
});
