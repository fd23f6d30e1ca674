import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { sheetRows } from "../../../src/cli/sheetRows.js";
import { run } from "../../../src/cli/main.js";
import { checkImported } from "../../../src/councils/bring/checkImported.js";
import { importRows } from "../../../src/councils/bring/importRows.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { validateDirectory } from "../../../src/councils/data/validateDirectory.js";
import { ExpectedError } from "../../../src/errors.js";
import { xlsxOf } from "../../services/months.js";

const dataset = readDataset();
const dir = mkdtempSync(path.join(tmpdir(), "ninefold-mutated-"));
afterAll(() => rmSync(dir, { recursive: true }));

const rows = [
  ["Council", "Rating", "Percentage", "Date", "QS1", "Source"],
  ["Camden Council", "Outstanding", "89%", "May-27", "3", "https://www.example.org/"],
  ["Kent", "Good", "#N/A", "14/05/2027", "", "https://www.example.org/a"],
];
const csv = Buffer.from(rows.map((cells) => cells.join(";")).join("\r\n"));
const xlsx = Buffer.from(xlsxOf(rows));

/** What is done to bytes, at a share of their length. */
const change = fc.record({
  what: fc.constantFrom("cut", "put", "repeat", "remove"),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 40 }),
  text: fc.oneof(
    fc.constantFrom(
      ...['"', ";", ",", "\r", "\n", "\0", "\ufeff", "<", ">", "&#0;", "&x;", "=", "constructor"],
      ...["__proto__", "undefined", "NaN", "1e999", "-0", "99999999999", "2027-13-45", "<!DOCTYPE"],
      ...["\u{1f600}", "\ud800", "<c r='ZZZZ1'>", "<v>", "</row>", "t='s'", "Kingston"],
    ),
    fc.string({ maxLength: 5 }),
  ),
});
const changes = fc.array(change, { minLength: 1, maxLength: 4 });
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function changed(bytes: Buffer, how: readonly Change[]): Buffer {
  return how.reduce((now, { what, at, length, text }) => {
    const from = Math.floor(at * now.length);
    const [head, tail] = [now.subarray(0, from), now.subarray(from)];
    if (what === "cut") return Buffer.from(head);
    if (what === "remove") return Buffer.concat([head, tail.subarray(length)]);
    const more = what === "put" ? Buffer.from(text) : tail.subarray(0, length);
    return Buffer.concat([head, more, tail]);
  }, bytes);
}

/** A line each: no more than that, and no stack. */
function expectLines(problems: readonly string[]): void {
  expect(problems.length).toBeGreaterThan(0);
  for (const line of problems) {
    expect(line).not.toMatch(/[\n\r]|TypeError|RangeError|\bat .+:\d+:\d+\)?$/);
    expect(line.length).toBeLessThan(1000);
  }
}
/** Does it, or refuses it in lines; anything else is a defect. */
async function inLines(work: () => unknown): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    expectLines(error.problems);
  }
}

const file = path.join(dir, "file");
async function read(bytes: Buffer): Promise<void> {
  writeFileSync(file, bytes);
  await inLines(async () => {
    const sheet = await sheetRows(file);
    const imported = importRows(sheet.rows, dataset, dataset.scheme, { defaults: {} });
    checkImported([], imported.rows, dataset.schemes);
  });
}
const options = { seed: 20261130, numRuns: 300 };

describe("a file for import that was changed at random is read or refused in lines", () => {
  it("CSV", () =>
    fc.assert(
      fc.asyncProperty(changes, (how) => read(changed(csv, how))),
      options,
    ));

  it("XLSX, its bytes", () =>
    fc.assert(
      fc.asyncProperty(changes, (how) => read(changed(xlsx, how))),
      options,
    ));

  const parts = unzipSync(xlsx);
  it("XLSX, what its parts say", () =>
    fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(parts)), changes, (part, how) =>
        read(
          Buffer.from(
            zipSync({ ...parts, [part]: changed(Buffer.from(parts[part]), how) }, { level: 0 }),
          ),
        ),
      ),
      options,
    ));

  it("and nothing is written of one in which no row can be read", async () => {
    const out = path.join(dir, "out");
    for (const bytes of [
      changed(csv, [{ what: "cut", at: 0.3, length: 1, text: "" }]),
      changed(xlsx, [{ what: "cut", at: 0.9, length: 1, text: "" }]),
      Buffer.from(strToU8(strFromU8(csv).replaceAll("https", "hptts"))),
    ]) {
      writeFileSync(file, bytes);
      let said = "";
      const io = { stdout: () => undefined, stderr: (text: string) => (said += text) };
      expect(await run(["import", file, "--out", out], io)).toBe(1);
      expectLines(said.trimEnd().split("\n"));
      expect(existsSync(out)).toBe(false);
    }
  });
});

describe("a table of a folder that was changed at random is read or refused in lines", () => {
  const tables = [
    "published_totals",
    "corrections",
    "successors",
    "disputed_scores",
    "interventions",
  ];
  const folder = path.join(dir, "data");
  it.each(tables)("%s.csv", (name) => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    cpSync("data/assessments.csv", path.join(folder, "assessments.csv"));
    const whole = readFileSync(`data/${name}.csv`);
    return fc.assert(
      fc.asyncProperty(changes, async (how) => {
        writeFileSync(path.join(folder, `${name}.csv`), changed(whole, how));
        await inLines(() => {
          const { problems } = validateDirectory(folder);
          if (problems.length > 0) expectLines(problems);
          readDataset({ dir: folder });
        });
      }),
      { ...options, numRuns: 15 },
    );
  });
});
