import type { Assessment } from "../data/dataset.js";
import { isGoodOrBetter as isGood } from "../../ratings/scheme.js";
import type { Scheme } from "../../ratings/scheme.js";
import { wordOf } from "./councilProfiles.js";

/** Whether the word of an assessment under a scheme is good or better; not where it is not known. */
export function isGoodOrBetter(scheme: Scheme): (assessment: Assessment) => boolean {
  return (assessment) => {
    const word = wordOf(scheme, assessment);
    return word !== null && isGood(scheme, word);
  };
}
