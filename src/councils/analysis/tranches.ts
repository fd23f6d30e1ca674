import type { Assessment, Confidence, Dataset } from "../data/dataset.js";
import { ratingRank, ratingsOf } from "../../ratings/scheme.js";
import type { Rating, Scheme } from "../../ratings/scheme.js";
import { freemanHalton } from "../../statistics/freemanHalton.js";
import { holm } from "../../statistics/holm.js";
import { rankSum } from "../../statistics/rankSum.js";
import type { RankSumTest } from "../../statistics/rankSum.js";
import { countByRating } from "./countByRating.js";
import { byTranche, defaultFirstTrancheTo } from "./firstTranche.js";
import type { FirstTranche } from "./firstTranche.js";
import type { Incomputable } from "../../ratings/incomputable.js";
import { select } from "./select.js";
import type { AnalysisOptions, Selection } from "./select.js";

export type TrancheName = "pilot" | "first" | "later";

export interface Tranche {
  readonly tranche: TrancheName;
  /** Assessments. */
  readonly n: number;
  /** Those whose sum is known, and their mean. */
  readonly withSum: number;
  readonly meanSum: number | null;
  /** Assessments at each sum that occurs, in ascending order of the sum. */
  readonly sumCounts: Readonly<Record<string, number>>;
  /** By published word; a pilot's is indicative. */
  readonly ratingCounts: Readonly<Record<Rating, number>>;
}

/**
 * Whether two groups are alike to within a margin fixed in advance: alike where the whole interval
 * of A lies inside 1/2 ± margin, different where it lies wholly to one side of 1/2, and otherwise
 * inconclusive, which is not "no difference".
 */
export type Equivalence = "alike" | "different" | "inconclusive";

/** The margin of {@link Equivalence} for A: ±.10, which is ±.20 for Cliff's delta. */
export const equivalenceMargin = 0.1;

function equivalence({ interval: [low, high] }: RankSumTest): Equivalence {
  if (low >= 0.5 - equivalenceMargin && high <= 0.5 + equivalenceMargin) return "alike";
  return low > 0.5 || high < 0.5 ? "different" : "inconclusive";
}

export interface Comparison extends RankSumTest {
  readonly equivalence: Equivalence;
}

export interface StatementComparison extends RankSumTest {
  readonly statement: string;
  /** Adjusted by Holm over the nine statements. */
  readonly holmP: number;
}

/** A council assessed in the pilot and again: time passed and the rule changed in between. */
export interface PilotPair extends Pick<Assessment, "gssCode" | "council"> {
  readonly pilot: Rating | null;
  readonly formal: Rating | null;
  readonly pilotSum: number | null;
  readonly formalSum: number | null;
  /** Of the formal word; null where there is no formal assessment. */
  readonly confidence: Confidence | null;
  readonly change: "up" | "same" | "down" | null;
}

/** First formal assessments whose date is known, but for what is said of the pilots. */
export interface Tranches extends Pick<Selection, "scheme" | "set" | "n" | "leftOut"> {
  /** The last month of the first tranche, `YYYY-MM`. */
  readonly firstTrancheTo: string;
  readonly tranches: readonly Tranche[];
  /** Sums: A is the chance that a council of the first tranche is above a later one. */
  readonly firstAgainstLater: Comparison | null;
  /** Published words of the two tranches, by Freeman and Halton's exact test. */
  readonly wordsP: number | null;
  /** Statement by statement, first against later, in the order of the statements. */
  readonly statements: readonly StatementComparison[];
  /** Sums: A is the chance that a pilot is above a formal assessment, dated or not. */
  readonly pilotsAgainstFormal: Comparison | null;
  readonly pilotPairs: readonly PilotPair[];
  /** Pairs by change of word; those without a known second word are left out. */
  readonly pilotChanges: Readonly<Record<"up" | "same" | "down", number>>;
  /**
   * The smallest p that a two-sided sign-flip test of all pilot pairs could give, were every
   * difference known, not 0 and of one sign: 2 / 2^pairs.
   */
  readonly smallestSignFlipP: number | null;
  readonly incomputable: readonly Incomputable[];
}

export interface TranchesOptions extends AnalysisOptions, FirstTranche {}

function tranche(scheme: Scheme, name: TrancheName, assessments: readonly Assessment[]): Tranche {
  const sums = sumsOf(assessments);
  const sumCounts: Record<string, number> = {};
  for (const sum of sums) sumCounts[sum] = (sumCounts[sum] ?? 0) + 1;
  return {
    tranche: name,
    n: assessments.length,
    withSum: sums.length,
    meanSum: sums.length === 0 ? null : sums.reduce((total, sum) => total + sum, 0) / sums.length,
    sumCounts,
    ratingCounts: countByRating(scheme, assessments, (a) => a.rating),
  };
}

function sumsOf(assessments: readonly Assessment[]): number[] {
  return assessments.map(({ sum }) => sum).filter((sum) => sum !== null);
}

function compare(x: readonly number[], y: readonly number[]): Comparison | null {
  if (x.length === 0 || y.length === 0) return null;
  const test = rankSum(x, y);
  return { ...test, equivalence: equivalence(test) };
}

function pilotPair(scheme: Scheme, pilot: Assessment, formal: Assessment | undefined): PilotPair {
  const { gssCode, council } = pilot;
  const step =
    pilot.rating && formal?.rating
      ? ratingRank(scheme, formal.rating) - ratingRank(scheme, pilot.rating)
      : null;
  return {
    gssCode,
    council,
    pilot: pilot.rating,
    formal: formal?.rating ?? null,
    pilotSum: pilot.sum,
    formalSum: formal?.sum ?? null,
    confidence: formal?.confidence ?? null,
    change: step === null ? null : step > 0 ? "up" : step < 0 ? "down" : "same",
  };
}

/**
 * Pilots, the first tranche of councils and later ones: how their sums, words and scores compare.
 * Of a council that was assessed more than once the first formal assessment counts.
 * The pilots' words are indicative. CQC chose the order of councils, so a difference between
 * tranches would not show an effect of time; and a pilot council's later word is no test-retest error, since
 * time passed and the rule changed. With five pairs no paired test can reach .05.
 */
export function tranches(
  dataset: Dataset,
  { firstTrancheTo = defaultFirstTrancheTo, ...options }: TranchesOptions = {},
): Tranches {
  // A council's later assessments are of no tranche.
  const asked: AnalysisOptions = { round: "first", ...options };
  const { scheme, set, assessments, leftOut } = select(dataset, null, asked);
  const pilots = dataset.assessments.filter(
    (a) => a.kind === "pilot" && a.status !== "withdrawn" && a.scheme === scheme.id,
  );
  const dated = assessments.filter((a) => a.published !== null);
  const { first, later } = byTranche(dated, firstTrancheTo);
  const incomputable: Incomputable[] = [];
  const known = <T>(quantity: string, value: T | null, reason: string): T | null => {
    if (value === null) incomputable.push({ quantity, reason });
    return value;
  };

  const compared = scheme.parts.flatMap(({ id }, i) => {
    const scoresOf = (group: readonly Assessment[]) =>
      group.map(({ scores }) => scores[i]).filter((score) => score !== null);
    const [x, y] = [scoresOf(first), scoresOf(later)];
    return x.length === 0 || y.length === 0 ? [] : [{ statement: id, ...rankSum(x, y) }];
  });
  const adjusted = holm(compared.map(({ p }) => p));
  if (compared.length < scheme.parts.length)
    incomputable.push({ quantity: "statements", reason: "a tranche has no known score" });

  const words = [first, later].map((group) =>
    Object.values(countByRating(scheme, group, (a) => a.rating)).map(Number),
  );
  const ofWords = freemanHalton(words);
  const isWithoutWord = words.some((counts) => counts.every((count) => count === 0));
  const isOneWord =
    ratingsOf(scheme).filter((_, i) => words.some((counts) => counts[i] > 0)).length === 1;
  // A pilot council's formal assessment, whatever the set.
  const formal = new Map(
    select(dataset, null, { ...asked, set: "all" }).assessments.map((a) => [a.gssCode, a]),
  );
  const pilotPairs = pilots.map((pilot) => pilotPair(scheme, pilot, formal.get(pilot.gssCode)));
  const changes = (change: PilotPair["change"]) =>
    pilotPairs.filter((pair) => pair.change === change).length;

  const undated = assessments.length - dated.length;
  return {
    scheme,
    set,
    n: dated.length,
    leftOut:
      undated === 0 ? leftOut : [...leftOut, { reason: "the date is not known", n: undated }],
    firstTrancheTo,
    tranches: [
      tranche(scheme, "pilot", pilots),
      tranche(scheme, "first", first),
      tranche(scheme, "later", later),
    ],
    firstAgainstLater: known(
      "firstAgainstLater",
      compare(sumsOf(first), sumsOf(later)),
      "a tranche has no known sum",
    ),
    wordsP: known(
      "wordsP",
      ofWords.value,
      isWithoutWord
        ? "a tranche has no known word"
        : isOneWord
          ? "every council has the same rating"
          : (ofWords.reason ?? ""),
    ),
    statements: compared.map((test, i) => ({ ...test, holmP: adjusted[i] })),
    pilotsAgainstFormal: known(
      "pilotsAgainstFormal",
      compare(sumsOf(pilots), sumsOf(assessments)),
      "no sum of a pilot, or of a formal assessment, is known",
    ),
    pilotPairs,
    pilotChanges: { up: changes("up"), same: changes("same"), down: changes("down") },
    smallestSignFlipP: known(
      "smallestSignFlipP",
      pilots.length === 0 ? null : 2 / 2 ** pilots.length,
      "there are no pilots",
    ),
    incomputable,
  };
}
