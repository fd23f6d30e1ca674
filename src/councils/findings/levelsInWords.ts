import { list } from "../../engine/report/format.js";
import type { Scheme } from "../../ratings/scheme.js";

/** What each score means: "1 is significant shortfalls, 2 …". */
export function levelsInWords({ levels }: Pick<Scheme, "levels">): string {
  return `${list(levels.map(({ score, meaning, name }, i) => `${score ?? i + 1} is ${meaning ?? name}`))}.`;
}
