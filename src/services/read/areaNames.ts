import type { Council } from "../../councils/data/dataset.js";
import { matchCouncil } from "../../councils/data/findCouncil.js";

/** Names of areas that CQC's file writes otherwise than councils' names. */
const aliases: Readonly<Record<string, string>> = {
  durham: "County Durham",
  "st. helens": "St Helens",
  "bedford borough": "Bedford",
  "bristol, city of": "Bristol",
  "kingston upon hull, city of": "Kingston upon Hull",
  "herefordshire, county of": "Herefordshire",
};

/** Gives the ONS code of the council that a name of CQC's file means, or null. */
export function areaNames(councils: readonly Council[]): (name: string) => string | null {
  const known = new Map<string, string | null>();
  return (name) => {
    let code = known.get(name);
    if (code === undefined) {
      const alias = aliases[name.toLowerCase()] ?? name;
      code = matchCouncil({ councils }, alias)?.gssCode ?? null;
      known.set(name, code);
    }
    return code;
  };
}
