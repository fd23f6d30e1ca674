import { ExpectedError } from "../../errors.js";

/** Refuses a report's name that could not name its files everywhere. */
export function checkReportName(id: string): void {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
    throw new ExpectedError(`${id}: a report's name must be lower-case words with hyphens`);
}
