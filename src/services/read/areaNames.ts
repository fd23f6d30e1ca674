import type { Council } from "../../councils/data/dataset.js";
import { matchCouncil } from "../../councils/data/findCouncil.js";
import { remember } from "./remember.js";

/** Gives the ONS code of the council that a name of CQC's file means, or null. */
export function areaNames(councils: readonly Council[]): (name: string) => string | null {
  return remember((name) => matchCouncil({ councils }, name)?.gssCode ?? null);
}
