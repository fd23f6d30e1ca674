import { cpSync, existsSync, renameSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { toCsvText } from "../councils/bring/checkImported.js";
import { csvRows } from "../councils/bring/csvRows.js";
import { importRows } from "../councils/bring/importRows.js";
import { readText } from "../councils/bring/readText.js";
import { readBytes } from "../councils/data/place.js";
import { readDataset } from "../councils/data/readDataset.js";
import { withOwnFields } from "../councils/data/ownFields.js";
import { readDescriptor, type TableResource } from "../datapackage/descriptor.js";
import { committedPath, finishCommit } from "../disk/commitFiles.js";
import { diskError } from "../disk/diskError.js";
import { makeFolder } from "../disk/makeFolder.js";
import { putFile } from "../disk/putFile.js";
import { isAlive, takeFolder } from "../disk/runLock.js";
import { ExpectedError } from "../errors.js";
import { logLine } from "./import.js";
import type { Io } from "./io.js";

/** Copies a folder to a new one with other assessments, all of it or nothing. */
function copyWith(dir: string, out: string, assessments: string): void {
  const above = dirname(resolve(out));
  makeFolder(above);
  const { staging, release } = takeFolder(above, isAlive);
  try {
    const copy = join(staging, "copy");
    // What other runs hold is no part of the data; a commit that was cut short is.
    const isData = (source: string) => !/^\.ninefold-\d/.test(basename(source));
    cpSync(dir, copy, { recursive: true, filter: isData });
    finishCommit(copy);
    putFile(join(copy, "assessments.csv"), assessments);
    renameSync(copy, out);
  } finally {
    release();
  }
}

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
  const bytes = readBytes(committedPath(dir, "assessments.csv"));
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
  const mended = toCsvText(
    columns,
    rows.map(({ values }) => values),
  );
  try {
    copyWith(dir, out, mended);
  } catch (error) {
    throw diskError(error, out);
  }
  for (const entry of log) io.stdout(`${path}: ${logLine(entry)}\n`);
}
