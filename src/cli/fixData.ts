import { cpSync, existsSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { toCsvText } from "../councils/bring/checkImported.js";
import { csvRows } from "../councils/bring/csvRows.js";
import { importRows } from "../councils/bring/importRows.js";
import { readText } from "../councils/bring/readText.js";
import { readBytes } from "../councils/data/place.js";
import { readDataset } from "../councils/data/readDataset.js";
import { withOwnFields } from "../councils/data/ownFields.js";
import { readDescriptor, type TableResource } from "../datapackage/descriptor.js";
import { ExpectedError, messageOf } from "../errors.js";
import { logLine } from "./import.js";
import type { Io } from "./io.js";

/**
 * Copies a folder of data to a new one in which assessments.csv has what is mechanical mended, and
 * tells each change. What cannot be read for sure stands as it was. Nothing in the folder itself
 * changes. Throws an ExpectedError where the new folder is there, or lies in the old one.
 */
export function fixData(dir: string | undefined, out: string, io: Io): void {
  if (dir === undefined) throw new ExpectedError("--fix: expected a folder of data to mend", 2);
  if (existsSync(out)) throw new ExpectedError(`${out}: is there already; give another --fix`, 2);
  if (!relative(resolve(dir), resolve(out)).startsWith(".."))
    throw new ExpectedError(`${out}: lies in the folder that is to be mended`, 2);
  const path = join(dir, "assessments.csv");
  const bytes = readBytes(path);
  if (!Buffer.isBuffer(bytes)) throw new ExpectedError(`${path}: ${bytes?.what ?? "no such file"}`);
  const { scheme, councils } = readDataset();
  const { rows: sheet } = csvRows(readText(bytes).text);
  const table = withOwnFields(readDescriptor(), dir).resources.find(
    ({ name }) => name === "assessments",
  ) as TableResource;
  const { fields } = table.schema;
  const own = fields.filter(({ isOwn }) => isOwn).map(({ name }) => name);
  const { rows, log } = importRows(sheet, { councils }, scheme, { defaults: {}, own });
  if (rows.length === 0) throw new ExpectedError(log.map((entry) => `${path}: ${logLine(entry)}`));
  const used = new Set(rows.flatMap(({ values }) => Object.keys(values)));
  const columns = fields
    .filter((field) => (field.default === undefined && !field.isOwn) || used.has(field.name))
    .map(({ name }) => name);
  try {
    cpSync(dir, out, { recursive: true, errorOnExist: true });
    writeFileSync(
      join(out, "assessments.csv"),
      toCsvText(
        columns,
        rows.map(({ values }) => values),
      ),
    );
  } catch (error) {
    throw new ExpectedError(`${out}: cannot be written: ${messageOf(error)}`);
  }
  for (const entry of log) io.stdout(`${path}: ${logLine(entry)}\n`);
}
