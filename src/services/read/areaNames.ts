import type { Council } from "../../councils/data/dataset.js";
import { matchCouncil } from "../../councils/data/findCouncil.js";

/** Gives the ONS code of the council that a name of CQC's file means, or null. */
export function areaNames(councils: readonly Council[]): (name: string) => string | null {
  const known = new Map<string, string | null>();
  return (name) => {
    let code = known.get(name);
    if (code === undefined) {
      code = matchCouncil({ councils }, name)?.gssCode ?? null;
      known.set(name, code);
    }
    return code;
  };
}
