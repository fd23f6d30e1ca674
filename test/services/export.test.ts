import * as fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { madeUpMonths } from "../../scripts/madeUpMonths.js";
import { run } from "../../src/cli/main.js";
import { readDataset } from "../../src/councils/data/readDataset.js";
import { holdFolder } from "../../src/disk/commitFiles.js";
import { keepMonth } from "../../src/services/keepMonth.js";
import { monthCsv, monthResource } from "../../src/services/monthFile.js";
import { codeNames, type MonthColumns } from "../../src/services/months/monthColumns.js";
import {
  patternsByRating,
  ratedAnew,
  ratingsByCouncil,
} from "../../src/services/months/questions.js";
import { readKeptMonth } from "../../src/services/months/readMonths.js";

let dir: string;
const months: MonthColumns[] = [];
beforeAll(() => {
  dir = fs.mkdtempSync(path.join(tmpdir(), "ninefold-export-"));
  const councils = readDataset().councils.map(({ gssCode }) => gssCode);
  for (const { month, ratings } of madeUpMonths(councils, { locations: 600, months: 3 })) {
    const csv = monthCsv(ratings);
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

const docs = fs.readFileSync(new URL("../../docs/services.md", import.meta.url), "utf8");
const queries = [...docs.matchAll(/```sql\n([^`]*)```/g)].map(([, sql]) => sql);

describe("ninefold services export", () => {
  it("writes every row of every month, as another program reads it", async () => {
    const file = path.join(dir, "services.parquet");
    const { code, stdout, stderr } = await ninefold("--data", dir, "--parquet", file);
    expect([code, stderr]).toEqual([0, ""]);
    const rows = await parquetReadObjects({ file: await asyncBufferFromFile(file) });
    expect(stdout).toContain("3 months, 2,663 rows");
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

  it("gives DuckDB the answers that Ninefold's own memory gives, by the queries of the docs", async () => {
    const file = path.join(dir, "asked.parquet");
    await ninefold("--data", dir, "--parquet", file);
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const answers = await Promise.all(
      queries.map(async (sql) => {
        const result = await connection.run(sql.replaceAll("services.parquet", file));
        return (await result.getRowObjectsJson()) as Record<string, string>[];
      }),
    );
    const sorted = (lines: string[]) => lines.sort();
    const shares = months.flatMap((month) =>
      [...ratingsByCouncil(month)].flatMap(([code, counts]) =>
        [...counts].flatMap((n, i) =>
          n === 0 ? [] : [`${month.month} ${code} ${codeNames[i]} ${n}`],
        ),
      ),
    );
    expect(
      sorted(
        answers[0].map((row) => `${row.month} ${row.gss_code} ${row.overall} ${row.locations}`),
      ),
    ).toEqual(sorted(shares));
    expect(
      Object.fromEntries(
        answers[1].map((row) => [`${row.overall} ${row.parts}`, Number(row.locations)]),
      ),
    ).toEqual(Object.fromEntries(patternsByRating(months)));
    const anew = months
      .slice(1)
      .flatMap((after, i) =>
        ratedAnew(months[i], after).flatMap((row, from) =>
          row.flatMap((n, to) =>
            n === 0 ? [] : [`${after.month} ${codeNames[from]} ${codeNames[to]} ${n}`],
          ),
        ),
      );
    expect(
      sorted(answers[2].map((row) => `${row.next} ${row.before} ${row.after} ${row.locations}`)),
    ).toEqual(sorted(anew));
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
