import type { Assessment, Dataset } from "../data/dataset.js";
import { currentCouncils } from "../data/successions.js";
import type { Rating } from "../../ratings/scheme.js";
import { wordsAtGood } from "../../ratings/schemeWords.js";
import { frandsen } from "../../statistics/frandsen.js";
import { decideHeaping, heapingRule } from "./heapingRule.js";
import type { HeapingDecision, ThreeCells, Verdict } from "./heapingRule.js";

/** The counts just below, at and just above the lowest sum of Good. */
export function threeCells(sums: readonly number[]): ThreeCells {
  const at = (sum: number) => sums.filter((other) => other === sum).length;
  return { n22: at(heapingRule.at - 1), n23: at(heapingRule.at), n24: at(heapingRule.at + 1) };
}

/** The registered claim on heaping, decided on councils outside the set in which it arose. */
export interface HeapingHeldOut extends ThreeCells {
  /** Councils outside the complete set whose sum, as first published, is known. */
  readonly n: number;
  /** All councils outside the complete set. */
  readonly of: number;
  readonly k: number;
  readonly shareKnown: number | null;
  readonly shareNeeded: number;
  readonly verdict: Verdict;
  readonly reason: string;
  /** `null` until enough sums are known: nothing is tested before. */
  readonly decision: HeapingDecision | null;
  /** The decision with unknown sums at their worst for the claim, then at their best. */
  readonly sensitivity: readonly {
    /** Which word the councils have and which sum they are given. */
    readonly unknown: string;
    readonly decision: HeapingDecision;
  }[];
  /** The decision without rows of low confidence; `null` as `decision` is. */
  readonly withoutLowConfidence: HeapingDecision | null;
  /** Frandsen's p at other bounds on curvature, as registered; empty until there is a decision. */
  readonly curve: readonly { readonly k: number; readonly p: number }[];
}

/** The first formal assessment of each council outside the complete set, withdrawn ones included. */
function firstPublished(
  assessments: readonly Assessment[],
  inside: ReadonlySet<string>,
): Assessment[] {
  const first = new Map<string, Assessment>();
  for (const a of assessments) {
    if (a.kind !== "formal" || inside.has(a.gssCode)) continue;
    const other = first.get(a.gssCode);
    if (!other || (a.published ?? "9999") < (other.published ?? "9999")) first.set(a.gssCode, a);
  }
  return [...first.values()];
}

/**
 * The claim that sums heap at 23, decided on councils outside the complete set, in which the heap
 * was found, by the rule frozen in `data/preregistration/c3.json`. Until 95% of their sums are
 * known the verdict is undecidable and no p is computed. The data do not say which reports are
 * published but not listed, so the 95% counts every council outside the complete set: the test
 * may run late, never early.
 */
export function heapingHeldOut(dataset: Dataset): HeapingHeldOut {
  const inside = new Set(
    dataset.assessments.filter((a) => a.inCompleteSet).map(({ gssCode }) => gssCode),
  );
  const assessments = firstPublished(dataset.assessments, inside);
  const of = currentCouncils(dataset).filter(({ gssCode }) => !inside.has(gssCode)).length;
  const sumOf = ({ gssCode, status, sum }: Assessment) =>
    (status === "revised" ? heapingRule.firstPublishedSums[gssCode] : undefined) ?? sum;
  const sumsOf = (some: readonly Assessment[]) => some.map(sumOf).filter((sum) => sum !== null);
  const sums = sumsOf(assessments);
  const cells = threeCells(sums);
  const shareKnown = of === 0 ? null : sums.length / of;
  const base = {
    ...cells,
    n: sums.length,
    of,
    k: heapingRule.k,
    shareKnown,
    shareNeeded: heapingRule.shareOfSumsKnown,
  };
  if (shareKnown === null || shareKnown < heapingRule.shareOfSumsKnown)
    return {
      ...base,
      verdict: "undecidable",
      reason: `the sums of ${sums.length} of ${of} councils are known; the test needs 95%`,
      decision: null,
      sensitivity: [],
      withoutLowConfidence: null,
      curve: [],
    };

  /** A council without a known word may have either. */
  const unknown = (word: Rating) => {
    const rated = assessments.filter((a) => sumOf(a) === null && (a.rating ?? word) === word);
    return rated.length + of - assessments.length;
  };
  const decision = decideHeaping(cells);
  const { weak, good } = wordsAtGood(dataset.scheme);
  const sensitivity = [
    ...(weak === null
      ? []
      : [
          {
            unknown: `${weak} to ${heapingRule.at - 1}`,
            decision: decideHeaping({ ...cells, n22: cells.n22 + unknown(weak) }),
          },
        ]),
    {
      unknown: `${good} to ${heapingRule.at}`,
      decision: decideHeaping({ ...cells, n23: cells.n23 + unknown(good) }),
    },
  ];
  const robust = sensitivity.every((other) => other.decision.verdict === decision.verdict);
  return {
    ...base,
    verdict: robust ? decision.verdict : "undecidable",
    reason: robust
      ? "decided by the rule fixed in advance"
      : "the verdict depends on sums that are not known",
    decision,
    sensitivity,
    withoutLowConfidence: decideHeaping(
      threeCells(sumsOf(assessments.filter((a) => a.confidence !== "low"))),
    ),
    curve: heapingRule.curve.map((k) => ({ k, p: frandsen(cells.n22, cells.n23, cells.n24, k) })),
  };
}
