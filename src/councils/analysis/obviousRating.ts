import { clopperPearson } from "../../statistics/binomial.js";
import { ratingRank } from "../../ratings/scheme.js";
import type { Dataset } from "../data/dataset.js";
import { select } from "./select.js";
import type { AnalysisOptions, Selection } from "./select.js";

/** How often the most common of a council's scores is its rating's own level. */
export interface ObviousRating extends Pick<Selection, "scheme" | "set" | "n" | "leftOut"> {
  readonly obvious: number;
  /** As a share of the councils; null without any. */
  readonly share: number | null;
  /** 95%, Clopper and Pearson. */
  readonly interval: readonly [number, number] | null;
  /** Councils where the level is one of several that are most common. */
  readonly tied: number;
}

/** Counts scores: a level that another equals is not the most common one. */
export function obviousRating(dataset: Dataset, options: AnalysisOptions = {}): ObviousRating {
  const { scheme, set, assessments, leftOut } = select(dataset, "scores", options);
  const rated = assessments.filter(({ rating }) => rating !== null);
  const margins = rated.map(({ scores, rating }) => {
    const counts = scheme.levels.map((_, i) => scores.filter((score) => score === i + 1).length);
    const own = ratingRank(scheme, rating!);
    return counts[own] - Math.max(...counts.filter((_, i) => i !== own));
  });
  const n = rated.length;
  const obvious = margins.filter((margin) => margin > 0).length;
  const without = assessments.length - n;
  return {
    scheme,
    set,
    n,
    leftOut: [
      ...leftOut,
      ...(without > 0 ? [{ reason: "the rating is not known", n: without }] : []),
    ],
    obvious,
    share: n === 0 ? null : obvious / n,
    interval: n === 0 ? null : clopperPearson(obvious, n),
    tied: margins.filter((margin) => margin === 0).length,
  };
}
