/**
 * Opens the workbooks of reports in LibreOffice and compares every cell with the CSV files beside
 * them, and cover, contents and notes between XLSX and ODS. It needs `soffice` on the path, so no
 * test runs it:
 *
 * npx ninefold report --format csv,xlsx,ods --out FOLDER && npx tsx scripts/compareWorkbooks.ts FOLDER
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parse } from "csv-parse/sync";
import { unknown } from "../src/engine/report/workbook/describe.js";

type Cells = readonly (readonly string[])[];
const formats = ["xlsx", "ods"] as const;

const readCsv = (file: string) =>
  parse(readFileSync(file), { bom: true, relax_column_count: true }) as Cells;

/** Every sheet of a workbook by its name, as LibreOffice reads it, with numbers in full. */
function sheetsOf(workbook: string, scratch: string): Map<string, Cells> {
  const { name, ext } = path.parse(workbook);
  const out = path.join(scratch, `${name}${ext}`);
  const { status, stderr } = spawnSync(
    "soffice",
    [
      "--headless",
      `-env:UserInstallation=${pathToFileURL(path.join(scratch, "profile")).href}`,
      "--convert-to",
      "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1",
      "--outdir",
      out,
      workbook,
    ],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`soffice: ${workbook}: ${stderr}`);
  return new Map(
    readdirSync(out).map((file) => [
      file.slice(name.length + 1, -".csv".length),
      readCsv(path.join(out, file)),
    ]),
  );
}

/** Empty cells at the end of a row, which a sheet's CSV fills up to its widest row. */
const trimmed = (row: readonly string[]) =>
  row.slice(0, row.findLastIndex((one) => one !== "") + 1);

/** Files have 12 digits of a number, and LibreOffice writes 15. */
const isSame = (shown: string, ours: string) =>
  shown === ours ||
  (ours === "" && shown === unknown) ||
  (ours !== "" && shown !== "" && Number(Number(shown).toPrecision(12)) === Number(ours));

/** What differs between the table at the end of a sheet and a CSV file of ours. */
function differences(sheet: Cells, csv: Cells): string[] {
  const table = sheet.slice(-csv.length);
  return csv.flatMap((row, y) =>
    row.flatMap((ours, x) => {
      const shown = table[y]?.[x] ?? "";
      return isSame(shown, ours) ? [] : [`row ${y + 1}, column ${x + 1}: ${shown}: ${ours}`];
    }),
  );
}

/** What differs in the workbooks of one report, a line each; `count` is told how much was compared. */
function compareReport(folder: string, id: string, scratch: string, count: (n: number) => void) {
  const [xlsx, ods] = formats.map((format) =>
    sheetsOf(path.join(folder, `${id}.${format}`), scratch),
  );
  const problems: string[] = [];
  for (const [name, sheet] of xlsx) {
    const other = ods.get(name)?.map(trimmed) ?? [];
    const own = sheet.map(trimmed);
    count(own.flat().length);
    if (JSON.stringify(own) !== JSON.stringify(other))
      problems.push(`${id}: ${name}: XLSX and ODS differ`);
  }
  for (const file of readdirSync(path.join(folder, id)).filter((one) => one.endsWith(".csv"))) {
    const name = file
      .slice(0, -".csv".length)
      .replace(/[^a-z0-9]+/gi, "_")
      .slice(0, 31);
    const csv = readCsv(path.join(folder, id, file));
    count(csv.flat().length);
    for (const [format, sheets] of [["xlsx", xlsx] as const, ["ods", ods] as const]) {
      // "notes" is the name of a sheet that each workbook has.
      const sheet = sheets.get(`${name}_2`) ?? sheets.get(name);
      if (sheet === undefined) problems.push(`${id}.${format}: no sheet ${name}`);
      else
        problems.push(
          ...differences(sheet, csv).map((line) => `${id}.${format}: ${name}: ${line}`),
        );
    }
  }
  return problems;
}

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error("expected the folder of the reports");
  process.exit(2);
}
const scratch = mkdtempSync(path.join(tmpdir(), "ninefold-workbooks-"));
try {
  let cells = 0;
  const ids = readdirSync(folder).flatMap((file) =>
    file.endsWith(".xlsx") ? [path.parse(file).name] : [],
  );
  const problems = ids.flatMap((id) =>
    compareReport(path.resolve(folder), id, scratch, (n) => (cells += n)),
  );
  problems.forEach((problem) => console.error(problem));
  console.log(`${ids.length} reports, ${cells} cells: ${problems.length} differ`);
  if (problems.length > 0 || ids.length === 0) process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true });
}
