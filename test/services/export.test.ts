import * as fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { madeUpMonths } from "../../scripts/madeUpMonths.js";
import { run } from "../../src/cli/main.js";
import { readDataset } from "../../src/councils/data/readDataset.js";
import { holdFolder } from "../../src/disk/commitFiles.js";
import { keepMonth } from "../../src/services/keepMonth.js";
import { monthCsv, monthResource } from "../../src/services/monthFile.js";
import {
  codeNames,
  lastRating,
  type MonthColumns,
} from "../../src/services/months/monthColumns.js";
import {
  goodOrBetter,
  patternsByRating,
  ratedAnew,
  ratingsByCouncil,
} from "../../src/services/months/questions.js";
import { readKeptMonth } from "../../src/services/months/readMonths.js";
import { runNotebook } from "../../src/runNotebook.js";
import { expectClose } from "../statistics/close.js";

let dir: string;
const months: MonthColumns[] = [];
beforeAll(() => {
  dir = fs.mkdtempSync(path.join(tmpdir(), "ninefold-export-"));
  const councils = readDataset().councils.map(({ gssCode }) => gssCode);
  for (const { month, ratings } of madeUpMonths(councils, { locations: 600, months: 3 })) {
    // Some are missing in the month between, and so in neither of two months one after the other.
    const isKept = (code: string) => month !== "2026-02" || !code.endsWith("3");
    const csv = monthCsv(ratings.filter(({ location }) => isKept(location)));
    const resource = monthResource(month, csv, "made up") as { readonly name: string };
    holdFolder(dir, (held) => keepMonth(held, month, csv, resource));
    months.push(readKeptMonth(dir, month));
  }
});
afterAll(() => fs.rmSync(dir, { recursive: true }));

async function ninefold(...argv: string[]) {
  let [stdout, stderr] = ["", ""];
  const code = await run(["services", "export", ...argv], {
    stdout: (text) => (stdout += text),
    stderr: (text) => (stderr += text),
  });
  return { code, stdout, stderr };
}

/** The notebook that the docs tell readers to save beside the file. */
const [, notebook] = /```html\n([^]*?)```/.exec(
  fs.readFileSync(new URL("../../docs/services.md", import.meta.url), "utf8"),
)!;

type Row = Readonly<Record<string, string | number>>;
interface Answers {
  readonly ratings: readonly Row[];
  readonly patterns: readonly Row[];
  readonly anew: readonly Row[];
  readonly good: readonly { readonly month: string; readonly share: number }[];
}

/** Runs that notebook in a folder, and gives what its cells found. */
async function ask(folder: string): Promise<Answers> {
  const file = path.join(folder, "months.html");
  const told = `<script id="99" type="module">display(JSON.stringify({ratings, patterns, anew, good}))</script></notebook>`;
  fs.writeFileSync(file, notebook.replace("</notebook>", told));
  const params = { set: "complete", council: null } as const;
  const { blocks } = await runNotebook(file, { dataset: readDataset(), params });
  const last = blocks.at(-1);
  if (last?.kind !== "prose") throw new Error("expected a text");
  return JSON.parse(last.markdown.replace(/\\([!-/:-@[-`{-~])/g, "$1")) as Answers;
}

describe("ninefold services export", () => {
  it("writes every row of every month, as another program reads it", async () => {
    const file = path.join(dir, "services.parquet");
    const { code, stdout, stderr } = await ninefold("--data", dir, "--parquet", file);
    expect([code, stderr]).toEqual([0, ""]);
    const rows = await parquetReadObjects({ file: await asyncBufferFromFile(file) });
    const all = months.reduce((sum, { n }) => sum + n, 0);
    expect(stdout).toContain(`3 months, ${all.toLocaleString("en-GB")} rows`);
    const lines = rows.map(({ month, ...row }) =>
      [
        month as string,
        ...Object.values(row).map((value: unknown) =>
          value instanceof Date ? value.toISOString().slice(0, 10) : ((value as string) ?? ""),
        ),
      ].join(","),
    );
    const kept = months.flatMap(({ month }) =>
      fs
        .readFileSync(path.join(dir, "services", `${month}.csv`), "utf8")
        .trim()
        .split("\n")
        .slice(1)
        .map((line) => `${month},${line}`),
    );
    expect(lines).toEqual(kept);
  });

  it("gives the SQL cells of the docs the answers that Ninefold's own memory gives", async () => {
    const folder = fs.mkdtempSync(path.join(dir, "asked-"));
    await ninefold("--data", dir, "--parquet", path.join(folder, "services.parquet"));
    const { ratings, patterns, anew, good } = await ask(folder);
    const told = (rows: readonly Row[], ...keys: string[]) =>
      rows.map((row) => keys.map((key) => row[key]).join(" ")).sort();

    const own = months.flatMap((month) =>
      [...ratingsByCouncil(month)].flatMap(([code, counts]) =>
        [...counts].flatMap((n, i) =>
          n === 0 || i < 1 || i > lastRating
            ? []
            : [`${month.month} ${code} ${codeNames[i]} ${n} ${n / goodOrBetter(counts)!.n}`],
        ),
      ),
    );
    expect(own.length).toBeGreaterThan(500);
    expect(told(ratings, "month", "gss_code", "rating", "locations", "share")).toEqual(own.sort());
    expect(
      Object.fromEntries(patterns.map((row) => [`${row.rating} ${row.parts}`, row.locations])),
    ).toEqual(Object.fromEntries(patternsByRating(months)));
    const ownAnew = months
      .slice(1)
      .flatMap((after, i) =>
        ratedAnew(months[i], after).flatMap((row, from) =>
          row.flatMap((n, to) =>
            n === 0
              ? []
              : [`${months[i].month} ${after.month} ${codeNames[from]} ${codeNames[to]} ${n}`],
          ),
        ),
      );
    expect(told(anew, "month", "next", "before", "after", "locations")).toEqual(ownAnew.sort());
    expect(good.map(({ month }) => month)).toEqual(months.map(({ month }) => month));
    for (const [i, month] of months.entries()) {
      const counts = [...ratingsByCouncil(month).values()];
      const all = Uint32Array.from(counts[0], (_, code) =>
        counts.reduce((sum, one) => sum + one[code], 0),
      );
      expectClose(good[i].share, goodOrBetter(all)!.share);
    }
  });

  it("says what to do where no month is kept, and leaves no half a file", async () => {
    const empty = fs.mkdtempSync(path.join(dir, "empty-"));
    const file = path.join(empty, "x.parquet");
    const none = await ninefold("--data", empty, "--parquet", file);
    expect(none.stderr).toMatch(/keeps no month: run ninefold services read FILE --data /);
    const nowhere = await ninefold("--data", dir, "--parquet", path.join(empty, "no", "x.parquet"));
    expect(nowhere.code).toBe(1);
    expect(nowhere.stderr.trim().split("\n")).toHaveLength(1);
    fs.mkdirSync(path.join(empty, "services"));
    fs.writeFileSync(path.join(empty, "services", "2026-01.csv"), "a,b\n");
    const broken = await ninefold("--data", empty, "--parquet", file);
    expect(broken.stderr).toMatch(/2026-01\.csv: line 1: expected the columns/);
    expect(fs.readdirSync(empty)).toEqual(["services"]);
  });
});
