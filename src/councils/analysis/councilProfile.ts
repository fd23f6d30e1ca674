import type { Assessment, Council, Dataset } from "../data/dataset.js";
import { goodScore } from "../../ratings/scheme.js";
import type { Score } from "../../ratings/scheme.js";
import { comparators } from "./comparators.js";
import { councilStanding } from "./councilStanding.js";
import type { CouncilStanding } from "./councilStanding.js";
import { countScores } from "./profile.js";
import type { ScoreCounts } from "./profile.js";
import type { Selection, SetName } from "./select.js";

/** One statement: other councils by their score, and against this council's. */
export interface Comparison {
  readonly counts: ScoreCounts;
  /** Other councils that score lower, the same and higher; null where its score is not known. */
  readonly against: {
    readonly lower: number;
    readonly same: number;
    readonly higher: number;
  } | null;
}

export interface ComparisonGroup {
  readonly id: "set" | "region" | "type";
  /** The region or the type; the set's name for all councils. */
  readonly name: string;
  /** Other councils with nine known scores. */
  readonly n: number;
  /** QS1 to QS9. */
  readonly comparisons: readonly Comparison[];
}

/** `leftOut` is what is left out of the other councils that it is compared with. */
export interface CouncilProfile
  extends CouncilStanding, Pick<Selection, "scheme" | "set" | "leftOut"> {
  /** In the order of the scheme, all null where no score may be shown. */
  readonly scores: readonly (Score | null)[];
  /** How many of the scores are known, and where they lie against the lowest good one. */
  readonly known: number;
  readonly below: number;
  readonly at: number;
  readonly above: number;
  /** The other councils of the set, of its region in the set and of its type in the set. */
  readonly groups: readonly ComparisonGroup[];
  /** Whether the others of its region are those of its type, as in London. */
  readonly isRegionType: boolean;
  /** Lowest and highest sum of the set's councils with its published word; null where none has. */
  readonly sumsOfWord: {
    readonly n: number;
    readonly lowest: number;
    readonly highest: number;
  } | null;
}

function compare(counts: ScoreCounts, score: Score | null): Comparison {
  if (score === null) return { counts, against: null };
  const total = (part: readonly number[]) => part.reduce((sum, count) => sum + count, 0);
  return {
    counts,
    against: {
      lower: total(counts.slice(0, score - 1)),
      same: counts[score - 1],
      higher: total(counts.slice(score)),
    },
  };
}

/**
 * One council's nine scores beside those of other councils, statement by statement: counts, no
 * ranks. The others are those of the set with nine known scores that are not of low confidence.
 */
export function councilProfile(
  dataset: Dataset,
  council: Council,
  { set = "complete" }: { readonly set?: SetName } = {},
): CouncilProfile {
  const own = councilStanding(dataset, council);
  const { scheme, assessments: others, leftOut } = comparators(dataset, council.gssCode, set);
  const scores = own.assessment?.scores ?? scheme.parts.map(() => null);
  const known = scores.filter((score) => score !== null);
  const good = goodScore(scheme);
  const group = (
    id: ComparisonGroup["id"],
    name: string,
    members: readonly Assessment[],
  ): ComparisonGroup => {
    const counts = countScores(scheme, members);
    const comparisons = scores.map((score, statement) => compare(counts[statement], score));
    return { id, name, n: members.length, comparisons };
  };
  const ofRegion = others.filter((a) => a.region === council.region);
  const ofType = others.filter((a) => a.councilType === council.type);
  const rating = own.standing === "stated" ? (own.assessment?.rating ?? null) : null;
  const sums = others
    .filter((a) => a.impliedRating === rating)
    .map((a) => a.sum!)
    .sort((a, b) => a - b);
  return {
    ...own,
    scheme,
    set,
    leftOut,
    scores,
    known: known.length,
    below: known.filter((score) => score < good).length,
    at: known.filter((score) => score === good).length,
    above: known.filter((score) => score > good).length,
    groups: [
      group("set", set, others),
      group("region", council.region, ofRegion),
      group("type", council.type, ofType),
    ],
    isRegionType:
      ofRegion.length === ofType.length && ofRegion.every((a) => a.councilType === council.type),
    sumsOfWord:
      sums.length === 0 ? null : { n: sums.length, lowest: sums[0], highest: sums.at(-1)! },
  };
}
