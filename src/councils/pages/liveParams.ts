import { ExpectedError } from "../../errors.js";
import type { SetName } from "../analysis/select.js";

/** What a report is asked for: from the command line, or from the page's address live. */
export interface Params {
  readonly set: SetName;
  /** A council's code or name, for notebooks about one. */
  readonly council: string | null;
}

const sets: readonly SetName[] = ["complete", "all"];

/**
 * What a live page is asked for, from its address: `?council=E10000015&set=all`. Calls `onUnknown` for
 * a set that is not known, in place of which the default stands; without it throws an ExpectedError.
 */
export function liveParams(
  search: string,
  defaultSet: SetName,
  onUnknown: (name: string, asked: string, shown: string) => void = (_, asked) => {
    throw new ExpectedError(`the address's set: expected complete or all: ${asked}`, 2);
  },
): Params {
  const asked = new URLSearchParams(search);
  const text = asked.get("set")?.trim() || defaultSet;
  const set = sets.find((one) => one === text.toLowerCase());
  if (set === undefined) onUnknown("set", text, defaultSet);
  return { set: set ?? defaultSet, council: asked.get("council")?.trim() || null };
}
