import type { LeftOut } from "../../errors.js";
import { toProse, type Prose } from "../report/block.js";

/** What stands in the place of a part that is left out, for a `LeftOut`'s reason. */
export function leftOutBlock(because: LeftOut["because"]): Prose {
  return toProse(`A part of this notebook is left out here: ${because}.`);
}
