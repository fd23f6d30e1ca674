import type { Dataset } from "../data/dataset.js";
import { cutsOf, totalsOf } from "../../ratings/scheme.js";
import type { SimulationOptions } from "../../statistics/bootstrap.js";
import { frandsen } from "../../statistics/frandsen.js";
import { logConcaveTest } from "../../statistics/logConcave.js";
import type { LogConcaveTest } from "../../statistics/logConcave.js";
import { logPolynomial } from "../../statistics/logPolynomial.js";
import { threeCell } from "../../statistics/threeCell.js";
import { heapingHeldOut, threeCells } from "./heapingHeldOut.js";
import type { HeapingHeldOut } from "./heapingHeldOut.js";
import { heapingRule } from "./heapingRule.js";
import type { ThreeCells } from "./heapingRule.js";
import { withoutSum } from "../../ratings/incomputable.js";
import type { Incomputable } from "../../ratings/incomputable.js";
import { selectSummed } from "./councilProfiles.js";
import type { AnalysisOptions, Selection, SetName } from "./select.js";

const { at: threshold } = heapingRule;

/** Sums at which the same test is run: from four below the threshold, itself among them. */
const placeboCuts = Array.from({ length: 10 }, (_, i) => threshold - 4 + i);

/**
 * The windows of sums and the degrees of the smooth curves that stand for no heap: from so many
 * points below the threshold to so many above.
 */
const windows = (
  [
    [5, 6],
    [6, 7],
    [4, 5],
    [3, 4],
  ] as const
).map(([below, above]) => [threshold - below, threshold + above] as const);
const degrees = [2, 3] as const;

/** What a smooth curve through the other sums expects just below the threshold and at it. */
export interface Counterfactual {
  readonly from: number;
  readonly to: number;
  readonly degree: number;
  readonly expected22: number;
  readonly expected23: number;
  /** Councils at 23 beyond the expected. */
  readonly excess23: number;
  /** Councils that 22 lacks. */
  readonly shortfall22: number;
}

export interface HeapingOfSet extends ThreeCells, Pick<Selection, "n" | "leftOut"> {
  /** Frandsen's p as a curve in k, the bound on curvature. */
  readonly frandsen: readonly { readonly k: number; readonly p: number | null }[];
  /** The exact p that three cells are log-linear, against an excess at 23. */
  readonly threeCell: number | null;
  /** Against any distribution with one hump. */
  readonly logConcave: LogConcaveTest | null;
  /** Of the excess: log-quadratic on 18 to 29 first, then other windows and degrees. */
  readonly counterfactuals: readonly Counterfactual[];
  /** The smallest and the largest excess at 23 over those. */
  readonly excess23: readonly [number, number] | null;
  /** Frandsen's p at the frozen k, at every sum from 19 to 28. */
  readonly placebo: readonly {
    readonly cut: number;
    readonly below: number;
    readonly at: number;
    readonly above: number;
    readonly p: number | null;
  }[];
}

/** Whether more councils stand at the lowest Good total than its neighbours suggest. */
export interface Heaping {
  /** Every council's current formal assessment with a known sum. */
  readonly all: HeapingOfSet;
  /** Those of the complete set, in which the heap was found: exploratory. */
  readonly complete: HeapingOfSet;
  /** The claim as it was fixed in advance, on councils outside the complete set. */
  readonly preregistered: HeapingHeldOut;
  /** The known sums outside the complete set, as they stand today; nothing is tested on them. */
  readonly heldOut: ThreeCells & {
    readonly n: number;
    /** `null`: the claim is tested once, as fixed in advance. */
    readonly frandsen: null;
  };
  readonly incomputable: readonly Incomputable[];
}

export interface HeapingOptions
  extends Pick<AnalysisOptions, "withoutLowConfidence">, SimulationOptions {
  /** The curvature bounds at which the curve is read. */
  readonly k?: readonly number[];
}

function counterfactualsOf(
  counts: readonly number[],
  minSum: number,
  cells: ThreeCells,
): Counterfactual[] {
  return degrees.flatMap((degree) =>
    windows.flatMap(([from, to]) => {
      const dummied = [threshold - 1 - from, threshold - from];
      const within = counts.slice(from - minSum, to - minSum + 1);
      const expected = logPolynomial(within, dummied, degree);
      if (!expected) return [];
      const [expected22, expected23] = expected;
      return {
        from,
        to,
        degree,
        expected22,
        expected23,
        excess23: cells.n23 - expected23,
        shortfall22: expected22 - cells.n22,
      };
    }),
  );
}

/**
 * Do sums heap at 23, the lowest that is rated Good? In a distribution without a heap, as many
 * councils as its neighbours suggest. Heaping at a threshold has lawful explanations: panels that
 * calibrate see scores and words, and councils check facts before publication.
 *
 * The tests are exact but for the log-concave one, a bootstrap that fits 999 draws anew by default.
 * On the complete set they are exploratory, since the heap was found there; the claim is decided
 * on other councils, see {@link heapingHeldOut}.
 */
export function heaping(
  dataset: Dataset,
  {
    k: ks = [0, 0.05, heapingRule.k, 0.1, 0.2],
    withoutLowConfidence = false,
    replicates = 999,
    ...simulation
  }: HeapingOptions = {},
): Heaping {
  const incomputable: Incomputable[] = [
    {
      quantity: "heldOut.frandsen",
      reason: "the claim is tested once, by the rule fixed in advance",
    },
  ];
  const sumsOf = (set: SetName) => selectSummed(dataset, "sum", { set, withoutLowConfidence });
  const { min: minSum, max: maxSum } = totalsOf(dataset.scheme);
  const ofSet = (set: SetName): HeapingOfSet => {
    const { assessments, n, leftOut } = sumsOf(set);
    const sums = assessments.map(({ sum }) => sum!);
    const counts = Array.from(
      { length: maxSum - minSum + 1 },
      (_, i) => sums.filter((sum) => sum === i + minSum).length,
    );
    const cells = threeCells(sums);
    const { n22, n23, n24 } = cells;
    const empty = n22 + n23 + n24 === 0;
    const counterfactuals = counterfactualsOf(counts, minSum, cells);
    const excess = counterfactuals.map(({ excess23 }) => excess23);
    const lacking = (quantity: string, reason: string) =>
      incomputable.push({ quantity: `${set}.${quantity}`, reason });
    const why =
      cutsOf(dataset.scheme) === null
        ? withoutSum
        : `no council has a sum of ${threshold - 1}, ${threshold} or ${threshold + 1}`;
    if (empty)
      for (const quantity of ["frandsen", "threeCell", "logConcave"]) lacking(quantity, why);
    if (excess.length === 0) lacking("excess23", "no smooth curve can be fitted to the other sums");
    return {
      n,
      leftOut,
      ...cells,
      frandsen: ks.map((k) => ({ k, p: empty ? null : frandsen(n22, n23, n24, k) })),
      threeCell: empty ? null : threeCell(n22, n23, n24),
      logConcave: empty
        ? null
        : logConcaveTest(counts, threshold - minSum, { replicates, ...simulation }),
      counterfactuals,
      excess23: excess.length === 0 ? null : [Math.min(...excess), Math.max(...excess)],
      placebo: placeboCuts.map((cut) => {
        const [below, at, above] = counts.slice(cut - 1 - minSum, cut + 2 - minSum);
        const p = below + at + above === 0 ? null : frandsen(below, at, above, heapingRule.k);
        return { cut, below, at, above, p };
      }),
    };
  };
  const outside = sumsOf("all").assessments.filter((a) => !a.inCompleteSet);
  return {
    all: ofSet("all"),
    complete: ofSet("complete"),
    preregistered: heapingHeldOut(dataset),
    heldOut: {
      n: outside.length,
      ...threeCells(outside.map(({ sum }) => sum!)),
      frandsen: null,
    },
    incomputable,
  };
}
