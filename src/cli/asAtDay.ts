import { readDataset } from "../councils/data/readDataset.js";
import type { Dataset } from "../councils/data/dataset.js";
import { isInCalendar } from "../datapackage/descriptor.js";
import { ExpectedError } from "../errors.js";

export interface AsAtOptions {
  readonly data?: string;
  /** The day that is looked back to, `YYYY-MM-DD`. */
  readonly asAt?: string;
}

/** Throws an ExpectedError, one line, for what is no day in full. */
export function checkDay(option: string, day: string): void {
  if (!(day.length === 10 && isInCalendar(day)))
    throw new ExpectedError(`${option}: expected a day such as 2025-06-01: ${day || "(blank)"}`, 2);
}

/** The data that a command is asked for, now or as on a day. Throws an ExpectedError for what it cannot be. */
export function readAsAt({ data: dir, asAt }: AsAtOptions): Dataset {
  if (asAt === undefined) return readDataset({ dir });
  checkDay("--as-at", asAt);
  return readDataset({ dir, publishedBy: asAt });
}

/** What a day adds to the name of what is made as on it. */
export const asAtSuffix = (asAt: string | undefined) =>
  asAt === undefined ? "" : `-as-at-${asAt}`;
