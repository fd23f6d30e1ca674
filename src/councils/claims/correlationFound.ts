import type { Correlation } from "../analysis/correlation.js";
import type { Found } from "./heldOutEvidence.js";

/** A correlation as a claim's evidence has it; its p only where the rule reads it. */
export function correlationFound(found: Correlation, { withP }: { withP: boolean }): Found {
  return {
    n: found.n,
    estimate: found.tauB,
    interval: found.interval,
    intervalMethod: `95%, ${found.intervalMethod}`,
    p: withP ? found.permutationP : null,
    reason:
      found.reason ??
      (found.interval ? null : "too few draws vary in both, so that there is no interval"),
  };
}
