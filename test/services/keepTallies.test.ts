import * as fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { madeUpMonths } from "../../scripts/madeUpMonths.js";
import { readDataset } from "../../src/councils/data/readDataset.js";
import { holdFolder } from "../../src/disk/commitFiles.js";
import { keepMonth } from "../../src/services/keepMonth.js";
import { monthCsv, monthResource } from "../../src/services/monthFile.js";
import { keepTallies } from "../../src/services/months/keepTallies.js";
import { readKeptMonth } from "../../src/services/months/readMonths.js";
import { changeRows, patternRows } from "../../src/services/months/tallies.js";

let dir: string;
const months = new Map<string, string>();
beforeAll(() => {
  dir = fs.mkdtempSync(path.join(tmpdir(), "ninefold-tallies-"));
  const councils = readDataset().councils.map(({ gssCode }) => gssCode);
  for (const { month, ratings } of madeUpMonths(councils, { locations: 300, months: 4 }))
    months.set(month, monthCsv(ratings));
});
afterAll(() => fs.rmSync(dir, { recursive: true }));

const add = (data: string, month: string, csv = months.get(month)!) => {
  const resource = monthResource(month, csv, "made up") as { readonly name: string };
  holdFolder(data, (folder) => {
    keepMonth(folder, month, csv, resource, { replace: true });
    keepTallies(folder);
  });
};
const fileOf = (data: string, name: string) => path.join(data, "services", `${name}.csv`);
const rowsOf = (data: string, name: string) =>
  fs.readFileSync(fileOf(data, name), "utf8").trim().split("\n").slice(1);
const told = (rows: readonly object[]) => rows.map((row) => Object.values(row).join(","));

/** What the tables hold where every month is counted at once. */
function expected(data: string, names: readonly string[]) {
  const read = names.map((name) => readKeptMonth(data, name));
  return {
    changes: read.slice(1).flatMap((after, i) => told(changeRows(read[i], after))),
    patterns: told(patternRows(read.at(-1)!)),
  };
}

/** Spoils a month that was counted: as long as before, and as old. */
function spoil(data: string, name: string): void {
  const file = fileOf(data, name);
  const { size, atime, mtime } = fs.statSync(file);
  fs.writeFileSync(file, "x".repeat(size));
  fs.utimesSync(file, atime, mtime);
}

describe("tables of kept months", () => {
  it("are the same in whatever order months are added, and after one is replaced", () => {
    const data = fs.mkdtempSync(path.join(dir, "data-"));
    const names = [...months.keys()];
    for (const i of [2, 0, 3, 1]) add(data, names[i]);
    const all = expected(data, names);
    expect([rowsOf(data, "changes"), rowsOf(data, "patterns")]).toEqual([
      all.changes,
      all.patterns,
    ]);
    // Fewer locations in the second month: both pairs that it is in change.
    const fewer = months.get(names[1])!.split("\n").slice(0, 50).join("\n");
    add(data, names[1], `${fewer}\n`);
    const other = expected(data, names);
    expect(rowsOf(data, "changes")).toEqual(other.changes);
    expect(other.changes).not.toEqual(all.changes);
  });

  it("read no month again that was counted, unless it was written since", () => {
    const data = fs.mkdtempSync(path.join(dir, "data-"));
    const [first, second, third, fourth] = months.keys();
    for (const month of [first, second, third]) add(data, month);
    spoil(data, first);
    add(data, fourth);
    expect(new Set(rowsOf(data, "changes").map((row) => row.slice(0, 15)))).toEqual(
      new Set([`${first},${second}`, `${second},${third}`, `${third},${fourth}`]),
    );
    const later = new Date(Date.now() + 60_000);
    fs.utimesSync(fileOf(data, first), later, later);
    expect(() => holdFolder(data, keepTallies)).toThrow(
      /2026-01\.csv: line 1: expected the columns/,
    );
  });

  it("are counted anew where they are not as they were written", () => {
    const data = fs.mkdtempSync(path.join(dir, "data-"));
    const names = [...months.keys()].slice(0, 2);
    for (const month of names) add(data, month);
    const file = fileOf(data, "changes");
    const written = fs.readFileSync(file, "utf8");
    fs.writeFileSync(file, written.replace(/\d+\n$/, "999999\n"));
    holdFolder(data, keepTallies);
    expect(fs.readFileSync(file, "utf8")).toBe(written);
  });
});
