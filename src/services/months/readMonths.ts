import * as fs from "node:fs";
import path from "node:path";
import { committedPath } from "../../disk/commitFiles.js";
import { ExpectedError } from "../../errors.js";
import { readKept } from "../keptFiles.js";
import { monthPattern } from "../monthFile.js";
import { toColumns, type MonthColumns } from "./monthColumns.js";

/** The months that a folder of data keeps, `YYYY-MM`, the oldest first. */
export function keptMonths(dir: string): readonly string[] {
  const folder = path.join(dir, "services");
  if (!fs.statSync(dir, { throwIfNoEntry: false })?.isDirectory())
    throw new ExpectedError(`${dir}: no such directory`, 2);
  const waiting = committedPath(dir, "services");
  const names = [...new Set([folder, waiting])].flatMap((one) =>
    fs.existsSync(one) ? fs.readdirSync(one) : [],
  );
  return [...new Set(names)]
    .flatMap((name) => (name.endsWith(".csv") ? name.slice(0, -4) : []))
    .filter((name) => monthPattern.test(name))
    .sort();
}

/**
 * Reads a month that a folder of data keeps. Throws an ExpectedError, one line, where it is not as
 * `services read` writes it.
 */
export function readKeptMonth(dir: string, month: string): MonthColumns {
  const file = path.join(dir, "services", `${month}.csv`);
  const text = readKept(dir, path.join("services", `${month}.csv`));
  if (text === null) throw new ExpectedError(`${file}: it is not there`);
  try {
    return toColumns(month, text);
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    throw new ExpectedError(error.problems.map((line) => `${file}: ${line}`));
  }
}
