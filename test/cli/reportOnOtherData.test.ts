import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { JSDOM } from "jsdom";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { run } from "../../src/cli/main.js";
import { percentageOfSum, ratingOfSum } from "../../src/ratings/scheme.js";
import { scheme } from "../madeUp.js";

const header =
  "gss_code,council,kind,status,confidence,rating,score_pct,published," +
  "qs1,qs2,qs3,qs4,qs5,qs6,qs7,qs8,qs9,source_url,source_kind,note";

const councils = parse<Record<string, string>>(
  readFileSync(new URL("../../data/councils.csv", import.meta.url), "utf8"),
  { columns: true },
);

interface Row {
  readonly scores: string;
  readonly published?: string;
  readonly rating?: string;
  readonly note?: string;
}

/** A file of assessments of the first councils, one per row, whose words follow unless given. */
function assessments(rows: readonly Row[]): string {
  const lines = rows.map(({ scores, published = "2025-01-31", rating, note = "" }, i) => {
    const { gss_code, name } = councils[i];
    const known = /^[1-4]{9}$/.test(scores);
    const sum = [...scores].reduce((total, digit) => total + Number(digit), 0);
    const word = rating ?? (known ? ratingOfSum(scheme, sum) : "");
    const percentage = known ? percentageOfSum(scheme, sum) : "";
    const cells = [...scores].map((digit) => (digit === "." ? "" : digit));
    return [
      gss_code,
      `"${name}"`,
      "formal,published,high",
      word,
      percentage,
      published,
      ...cells,
      "https://example.org/,made up",
      `"${note}"`,
    ].join(",");
  });
  return [header, ...lines, ""].join("\n");
}

let dir: string;
beforeEach(() => (dir = mkdtempSync(path.join(tmpdir(), "ninefold-test-"))));
afterEach(() => rmSync(dir, { recursive: true }));

async function reportOn(files: Readonly<Record<string, string>>) {
  const data = mkdtempSync(path.join(dir, "data-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(data, name), text);
  const out = `${data}-reports`;
  let stderr = "";
  const code = await run(["report", "--data", data, "--out", out], {
    stdout: () => {},
    stderr: (text) => (stderr += text),
  });
  return { code, stderr, out };
}

const one: Row = { scores: "223333333" };
const cases: readonly (readonly [string, readonly Row[]])[] = [
  ["a single council", [one]],
  ["a single council without scores", [{ scores: ".........", rating: "Good" }]],
  ["a single council of which nothing is known", [{ scores: ".........", published: "" }]],
  ["a partly known nine", [{ scores: "2..3....." }, one]],
  ["all one word", Array.from({ length: 20 }, () => one)],
  [
    "all one profile of the lowest scores",
    Array.from({ length: 3 }, () => ({ scores: "111111111" })),
  ],
  [
    "all one profile of the highest scores",
    Array.from({ length: 3 }, () => ({ scores: "444444444" })),
  ],
  [
    "nothing in the complete set",
    [
      { ...one, published: "2026-03" },
      { ...one, published: "" },
    ],
  ],
  [
    "ratings missing",
    [
      { scores: "222222222", rating: "" },
      { ...one, rating: "" },
    ],
  ],
  [
    "all 153 councils, no Outstanding",
    Array.from({ length: 153 }, (_, i) => ({
      // Every digit is 1, 2 or 3, in a pattern that does not repeat for 243 councils.
      scores: Array.from({ length: 9 }, (_, j) => 1 + (Math.floor(i / 3 ** (j % 5)) % 3)).join(""),
    })),
  ],
];

describe("ninefold report on other data of the same layout", () => {
  it.each(cases)("%s", async (_, rows) => {
    const { code, stderr, out } = await reportOn({ "assessments.csv": assessments(rows) });
    expect(stderr).toBe("");
    expect(code).toBe(0);
    const html = readFileSync(path.join(out, "national.html"), "utf8");
    const page = new JSDOM(html).window.document;
    const said = page.body.textContent;
    expect(said).not.toMatch(/\b(?:NaN|undefined|null|Infinity|\[object)\b/);
    // Fewer than five councils are set out in a table rather than drawn.
    const least = rows.length < 5 ? 1 : 4;
    expect(page.querySelectorAll("figure svg, figure img").length).toBeGreaterThanOrEqual(least);
    expect(readFileSync(path.join(out, "national.pdf")).subarray(0, 5).toString()).toBe("%PDF-");
    for (const file of readdirSync(path.join(out, "national")).filter((f) => f.endsWith(".csv")))
      expect(readFileSync(path.join(out, "national", file), "utf8")).not.toMatch(
        /NaN|undefined|null|Infinity/,
      );
  });

  it("keeps markup, formulas and code in names and notes as text", async () => {
    const name = "<img src=x onerror=alert(1)> & `${1}` *b* #let $x$ \\ e\u0301\u0301\u0301";
    const { code, stderr, out } = await reportOn({
      "councils.csv":
        "gss_code,alt_gss_code_2025,name,official_name,type,region\n" +
        `E06000001,,"${name}","${name}",Unitary authority,North East\n`,
      "assessments.csv":
        `${header}\nE06000001,"${name}",formal,published,high,Good,64,2025-01-31,` +
        `2,2,2,2,3,3,3,3,3,https://example.org/,made up,"=1+1|' /C calc'!A0"\n`,
    });
    expect(stderr).toBe("");
    expect(code).toBe(0);
    const html = readFileSync(path.join(out, "national.html"), "utf8");
    const page = new JSDOM(html).window.document;
    expect(page.querySelectorAll("img[src=x], [onerror], script")).toHaveLength(0);
    expect(page.body.textContent).toContain("<img src=x onerror=alert(1)>");
    const notes = readFileSync(path.join(out, "methods", "notes.csv"), "utf8");
    expect(notes).not.toMatch(/(^|,|")=1\+1/m);
    expect(notes).toContain("=1+1");
  });

  it("names the notebooks there are where one is asked for that is not", async () => {
    let stderr = "";
    const io = { stdout: () => {}, stderr: (text: string) => (stderr += text) };
    expect(await run(["report", "nowhere", "--out", dir], io)).toBe(2);
    expect(stderr).toMatch(
      /^no such notebook: nowhere \(known: [a-z, -]*\bnational\b[a-z, -]*, or a path\)\n$/,
    );
    expect(readdirSync(dir)).toEqual([]);
  });

  it("says in one line what is wrong, and writes nothing", async () => {
    const missing = await reportOn({});
    expect(missing.code).toBe(1);
    expect(missing.stderr).toMatch(/^[^\n]*assessments\.csv[^\n]*\n$/);
    const bad = await reportOn({ "assessments.csv": assessments([{ scores: "223333335" }]) });
    expect(bad.code).toBe(1);
    expect(bad.stderr).toMatch(/assessments\.csv:2: qs9: [^\n]*: 5\n/);
    expect(() => readdirSync(bad.out)).toThrow("ENOENT");
  });
});
