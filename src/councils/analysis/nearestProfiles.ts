import type { Assessment, Dataset } from "../data/dataset.js";
import type { Rating } from "../../ratings/scheme.js";
import { comparators } from "./comparators.js";
import type { Selection, SetName } from "./select.js";

/** Other councils at one distance. */
export interface Neighbours {
  /** How many councils were compared. */
  readonly n: number;
  /** Points, 0 to 27, by which their nine scores differ from its own, added up either way. */
  readonly distance: number;
  /** How many councils are at that distance. */
  readonly tied: number;
  /** All of them, by name; none where there are too many to show. */
  readonly shown: readonly Assessment[];
}

/** Of the councils with a council's rating, those whose scores differ least and most, in points. */
export interface NearestProfiles extends Pick<Selection, "scheme" | "set" | "leftOut"> {
  readonly own: Assessment;
  readonly rating: Rating;
  /** Of the councils with its word, the least different; null where no other has it. */
  readonly nearest: Neighbours | null;
  /** Of the councils with its word, the most different; null where fewer than five others have it. */
  readonly farthest: Neighbours | null;
}

/** With fewer others, the most different one would be picked out of a handful. */
const fewestForFarthest = 5;

const byName = new Intl.Collator("en");

/** How many points two councils' scores are apart, added up over the statements. */
function distance(a: Assessment, b: Assessment): number {
  return a.scores.reduce<number>((sum, score, i) => sum + Math.abs(score! - b.scores[i]!), 0);
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
  const shown = tied.length > most ? [] : tied;
  return { n: others.length, distance: at, tied: tied.length, shown };
}

/**
 * Which other councils of the set with the same word have scores most like an assessment's, and
 * which have scores least like it. Councils with another word are not compared: the word would be
 * judged by a neighbour's. Where more than `most` tie none is named, as only their names could
 * choose. Null where not all of its nine scores are known, or they are those of a pilot or of low
 * confidence.
 */
export function nearestProfiles(
  dataset: Dataset,
  own: Assessment | null,
  { set = "complete", most = 3 }: { readonly set?: SetName; readonly most?: number } = {},
): NearestProfiles | null {
  const rating = own?.impliedRating ?? null;
  if (own === null || rating === null || own.scores.includes(null)) return null;
  if (own.kind === "pilot" || own.confidence === "low") return null;
  const { scheme, assessments, leftOut } = comparators(dataset, own.gssCode, set);
  const others = assessments.filter((a) => a.impliedRating === rating);
  const otherwise = assessments.length - others.length;
  return {
    scheme,
    set,
    leftOut: otherwise === 0 ? leftOut : [...leftOut, { reason: "another word", n: otherwise }],
    own,
    rating,
    nearest: neighbours(own, others, Math.min, most),
    farthest: others.length < fewestForFarthest ? null : neighbours(own, others, Math.max, most),
  };
}
