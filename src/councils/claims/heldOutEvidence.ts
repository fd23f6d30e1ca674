import { heldOut, shareNeeded } from "../analysis/heldOut.js";
import { select } from "../analysis/select.js";
import type { Need } from "../analysis/select.js";
import type { Assessment, Dataset } from "../data/dataset.js";
import type { ClaimOptions, Evidence, Quantity, Unit } from "./claim.js";
import { toEvidence } from "./claim.js";

/** What a claim's test finds on some assessments. */
export type Found = Partial<Omit<Evidence, "set" | "leftOut">> & { readonly n: number };

interface HeldOutTest {
  readonly need: Need;
  /** What must be known of councils, several of them: "ratings". */
  readonly what: string;
  readonly measure: (assessments: readonly Assessment[]) => Found;
  /** Why it cannot be decided whatever is known of councils; null where it can. */
  readonly lacking?: string | null;
}

/** What is printed beside a claim that is decided outside the complete set. */
export function exploratoryNumbers(quantity: string, unit: Unit): Record<string, Quantity> {
  const on = "on the complete set, which had been looked at (exploratory)";
  return {
    exploratory: { quantity: `${quantity} ${on}`, unit },
    exploratoryLow: { quantity: "lower end of its 95% interval", unit },
    exploratoryHigh: { quantity: "upper end", unit },
    exploratoryP: { quantity: "its one-sided p", unit: "p" },
  };
}

/**
 * Evidence of a claim that is decided on councils outside the complete set, in which it had been
 * looked at. Until 95% of what it needs is known, nothing is tested on them.
 */
export function heldOutEvidence(
  dataset: Dataset,
  { isAsStated }: ClaimOptions,
  { need, what, measure, lacking = null }: HeldOutTest,
): Evidence {
  const held = heldOut(dataset, need);
  const known = held.assessments.length;
  const inSample = isAsStated ? measure(select(dataset, need).assessments) : null;
  const beside = {
    known,
    of: held.of,
    exploratory: inSample?.estimate ?? null,
    exploratoryLow: inSample?.interval?.[0] ?? null,
    exploratoryHigh: inSample?.interval?.[1] ?? null,
    exploratoryP: inSample?.p ?? null,
    exploratoryN: inSample?.n ?? null,
    onComplete: inSample?.beside ?? null,
  };
  const used = { set: "all", n: known, leftOut: held.leftOut } as const;
  if (lacking !== null || !held.isEnough) {
    const share = `${100 * shareNeeded}%`;
    const reason =
      lacking ??
      `the ${what} of ${known} of the ${held.of} councils outside the complete set are known, low ` +
        `confidence not counting; the rule needs ${share}`;
    return toEvidence(used, { beside, reason });
  }
  const found = measure(held.assessments);
  const withLow = isAsStated
    ? measure(heldOut(dataset, need, { withLowConfidence: true }).assessments)
    : null;
  const without = known - found.n;
  return toEvidence(
    {
      ...used,
      n: found.n,
      leftOut: [
        ...held.leftOut,
        ...(without > 0 ? [{ reason: "the data hold no value to set beside it", n: without }] : []),
      ],
    },
    {
      ...found,
      beside: {
        ...beside,
        ...found.beside,
        withLowConfidence: withLow && { n: withLow.n, estimate: withLow.estimate ?? null },
      },
    },
  );
}
