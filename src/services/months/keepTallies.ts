import { createHash } from "node:crypto";
import { csvField } from "../../csvText.js";
import { readDescriptor } from "../../datapackage/descriptor.js";
import { keepFile } from "../keepMonth.js";
import { keptMonths, readKeptMonth } from "./readMonths.js";
import { changeRows, patternRows, type ChangeRow } from "./tallies.js";
import type { MonthColumns } from "./monthColumns.js";

function csvOf(columns: readonly string[], rows: readonly object[]): string {
  const lines = rows.map((row) =>
    columns.map((name) => csvField(String((row as Record<string, unknown>)[name]))).join(","),
  );
  return `${[columns.join(","), ...lines].join("\n")}\n`;
}

/**
 * Counts the months that a folder of data keeps into `services/patterns.csv`, the newest, and
 * `services/changes.csv`, each against the one before, with their entries in datapackage.json. One
 * month after another is read, so that two are in memory at once.
 */
export function keepTallies(dir: string): void {
  const changes: ChangeRow[] = [];
  let before: MonthColumns | null = null;
  for (const month of keptMonths(dir)) {
    const after = readKeptMonth(dir, month);
    if (before !== null) changes.push(...changeRows(before, after));
    before = after;
  }
  const tables = { patterns: before === null ? [] : patternRows(before), changes };
  for (const [name, rows] of Object.entries(tables)) {
    const resource = readDescriptor().resources.find((one) => one.name === `services-${name}`);
    if (resource?.profile !== "tabular-data-resource")
      throw new Error(`the descriptor has no services-${name}`);
    const csv = csvOf(
      resource.schema.fields.map((field) => field.name),
      rows,
    );
    keepFile(dir, resource.path, csv, {
      ...resource,
      bytes: Buffer.byteLength(csv),
      hash: `sha256:${createHash("sha256").update(csv).digest("hex")}`,
    });
  }
}
