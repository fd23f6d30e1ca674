import { list } from "../../engine/report/format.js";
import type { Scheme } from "../../ratings/scheme.js";

/** What each score means, in the words of its scheme: "2 is some shortfalls, 3 …". */
export function levelsInWords({ levels }: Pick<Scheme, "levels">): string {
  return `${list(levels.map(({ score, meaning, name }, i) => `${score ?? i + 1} is ${meaning ?? name}`))}.`;
}
