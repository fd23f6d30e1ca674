import { ExpectedError } from "../../errors.js";
import type { SetName } from "../analysis/select.js";

/** What a report is asked for: from the command line, or from the page's address live. */
export interface Params {
  readonly set: SetName;
  /** A council's code or name, for notebooks about one. */
  readonly council: string | null;
}

/**
 * What a live page is asked for, from its address: `?council=E10000015&set=all`. Throws an
 * ExpectedError for a set that is not known.
 */
export function liveParams(search: string, defaultSet: SetName): Params {
  const asked = new URLSearchParams(search);
  const set = asked.get("set") ?? defaultSet;
  if (set !== "complete" && set !== "all")
    throw new ExpectedError(`the address's set: expected complete or all: ${set}`, 2);
  return { set, council: asked.get("council")?.trim() || null };
}
