import type { Assessment, Dataset } from "../data/dataset.js";
import { currentCouncils } from "../data/successions.js";
import { select } from "./select.js";
import type { LeftOut, Need } from "./select.js";

/** The share of councils outside the complete set of which the rule's values must be known. */
export const shareNeeded = 0.95;

/** Councils outside the complete set, on which a question is decided that arose in it. */
export interface HeldOut {
  /** The first assessment of each that has what is needed. */
  readonly assessments: readonly Assessment[];
  /** Councils outside the complete set, assessed or not. */
  readonly of: number;
  readonly isEnough: boolean;
  readonly leftOut: readonly LeftOut[];
}

/**
 * The first formal assessment that is not withdrawn of each council outside the complete set, with
 * what is needed. Rows of low confidence count as not known unless they are asked for. It is enough
 * once 95% are known: the rules of `data/preregistration/c19.json` and others then apply.
 */
export function heldOut(
  dataset: Dataset,
  need: Need,
  { withLowConfidence = false }: { readonly withLowConfidence?: boolean } = {},
): HeldOut {
  const inside = new Set(
    dataset.assessments.filter((a) => a.inCompleteSet).map(({ gssCode }) => gssCode),
  );
  const isOutside = ({ gssCode }: { readonly gssCode: string }) => !inside.has(gssCode);
  const first = { set: "all", round: "first" } as const;
  const assessed = select(dataset, null, first).assessments.filter(isOutside);
  const assessments = select(dataset, need, {
    ...first,
    withoutLowConfidence: !withLowConfidence,
  }).assessments.filter(isOutside);
  const councils = [...currentCouncils(dataset).filter(isOutside), ...assessed];
  const of = new Set(councils.map(({ gssCode }) => gssCode)).size;
  const leftOut = [
    { reason: "in the complete set, which had been looked at", n: inside.size },
    { reason: "not known, or with low confidence only", n: of - assessments.length },
  ];
  return {
    assessments,
    of,
    isEnough: of > 0 && assessments.length >= shareNeeded * of,
    leftOut: leftOut.filter(({ n }) => n > 0),
  };
}
