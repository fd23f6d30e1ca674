import type { Assessment, Dataset } from "../data/dataset.js";
import { hasEnded } from "../data/successions.js";
import type { Scheme } from "../../ratings/scheme.js";
import { allGrades } from "../../ratings/schemeWords.js";
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

/** How many assessments an analysis does not use, and why. */
export interface LeftOut {
  readonly reason: string;
  readonly n: number;
}

/**
 * Which of a council's assessments under one scheme: `current`, the latest, of councils that are
 * still there; or `first`, the earliest, of all.
 */
export type Round = "current" | "first";

/** The assessments that an analysis uses, one a council, and what it leaves out. */
export interface Selection {
  /** The scheme that all of them are of. */
  readonly scheme: Scheme;
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
  /** The id of a scheme; the dataset's where it is left out. */
  readonly scheme?: string;
  /** The latest assessment of each council where it is left out. */
  readonly round?: Round;
}

/** Why a pilot is left out. */
export const pilotReason = "a pilot, with an indicative rating";

type Test = (a: Assessment) => boolean;

/** What each need asks of an assessment, and why one is left out that has it not. */
const needs: Readonly<Record<Need, readonly [Test, (scheme: Scheme) => string]>> = {
  rating: [(a) => a.rating !== null, () => "the rating is not known"],
  sum: [
    (a) => a.sum !== null,
    (scheme) => `neither ${allGrades(scheme)} nor a percentage is known`,
  ],
  scores: [
    (a) => a.scores.every((s) => s !== null),
    (scheme) => `not all ${allGrades(scheme)} are known`,
  ],
  anyScore: [(a) => a.scores.some((s) => s !== null), () => "no score is known"],
};

/** Why another assessment of a council than the one that is asked for is left out. */
const otherRound: Readonly<Record<Round, string>> = {
  current: "an earlier assessment of the same council",
  first: "a later assessment of the same council",
};

/** Of two assessments of a council the one asked for; an unknown date counts as the earliest. */
function ofRound(a: Assessment, b: Assessment, round: Round): Assessment {
  const isLater = (b.published ?? "") >= (a.published ?? "");
  return isLater === (round === "current") ? b : a;
}

/** Throws a RangeError for a value that is not one of those allowed. */
function checkOneOf(name: string, value: string, allowed: readonly string[]): void {
  if (!allowed.includes(value))
    throw new RangeError(`${name}: expected ${allowed.join(" or ")}: ${value}`);
}

/** Throws a RangeError for a scheme that the data do not know. */
export function schemeOf({ scheme, schemes }: Dataset, id: string | null): Scheme {
  if (id === null) return scheme;
  const found = schemes.find((one) => one.id === id);
  if (found) return found;
  const known = schemes.map((one) => one.id).join(", ");
  throw new RangeError(`scheme: expected one of ${known}: ${id}`);
}

interface Asked extends Required<Omit<AnalysisOptions, "scheme">> {
  readonly scheme: string | null;
  readonly need: Need | null;
}

/** Kept for each dataset, as most analyses begin with it. */
const selected = remembered((dataset, asked: Asked): Selection => {
  const { need, set, withoutLowConfidence, round } = asked;
  const scheme = schemeOf(dataset, asked.scheme);
  const leftOut: LeftOut[] = [];
  let kept = dataset.assessments;
  const keep = (test: (a: Assessment) => boolean, reason: string) => {
    const next = kept.filter(test);
    if (next.length < kept.length) leftOut.push({ reason, n: kept.length - next.length });
    kept = next;
  };
  keep((a) => a.scheme === scheme.id, "assessed under another scheme");
  keep((a) => a.kind === "formal", pilotReason);
  keep((a) => a.status !== "withdrawn", "withdrawn");
  if (set === "complete")
    keep((a) => a.inCompleteSet, `not known to be published by ${dataset.completeTo}`);
  const chosen = new Map<string, Assessment>();
  // A rating ends with the council that was assessed; what was found of it then stands.
  if (round === "current")
    keep((a) => !hasEnded(dataset, a.gssCode), "the council is no longer there");
  for (const a of kept) {
    const other = chosen.get(a.gssCode);
    chosen.set(a.gssCode, other ? ofRound(other, a, round) : a);
  }
  keep((a) => chosen.get(a.gssCode) === a, otherRound[round]);
  if (withoutLowConfidence) keep((a) => a.confidence !== "low", "low confidence");
  if (need) keep(needs[need][0], needs[need][1](scheme));
  const assessments = Object.freeze(kept);
  return Object.freeze({
    scheme,
    set,
    assessments,
    n: kept.length,
    leftOut: Object.freeze(leftOut),
  });
});

/**
 * One formal assessment per council under one scheme, the latest (or the first) that is not
 * withdrawn, within the set and with what the analysis needs. Every analysis begins here, so that its
 * options are checked here: throws a RangeError for a set, a round or a scheme that is not known.
 */
export function select(
  dataset: Dataset,
  need: Need | null,
  {
    set = "complete",
    withoutLowConfidence = false,
    scheme = null,
    round = "current",
  }: Omit<AnalysisOptions, "scheme"> & { readonly scheme?: string | null } = {},
): Selection {
  checkOneOf("set", set, ["complete", "all"]);
  checkOneOf("round", round, ["current", "first"]);
  return selected(dataset, { need, set, withoutLowConfidence, scheme, round });
}
