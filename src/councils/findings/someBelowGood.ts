import type { LowUnderGood } from "../analysis/lowUnderGood.js";
import { percent } from "../../engine/report/format.js";
import { nothing, type Finding } from "./finding.js";
import { goodOrBetter, have } from "./wording.js";

/** How many councils rated good or better have a score below good. */
export function someBelowGood({ scheme, n, count: low, share }: LowUnderGood): Finding {
  const names = goodOrBetter(scheme);
  if (share === null)
    return nothing(`No council here is rated ${names}`, "what such a rating holds");
  return {
    headline: `${low} of ${n} rated ${names} ${have(n === 1 ? n : low)} a score below good`,
    detail: `That is ${percent(share)}. A good rating can stand over scores of 1 or 2.`,
    tile: {
      number: `${low} of ${n}`,
      words: `rated ${scheme.good} or better, with a score below good`,
    },
  };
}
