import type { AnalysisOptions, LeftOut, Need, Selection, SetName } from "../analysis/select.js";
import { checkJson } from "../analysis/checkJson.js";
import type { Verdict } from "../analysis/heapingRule.js";
import type { Dataset } from "../data/dataset.js";
import type { SimulationOptions } from "../../statistics/bootstrap.js";
import { standardSensitivities } from "./sensitivities.js";
import type { Sensitivity } from "./sensitivities.js";

export type { Verdict } from "../analysis/heapingRule.js";

/**
 * `decided`: by a rule fixed in advance. `descriptive`: of what was published, generalising to
 * nothing. `exploratory`: by a rule fixed in advance, on data that had been looked at for it.
 */
export const claimKinds = ["decided", "descriptive", "exploratory"] as const;
/** Whether a claim's rule was fixed before its data were looked at. */
export type ClaimKind = (typeof claimKinds)[number];

/** How a number reads: a share of 0 to 1, a difference of shares, a count, a p, odds, or any other. */
export const units = ["share", "points", "count", "p", "ratio", "number"] as const;
/** What a claim's estimate is counted in. */
export type Unit = (typeof units)[number];

/** What a number is, in words, and how it reads. */
export interface Quantity {
  readonly quantity: string;
  readonly unit: Unit;
}

/** What the data say on a claim. Plain JSON; an unknown number is `null`. */
export interface Evidence {
  readonly set: SetName;
  readonly n: number;
  readonly leftOut: readonly LeftOut[];
  readonly estimate: number | null;
  readonly interval: readonly [number, number] | null;
  /** What the interval is: exact, a bootstrap, or bounds that are certain. */
  readonly intervalMethod: string | null;
  readonly p: number | null;
  /** What should be read beside it. */
  readonly beside: Readonly<Record<string, unknown>>;
  /** Sentences without which the number would mislead. */
  readonly note: string | null;
  /** Why there is no estimate, or no p where the rule needs one. */
  readonly reason: string | null;
}

/** What the method of a range begins with that no chance enters: it holds whatever is not known. */
export const certainBounds = "certain bounds";

/** Whether an interval's ends are bounds that no chance enters. */
export function isCertain({ intervalMethod }: Pick<Evidence, "intervalMethod">): boolean {
  return intervalMethod?.startsWith(certainBounds) ?? false;
}

/** Evidence with its p adjusted for the claims that it is tested with. */
export interface JudgedEvidence extends Evidence {
  /** `p` adjusted by Holm over the claim's family; `p` itself where the claim stands alone. */
  readonly adjustedP: number | null;
}

/** How a claim is decided, in words and as the function that does it: one source for both. */
export interface Rule {
  readonly words: string;
  /** What the interval is held against, on the estimate's scale; a test has none. */
  readonly bounds?: readonly number[];
  /** Those that its lower and its upper end are held against, where not all are for both. */
  readonly boundsOfEnds?: readonly [readonly number[], readonly number[]];
  readonly verdict: (evidence: JudgedEvidence) => Verdict;
}

/** What a claim's test is told: the set, the draws and the seed. */
export interface ClaimOptions extends Required<Pick<AnalysisOptions, "set">>, SimulationOptions {
  /**
   * On the data as they are. On other data only what decides the claim is read, so that a test may
   * leave out of `beside` what is there to be read with the estimate and costs time.
   */
  readonly isAsStated: boolean;
}

/** What a person writes to add a claim. */
export interface ClaimSpec extends Quantity {
  /** Letters and digits: `C1`. */
  readonly id: string;
  /** One plain sentence that can be false. */
  readonly text: string;
  /** Who made it, where and when, in our words; a claim of our own says so. */
  readonly by: string;
  readonly kind: ClaimKind;
  /** The assessments that decide it; `complete` unless there is a reason. */
  readonly set?: SetName;
  /** The numbers in `beside` that are printed with the estimate, by key. */
  readonly beside?: Readonly<Record<string, Quantity>>;
  /** What an assessment must have for the test to use it; `scores` unless given. */
  readonly need?: Need;
  /** Claims with the same family share Holm's adjustment of their p-values. */
  readonly family?: string;
  /** Other data to run it on; the standard ones unless given. */
  readonly sensitivities?: readonly Sensitivity[];
  readonly rule: Rule;
  readonly test: (dataset: Dataset, options: ClaimOptions) => Evidence;
}

/** A claim about ratings with the rule that decides it and the test that gives its evidence. */
export interface Claim extends Required<Omit<ClaimSpec, "family">> {
  readonly family: string | null;
}

/** Checks a claim's spec. Throws a TypeError that names the claim and what it lacks. */
export function toClaim(spec: ClaimSpec): Claim {
  const lacks = (what: string) => new TypeError(`claim ${spec.id || "without id"}: ${what}`);
  if (!/^[A-Za-z][A-Za-z0-9]*$/.test(spec.id)) throw lacks("id: expected letters and digits");
  for (const key of ["text", "by", "quantity"] as const)
    if (typeof spec[key] !== "string" || spec[key].trim() === "") throw lacks(`${key} is missing`);
  if (!/^\S[^\n]*\.$/.test(spec.text)) throw lacks(`text: expected one sentence: ${spec.text}`);
  if (!claimKinds.includes(spec.kind)) throw lacks(`kind: ${String(spec.kind)}`);
  if (!units.includes(spec.unit)) throw lacks(`unit: ${String(spec.unit)}`);
  if (!spec.rule?.words || typeof spec.rule.verdict !== "function") throw lacks("rule is missing");
  if (typeof spec.test !== "function") throw lacks("test is missing");
  return Object.freeze({
    set: "complete",
    need: "scores",
    beside: {},
    sensitivities: standardSensitivities,
    ...spec,
    family: spec.family ?? null,
  });
}

/**
 * Evidence from what an analysis used and what it found; what is not given is null. Throws a
 * TypeError for a number that is not finite, or for an estimate that is missing without a reason.
 */
export function toEvidence(
  { set, n, leftOut }: Pick<Selection, "set" | "n" | "leftOut">,
  found: Partial<Omit<Evidence, "set" | "n" | "leftOut">>,
): Evidence {
  const evidence: Evidence = {
    set,
    n,
    leftOut,
    estimate: found.estimate ?? null,
    interval: found.interval ?? null,
    intervalMethod: found.interval ? (found.intervalMethod ?? null) : null,
    p: found.p ?? null,
    beside: found.beside ?? {},
    note: found.note ?? null,
    reason: found.reason ?? null,
  };
  checkJson(evidence, "evidence");
  if (evidence.interval && !evidence.intervalMethod)
    throw new TypeError("evidence: intervalMethod is missing");
  if (evidence.estimate === null && evidence.reason === null)
    throw new TypeError("evidence: no estimate and no reason for it");
  return Object.freeze(evidence);
}
