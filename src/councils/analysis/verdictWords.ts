import type { Verdict } from "./heapingRule.js";

/** A verdict as pages tell it; results and files call one that is left open undecidable. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  supported: "supported",
  "not supported": "not supported",
  undecidable: "left open",
};
