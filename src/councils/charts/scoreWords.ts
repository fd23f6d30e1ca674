import type { Scheme } from "../../ratings/scheme.js";
import type { KeyEntry } from "./key.js";

/** What each score is called, with its colour. */
export function scoreWords({ levels }: Scheme, fills: readonly string[]): KeyEntry[] {
  return levels.map(({ score, meaning, name }, i) => ({
    fill: fills[i],
    text: [score, meaning ?? name].filter((part) => part !== null).join(" "),
  }));
}
