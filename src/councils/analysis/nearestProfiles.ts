import type { Assessment, Dataset } from "../data/dataset.js";
import type { Rating } from "../framework.js";
import { comparators } from "./comparators.js";
import type { Selection, SetName } from "./select.js";

/** Other councils at one distance. */
export interface Neighbours {
  /** How many councils were compared. */
  readonly n: number;
  /** Statements, 0 to 9, on which their scores differ from its own. */
  readonly distance: number;
  /** How many councils are at that distance. */
  readonly tied: number;
  /** The first of them by name. */
  readonly shown: readonly Assessment[];
}

export interface NearestProfiles extends Pick<Selection, "scheme" | "set" | "leftOut"> {
  readonly own: Assessment;
  readonly rating: Rating;
  /** The councils least different from it, whatever their word; null where there is no other. */
  readonly nearest: Neighbours | null;
  /** The councils with its word that are most different from it; null where no other has it. */
  readonly farthestOfWord: Neighbours | null;
}

const byName = new Intl.Collator("en");

/** The number of statements on which two councils' scores differ (Hamming's distance). */
function distance(a: Assessment, b: Assessment): number {
  let differing = 0;
  for (let i = 0; i < a.scores.length; i++) if (a.scores[i] !== b.scores[i]) differing++;
  return differing;
}

function neighbours(
  own: Assessment,
  others: readonly Assessment[],
  extreme: (a: number, b: number) => number,
  most: number,
): Neighbours | null {
  if (others.length === 0) return null;
  const distances = others.map((other) => distance(own, other));
  const at = distances.reduce((a, b) => extreme(a, b));
  const tied = others
    .filter((_, i) => distances[i] === at)
    .sort((a, b) => byName.compare(a.council, b.council));
  return { n: others.length, distance: at, tied: tied.length, shown: tied.slice(0, most) };
}

/**
 * Which other councils of the set have scores most like an assessment's, and which of those with
 * the same word have scores least like it. The distance counts statements that differ, by however
 * many points. `most` is how many of those that tie are named. Null where not all of its nine
 * scores are known, or they are those of a pilot or of low confidence.
 */
export function nearestProfiles(
  dataset: Dataset,
  own: Assessment | null,
  { set = "complete", most = 3 }: { readonly set?: SetName; readonly most?: number } = {},
): NearestProfiles | null {
  const rating = own?.impliedRating ?? null;
  if (own === null || rating === null || own.scores.includes(null)) return null;
  if (own.kind === "pilot" || own.confidence === "low") return null;
  const { scheme, assessments: others, leftOut } = comparators(dataset, own.gssCode, set);
  const sameWord = others.filter((a) => a.impliedRating === rating);
  return {
    scheme,
    set,
    leftOut,
    own,
    rating,
    nearest: neighbours(own, others, Math.min, most),
    farthestOfWord: neighbours(own, sameWord, Math.max, most),
  };
}
