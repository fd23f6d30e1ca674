import type { Assessment, Dataset } from "../data/dataset.js";
import { ratingsOf } from "../../ratings/scheme.js";
import type { Rating } from "../../ratings/scheme.js";
import { select } from "./select.js";
import type { AnalysisOptions, Need, Selection } from "./select.js";

/** A sum at the end of a word's range, and the councils that have it. */
export interface SpreadEnd {
  readonly sum: number;
  readonly councils: readonly Pick<
    Assessment,
    "gssCode" | "council" | "scores" | "confidence" | "status"
  >[];
}

export interface WordSpread {
  readonly rating: Rating;
  readonly n: number;
  /** Null where no council carries the word. */
  readonly lowest: SpreadEnd | null;
  readonly highest: SpreadEnd | null;
  /** The highest sum less the lowest, in points; null where no council carries the word. */
  readonly range: number | null;
}

/** The range of totals that share one rating. */
export interface Spread extends Pick<Selection, "scheme" | "set" | "n" | "leftOut"> {
  /** From the lowest word to the highest. */
  readonly words: readonly WordSpread[];
  /** The word whose sums lie furthest apart, the lower of two; null where no word is known. */
  readonly widest: {
    readonly rating: Rating;
    readonly lowest: number;
    readonly highest: number;
  } | null;
}

function widestOf(words: readonly WordSpread[]): Spread["widest"] {
  let widest: Spread["widest"] = null;
  for (const { rating, lowest, highest } of words) {
    if (lowest === null || highest === null) continue;
    if (widest === null || highest.sum - lowest.sum > widest.highest - widest.lowest)
      widest = { rating, lowest: lowest.sum, highest: highest.sum };
  }
  return widest;
}

function endAt(assessments: readonly Assessment[], sum: number): SpreadEnd {
  const councils = assessments
    .filter((a) => a.sum === sum)
    .map(({ gssCode, council, scores, confidence, status }) => ({
      gssCode,
      council,
      scores,
      confidence,
      status,
    }));
  return { sum, councils };
}

/**
 * The lowest and the highest sum that carry the same published word, with the councils and their
 * nine scores. A council counts where both its word and its sum are known.
 *
 * `need` is `"scores"`, councils with nine known scores, or `"sum"`, which adds those whose
 * percentage is known and determines the sum.
 */
export function spread(
  dataset: Dataset,
  {
    need = "scores",
    ...options
  }: AnalysisOptions & { readonly need?: Extract<Need, "sum" | "scores"> } = {},
): Spread {
  const selection = select(dataset, need, options);
  const worded = selection.assessments.filter((a) => a.rating !== null);
  const wordless = selection.n - worded.length;
  const words = ratingsOf(selection.scheme).map((rating): WordSpread => {
    const carrying = worded.filter((a) => a.rating === rating);
    if (carrying.length === 0) return { rating, n: 0, lowest: null, highest: null, range: null };
    const sums = carrying.map((a) => a.sum!);
    const low = Math.min(...sums);
    const high = Math.max(...sums);
    return {
      rating,
      n: carrying.length,
      lowest: endAt(carrying, low),
      highest: endAt(carrying, high),
      range: high - low,
    };
  });
  return {
    scheme: selection.scheme,
    set: selection.set,
    n: worded.length,
    leftOut: wordless
      ? [...selection.leftOut, { reason: "the rating is not known", n: wordless }]
      : selection.leftOut,
    words,
    widest: widestOf(words),
  };
}
