import { ExpectedError } from "../../errors.js";
import type { DataRow } from "./comparePage.js";

/** No data lie unread so long. */
const mostYears = 10;

/**
 * Throws an ExpectedError where the clock cannot be right: before what the data hold already, or so
 * long after that it is a mistake. It dates revisions and the data themselves.
 */
export function checkClock(
  now: Date,
  rows: readonly DataRow[],
  /** The day of the folder's data, where it states one. */
  vintage: string | null,
): void {
  const dates = rows.flatMap(({ values }) => (values.published as string | null) ?? []);
  const newest = [...dates, ...(vintage === null ? [] : [vintage])].sort().at(-1);
  if (newest === undefined) return;
  const today = now.toISOString().slice(0, 10);
  const isBefore = today < newest && !today.startsWith(newest);
  const isAfter = now.getUTCFullYear() > Number(newest.slice(0, 4)) + mostYears;
  if (isBefore || isAfter)
    throw new ExpectedError(
      `clock: this machine says ${today}, and the data hold ${newest}: set its clock; nothing was read`,
    );
}
