import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { maxLines } from "../src/datapackage/checkBytes.js";

const data = fileURLToPath(new URL("../data/", import.meta.url));

const tables = [
  "assessments.csv",
  "councils.csv",
  "interventions.csv",
  "context/ascof_long.csv",
  "context/deprivation_imd2025_utla.csv",
  "context/population_65plus.csv",
];

/** Columns that hold a council's name, which no two councils share. */
const names = ["council", "name", "official_name"];

const toLine = (cells: readonly string[]) =>
  cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",");

/**
 * The latest row of each council and measure, for the first so many measures of a council; each
 * outcome is there for up to ten years.
 */
function latest(
  rows: readonly Record<string, string>[],
  measures: number,
): readonly Record<string, string>[] {
  const last = new Map<string, Record<string, string>>();
  for (const row of rows) {
    const key = `${row.gss_code} ${row.measure}`;
    if (row.period >= (last.get(key)?.period ?? "")) last.set(key, row);
  }
  const seen = new Map<string, number>();
  return [...last.values()].filter(({ gss_code }) => {
    const count = (seen.get(gss_code) ?? 0) + 1;
    seen.set(gss_code, count);
    return count <= measures;
  });
}

/** A row of an assessment as so many rounds a year apart, the real one the latest. */
function roundsOf(row: Readonly<Record<string, string>>, rounds: number) {
  return Array.from({ length: rounds }, (_, back) =>
    back === 0
      ? row
      : {
          ...row,
          published: `${Number(row.published.slice(0, 4)) - back}${row.published.slice(4)}`,
        },
  );
}

/**
 * Writes a folder of data with so many made-up councils: copies of the real ones under other codes
 * and names, so that each page has as much on it as a real one. For measuring time, not for
 * findings. With `rounds`, each formal
 * assessment with a date is there that often, a year apart. Of each outcome the last year is copied; for more than some 8,000 councils fewer
 * outcomes, as a file of data has a bound on its lines.
 */
export function writeManyCouncils(folder: string, councils: number, rounds = 1): void {
  const read = (name: string) =>
    parse<Record<string, string>>(readFileSync(path.join(data, name)), { columns: true });
  const real = read("councils.csv").map(({ gss_code }) => gss_code);
  const codeOf = (code: string, copy: number) =>
    copy === 0
      ? code
      : `${code.slice(0, 3)}${String(copy * 1000 + Number(code.slice(3))).padStart(6, "0")}`;
  for (const name of tables) {
    const all = read(name);
    const rows = name.endsWith("ascof_long.csv")
      ? latest(all, Math.floor((maxLines - 1) / councils))
      : name === "assessments.csv"
        ? all.flatMap((row) =>
            roundsOf(row, row.kind === "formal" && row.published !== "" ? rounds : 1),
          )
        : all;
    const columns = Object.keys(all[0]);
    const lines = [toLine(columns)];
    for (let copy = 0; copy * real.length < councils; copy += 1) {
      const kept = new Set(real.slice(0, councils - copy * real.length));
      for (const row of rows.filter(({ gss_code }) => kept.has(gss_code)))
        lines.push(
          toLine(
            columns.map((column) => {
              if (column === "gss_code") return codeOf(row.gss_code, copy);
              if (copy > 0 && column === "alt_gss_code_2025") return "";
              return copy > 0 && names.includes(column) ? `${row[column]} ${copy}` : row[column];
            }),
          ),
        );
    }
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), `${lines.join("\n")}\n`);
  }
}
