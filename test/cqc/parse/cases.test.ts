import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { decodePage } from "../../../src/cqc/parse/decodePage.js";
import { parsePage } from "../../../src/cqc/parse/parsePage.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";

/** Every file below test/cases/cqc must give what expected.json beside it says. */

const { councils, scheme } = readDataset();
const root = fileURLToPath(new URL("../../cases/cqc/", import.meta.url));
const folders = readdirSync(root, { withFileTypes: true }).filter(
  (entry) => entry.isDirectory() && entry.name !== "listing",
);

type Expected = Readonly<Record<string, unknown>> & { readonly problem?: string };

/** The page as a row of JSON, or why it is none. */
function read(file: string): { readonly row: object } | { readonly problems: readonly string[] } {
  const decoded = decodePage(readFileSync(file));
  if ("problem" in decoded) return { problems: [decoded.problem] };
  const page = parsePage(decoded.text, { councils, scheme });
  if (page.problems.length > 0) return { problems: page.problems };
  const { gssCode, kind, rating, percentage, published, updated, scores, partial } = page;
  return {
    row: {
      gss_code: gssCode,
      kind,
      rating,
      score_pct: percentage,
      published,
      updated,
      scores,
      page: page.page,
      partial,
    },
  };
}

let count = 0;
describe.each(folders.map(({ name }) => name))("%s", (name) => {
  const folder = path.join(root, name);
  const expected = JSON.parse(readFileSync(path.join(folder, "expected.json"), "utf8")) as Readonly<
    Record<string, Expected>
  >;
  const files = readdirSync(folder).filter((file) => file !== "expected.json");
  count += files.length;

  it("says what is expected of every file and of no other", () => {
    expect(Object.keys(expected).sort()).toEqual(files.sort());
  });

  it.each(files)("%s", (file) => {
    const result = read(path.join(folder, file));
    const { problem, ...row } = expected[file];
    if (problem === undefined) expect(result).toEqual({ row });
    else
      expect("problems" in result ? result.problems.join("\n") : JSON.stringify(result)).toContain(
        problem,
      );
  });
});

describe("the cases", () => {
  it("are many, and most of them must be refused or hold something false", () => {
    expect(count).toBeGreaterThanOrEqual(150);
  });
});
