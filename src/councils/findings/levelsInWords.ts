import type { Scheme } from "../../ratings/scheme.js";

/** What each score means, in the words of its scheme: "2: some shortfalls, 3: good standard". */
export function levelsInWords({ levels }: Pick<Scheme, "levels">): string {
  return `${levels.map(({ score, meaning, name }, i) => `${score ?? i + 1}: ${meaning ?? name}`).join(", ")}.`;
}
