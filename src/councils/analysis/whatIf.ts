import type { Assessment, Dataset } from "../data/dataset.js";
import { whatIfOf } from "../../ratings/whatIf.js";
import type { Flip as BodyFlip, OtherRule, WhatIfOf } from "../../ratings/whatIf.js";
import { councilProfiles, selectSummed } from "./councilProfiles.js";
import type { AnalysisOptions, Selection } from "./select.js";

/** A council whose word another rule would change: from the word that its sum carries. */
export interface Flip extends Pick<Assessment, "gssCode" | "council">, Omit<BodyFlip, "id"> {}

/** Flips with the names of the councils. */
export function councilFlips(
  assessments: readonly Assessment[],
): (flips: readonly BodyFlip[]) => Flip[] {
  const nameOf = new Map(assessments.map(({ gssCode, council }) => [gssCode, council]));
  return (flips) =>
    flips.map(({ id, from, to }) => ({ gssCode: id, council: nameOf.get(id)!, from, to }));
}

export interface WhatIfOptions extends AnalysisOptions, OtherRule {}

/** Whose rating changes under the cuts and weights that were asked for. */
export interface WhatIf
  extends
    Pick<Selection, "scheme" | "set" | "n" | "leftOut">,
    Pick<WhatIfOf, "weights" | "up" | "down" | "incomputable"> {
  /** Means of scores from which each word above the lowest is given. */
  readonly cuts: readonly number[];
  readonly flips: readonly Flip[];
}

/**
 * Which councils' words other cuts or other weights would change: the word of the weighted mean of
 * the scores. By default CQC's own rule, which changes none. Throws an ExpectedError for cuts that
 * are not as many rising numbers as the scheme has, or weights that are not a number from 0 a
 * statement.
 */
export function whatIf(
  dataset: Dataset,
  { cuts: asked, weights: given, ...options }: WhatIfOptions = {},
): WhatIf {
  const { scheme, set, assessments, n, leftOut } = selectSummed(dataset, "scores", options);
  const profiles = councilProfiles(scheme, assessments);
  const found = whatIfOf(scheme, profiles, { cuts: asked, weights: given });
  const { cuts, weights, up, down, flips, incomputable } = found;
  return {
    scheme,
    set,
    n,
    leftOut,
    cuts: cuts ?? [],
    weights,
    up,
    down,
    flips: councilFlips(assessments)(flips),
    incomputable,
  };
}
