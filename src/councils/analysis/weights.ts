import type { Dataset } from "../data/dataset.js";
import type { Incomputable } from "../../ratings/incomputable.js";
import { weightsOf } from "../../ratings/weights.js";
import type { GoodByCount, WeightsOf } from "../../ratings/weights.js";
import { councilProfiles, selectSummed } from "./councilProfiles.js";
import type { AnalysisOptions, Selection } from "./select.js";
import { councilFlips } from "./whatIf.js";
import type { Flip } from "./whatIf.js";

export interface GoodByThrees extends Omit<GoodByCount, "count"> {
  /** Statements with the lowest good score, a 3, the others being scored one lower. */
  readonly threes: number;
}

/** Whose rating changes under other weights of the nine statements. */
export interface Weights
  extends
    Pick<Selection, "scheme" | "set" | "n" | "leftOut">,
    Pick<WeightsOf, "randomWeights" | "smallestShifts"> {
  /** For each statement, how many councils' words change when it is left out. */
  readonly leaveOneOutChanges: readonly (number | null)[];
  readonly leaveOneOut: readonly { readonly statement: string; readonly flips: readonly Flip[] }[];
  /** Themes weighted alike, instead of statements. */
  readonly themeEqualWeightChanges: number | null;
  readonly themeEqualWeights: readonly Flip[];
  readonly geometricMeanChanges: number | null;
  readonly geometricMean: readonly Flip[];
  /** A word no better than the worst statement's score. */
  readonly worstStatementChanges: number | null;
  /** For councils scored only at good and one below. */
  readonly goodByThrees: readonly GoodByThrees[];
  readonly incomputable: readonly Incomputable[];
}

/** How robust councils' words are to the rule that makes them; see {@link weightsOf}. */
export function weights(dataset: Dataset, options: AnalysisOptions = {}): Weights {
  const { scheme, set, assessments, n, leftOut } = selectSummed(dataset, "scores", options);
  const found = weightsOf(scheme, councilProfiles(scheme, assessments));
  const named = councilFlips(assessments);
  const count = (flips: readonly unknown[] | null) =>
    n === 0 || flips === null ? null : flips.length;
  return {
    scheme,
    set,
    n,
    leftOut,
    leaveOneOutChanges: found.leaveOneOut.map(({ flips }) => count(flips)),
    leaveOneOut: found.leaveOneOut.map(({ part, flips }) => ({
      statement: part,
      flips: named(flips),
    })),
    themeEqualWeightChanges: count(found.themeEqualWeights),
    themeEqualWeights: named(found.themeEqualWeights ?? []),
    geometricMeanChanges: count(found.geometricMean),
    geometricMean: named(found.geometricMean),
    worstStatementChanges: count(found.worstPart),
    randomWeights: found.randomWeights,
    goodByThrees: found.goodByCount.map(({ count: threes, ...way }) => ({ threes, ...way })),
    smallestShifts: found.smallestShifts,
    incomputable: found.incomputable,
  };
}
