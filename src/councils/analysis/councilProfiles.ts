import type { Assessment, Dataset } from "../data/dataset.js";
import { withoutSum } from "../../ratings/incomputable.js";
import { completeOnly } from "../../ratings/profile.js";
import type { CompleteProfile, Profile } from "../../ratings/profile.js";
import { cutsOf, ratingRank } from "../../ratings/scheme.js";
import type { Rating, Scheme } from "../../ratings/scheme.js";
import { select } from "./select.js";
import type { AnalysisOptions, Need, Selection } from "./select.js";

/**
 * The word that an analysis of scores takes: the one that they carry by the scheme's rule, or, where
 * the word is a judgement, the published one.
 */
export function wordOf(
  { whole }: Scheme,
  { impliedRating, rating }: Pick<Assessment, "impliedRating" | "rating">,
): Rating | null {
  return whole.rule === "judgement" ? rating : impliedRating;
}

/** Assessments as analyses that hold for every scheme take them, in the same order. */
export function councilProfiles(scheme: Scheme, assessments: readonly Assessment[]): Profile[] {
  return assessments.map((a) => {
    const word = wordOf(scheme, a);
    return {
      id: a.gssCode,
      grades: a.scores,
      rank: word === null ? null : ratingRank(scheme, word),
    };
  });
}

/**
 * The assessments that an analysis of totals can use: none, with the reason, under a scheme where no
 * total decides the word.
 */
export function selectSummed(
  dataset: Dataset,
  need: Extract<Need, "sum" | "scores">,
  options: AnalysisOptions,
): Selection {
  const selection = select(dataset, need, options);
  const { scheme, n, leftOut } = selection;
  if (cutsOf(scheme) !== null || n === 0) return selection;
  return { ...selection, assessments: [], n: 0, leftOut: [...leftOut, { reason: withoutSum, n }] };
}

/**
 * The assessments of which every score and, where the scheme has one, the word is known, and their
 * profiles in the same order.
 */
export function selectProfiles(
  dataset: Dataset,
  options: AnalysisOptions,
): Selection & { readonly profiles: readonly CompleteProfile[] } {
  const selection = select(dataset, "scores", options);
  const { scheme, assessments, n, leftOut } = selection;
  const profiles = completeOnly(scheme, councilProfiles(scheme, assessments));
  if (profiles.length === n) return { ...selection, profiles };
  const kept = new Set(profiles.map(({ id }) => id));
  return {
    ...selection,
    assessments: assessments.filter(({ gssCode }) => kept.has(gssCode)),
    n: profiles.length,
    leftOut: [...leftOut, { reason: "the rating is not known", n: n - profiles.length }],
    profiles,
  };
}
