import type { Assessment, Dataset } from "../data/dataset.js";
import { ExpectedError } from "../../errors.js";
import { ratingRank, statements } from "../framework.js";
import type { Rating } from "../framework.js";
import { select } from "./select.js";
import type { AnalysisOptions, Selection } from "./select.js";
import { meanCuts, wordOfMean } from "./wordOfMean.js";
import type { MeanCuts } from "./wordOfMean.js";

/** A council whose word another rule would change. */
export interface Flip extends Pick<Assessment, "gssCode" | "council"> {
  /** The word that its sum carries. */
  readonly from: Rating;
  /** The word under the other rule. */
  readonly to: Rating;
}

/** The councils whose word `rule` changes, in the order of the data. */
export function flips(
  assessments: readonly Assessment[],
  rule: (scores: readonly number[], assessment: Assessment) => Rating,
): Flip[] {
  return assessments.flatMap((assessment) => {
    const { gssCode, council, scores, impliedRating: from } = assessment;
    const to = rule(scores as readonly number[], assessment);
    return from === null || from === to ? [] : [{ gssCode, council, from, to }];
  });
}

export interface WhatIfOptions extends AnalysisOptions {
  /** Means, 1 to 4, from which the word is RI, Good and Outstanding. */
  readonly cuts?: readonly number[];
  /** Nine weights, QS1 to QS9, in any unit. */
  readonly weights?: readonly number[];
}

export interface WhatIf extends Pick<Selection, "scheme" | "set" | "n" | "leftOut"> {
  readonly cuts: MeanCuts;
  /** Adding to 1. */
  readonly weights: readonly number[];
  readonly up: number;
  readonly down: number;
  readonly flips: readonly Flip[];
}

/**
 * Which councils' words other cuts or other weights would change: the word of the weighted mean of
 * the nine scores. By default CQC's own rule, which changes none. Throws an ExpectedError for cuts
 * that are not three rising numbers or weights that are not nine numbers from 0.
 */
export function whatIf(
  dataset: Dataset,
  { cuts = meanCuts.nearest, weights = statements.map(() => 1), ...options }: WhatIfOptions = {},
): WhatIf {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const problems: string[] = [];
  if (cuts.length !== 3 || !(cuts[0] <= cuts[1] && cuts[1] <= cuts[2]))
    problems.push(`cuts: expected three rising numbers: ${cuts.join(", ")}`);
  if (weights.length !== statements.length || !weights.every((w) => w >= 0) || !(total > 0))
    problems.push(`weights: expected nine numbers from 0, not all 0: ${weights.join(", ")}`);
  else if (!Number.isFinite(total)) problems.push(`weights: too large: ${weights.join(", ")}`);
  if (problems.length > 0) throw new ExpectedError(problems, 2);

  const { scheme, set, assessments, n, leftOut } = select(dataset, "scores", options);
  const used: MeanCuts = [cuts[0], cuts[1], cuts[2]];
  const shares = weights.map((weight) => weight / total);
  const changed = flips(assessments, (scores) =>
    wordOfMean(
      scores.reduce((mean, score, i) => mean + score * shares[i], 0),
      used,
    ),
  );
  const up = changed.filter(({ from, to }) => ratingRank(to) > ratingRank(from)).length;
  return {
    scheme,
    set,
    n,
    leftOut,
    cuts: used,
    weights: shares,
    up,
    down: changed.length - up,
    flips: changed,
  };
}
