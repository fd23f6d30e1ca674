import { ExpectedError } from "../../../errors.js";
import type { SetName } from "../../../councils/analysis/select.js";
import type { Params } from "../builtins.js";

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
