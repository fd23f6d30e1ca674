import type { Assessment, Dataset } from "../data/dataset.js";
import { remembered } from "./remembered.js";

/**
 * Which assessments an analysis uses, and which it leaves out, by count and reason.
 *
 * `complete`: reports up to the date to which the data are complete and consecutive. `all`: every
 * council's current assessment; after that date reports were found one at a time, and those with
 * nine scores lean low. What generalises rests on `complete`.
 */
export type SetName = "complete" | "all";

/** What an assessment must have to be used. */
export type Need = "rating" | "sum" | "scores" | "anyScore";

export interface LeftOut {
  readonly reason: string;
  readonly n: number;
}

export interface Selection {
  readonly set: SetName;
  readonly assessments: readonly Assessment[];
  readonly n: number;
  readonly leftOut: readonly LeftOut[];
}

/** What every analysis can be asked. */
export interface AnalysisOptions {
  readonly set?: SetName;
  /** Leave out rows of low confidence. */
  readonly withoutLowConfidence?: boolean;
}

/** Why a pilot is left out. */
export const pilotReason = "a pilot, with an indicative word";

const needs: Readonly<Record<Need, readonly [(a: Assessment) => boolean, string]>> = {
  rating: [(a) => a.rating !== null, "the word is not known"],
  sum: [(a) => a.sum !== null, "neither nine scores nor a percentage is known"],
  scores: [(a) => a.scores.every((s) => s !== null), "not all nine scores are known"],
  anyScore: [(a) => a.scores.some((s) => s !== null), "no score is known"],
};

/** The later of two assessments of a council; an unknown date counts as the earliest. */
function later(a: Assessment, b: Assessment): Assessment {
  return (b.published ?? "") >= (a.published ?? "") ? b : a;
}

interface Asked extends Required<AnalysisOptions> {
  readonly need: Need | null;
}

/** Kept for each dataset, as most analyses begin with it. */
const selected = remembered((dataset, { need, set, withoutLowConfidence }: Asked): Selection => {
  const leftOut: LeftOut[] = [];
  let kept = dataset.assessments;
  const keep = (test: (a: Assessment) => boolean, reason: string) => {
    const next = kept.filter(test);
    if (next.length < kept.length) leftOut.push({ reason, n: kept.length - next.length });
    kept = next;
  };
  keep((a) => a.kind === "formal", pilotReason);
  keep((a) => a.status !== "withdrawn", "withdrawn");
  if (set === "complete")
    keep((a) => a.inCompleteSet, `not known to be published by ${dataset.completeTo}`);
  const current = new Map<string, Assessment>();
  for (const a of kept) {
    const other = current.get(a.gssCode);
    current.set(a.gssCode, other ? later(other, a) : a);
  }
  keep((a) => current.get(a.gssCode) === a, "an earlier assessment of the same council");
  if (withoutLowConfidence) keep((a) => a.confidence !== "low", "low confidence");
  if (need) keep(...needs[need]);
  const assessments = Object.freeze(kept);
  return Object.freeze({ set, assessments, n: kept.length, leftOut: Object.freeze(leftOut) });
});

/**
 * One formal assessment per council, the latest that is not withdrawn, within the set and with
 * what the analysis needs.
 */
export function select(
  dataset: Dataset,
  need: Need | null,
  { set = "complete", withoutLowConfidence = false }: AnalysisOptions = {},
): Selection {
  return selected(dataset, { need, set, withoutLowConfidence });
}
