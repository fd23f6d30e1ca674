import type { Assessment, Council, Dataset } from "../data/dataset.js";
import { ratingRank, type Scheme } from "../../ratings/scheme.js";
import { bootstrap, type Bootstrap, type SimulationOptions } from "../../statistics/bootstrap.js";
import type { Incomputable } from "../../ratings/incomputable.js";
import { meanOf, regressionToMean, type RegressionToMean } from "./regressionToMean.js";
import { pilotReason, select, type AnalysisOptions, type LeftOut, type SetName } from "./select.js";

export type Direction = "up" | "same" | "down";

/** One assessment of a council, in its place among them. A word may be of low confidence. */
export type Round = Pick<
  Assessment,
  "published" | "scheme" | "rating" | "sum" | "status" | "confidence"
>;

/** From one assessment of a council to another. */
export interface Change {
  /** In points of the sum; null unless both sums are known, under the same scheme. */
  readonly points: number | null;
  /** Of the published word; null unless both words are known, under the same scheme. */
  readonly word: Direction | null;
}

export interface CouncilTrajectory extends Pick<Council, "gssCode"> {
  readonly council: string;
  /** The oldest first. */
  readonly rounds: readonly Round[];
  /** From each to the next: one fewer than the rounds. */
  readonly changes: readonly Change[];
  /** From the first under the scheme to the latest under it; null where there are not two. */
  readonly overall: Change | null;
}

/** Councils from their first assessment to the latest, with regression to the mean said. */
export interface Trajectory {
  /** The scheme whose sums and words are compared from first to latest. */
  readonly scheme: Scheme;
  readonly set: SetName;
  /** Councils with two dated assessments or more. */
  readonly n: number;
  /** Assessments that no trajectory holds. */
  readonly leftOut: readonly LeftOut[];
  /** By name. */
  readonly councils: readonly CouncilTrajectory[];
  /** Councils by how their word, and their sum, stands in the latest against the first. */
  readonly words: Readonly<Record<Direction, number>>;
  readonly sums: Readonly<Record<Direction, number>>;
  /** Points from the first to the latest sum, over the councils of `sums`. */
  readonly meanChange: number | null;
  /** 95%, over councils. */
  readonly interval: readonly [number, number] | null;
  readonly bootstrap: Omit<Bootstrap, "intervals"> | null;
  readonly regressionToMean: RegressionToMean | null;
  readonly incomputable: readonly Incomputable[];
}

export interface TrajectoryOptions extends Omit<AnalysisOptions, "round">, SimulationOptions {}

const byDate = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function directionOf(difference: number): Direction {
  return difference > 0 ? "up" : difference < 0 ? "down" : "same";
}

function changeOf(before: Assessment, after: Assessment, schemes: readonly Scheme[]): Change {
  const scheme = schemes.find(({ id }) => id === before.scheme);
  if (before.scheme !== after.scheme || !scheme) return { points: null, word: null };
  const rank = ({ rating }: Assessment) => (rating === null ? null : ratingRank(scheme, rating));
  const [from, to] = [rank(before), rank(after)];
  return {
    points: before.sum === null || after.sum === null ? null : after.sum - before.sum,
    word: from === null || to === null ? null : directionOf(to - from),
  };
}

function count(directions: readonly (Direction | null)[]): Record<Direction, number> {
  const of = (one: Direction) => directions.filter((direction) => direction === one).length;
  return { up: of("up"), same: of("same"), down: of("down") };
}

/**
 * Councils through their assessments, in order of the date: each with its scheme, word and sum, and
 * how the sum and the word changed. Of one council, or of all. Formal assessments that were not
 * withdrawn and whose date is known; pilots had another rule. Changes are of sums, and of words,
 * under one scheme: between schemes nothing is compared.
 *
 * A mean change is not an improvement by itself: `regressionToMean` says what part of it chance in
 * the first round alone would give.
 *
 * Throws a RangeError for a scheme that is not known.
 */
export function trajectory(
  dataset: Dataset,
  council: Pick<Council, "gssCode"> | null = null,
  options: TrajectoryOptions = {},
): Trajectory {
  const { set = "complete", withoutLowConfidence = false } = options;
  const { scheme } = select(dataset, null, options);
  const leftOut: LeftOut[] = [];
  let kept = dataset.assessments;
  if (council) kept = kept.filter(({ gssCode }) => gssCode === council.gssCode);
  const keep = (test: (a: Assessment) => boolean, reason: string) => {
    const next = kept.filter(test);
    if (next.length < kept.length) leftOut.push({ reason, n: kept.length - next.length });
    kept = next;
  };
  keep((a) => a.kind === "formal", pilotReason);
  keep((a) => a.status !== "withdrawn", "withdrawn");
  if (set === "complete")
    keep((a) => a.inCompleteSet, `not known to be published by ${dataset.completeTo}`);
  if (withoutLowConfidence) keep((a) => a.confidence !== "low", "low confidence");
  keep((a) => a.published !== null, "the date is not known");
  const groups = new Map<string, Assessment[]>();
  for (const a of kept) groups.set(a.gssCode, [...(groups.get(a.gssCode) ?? []), a]);
  keep((a) => groups.get(a.gssCode)!.length > 1, "the only assessment of a council");

  const ends: { readonly first: Assessment; readonly change: Change }[] = [];
  const councils = [...groups.values()]
    .filter((assessments) => assessments.length > 1)
    .map((assessments): CouncilTrajectory => {
      assessments.sort((a, b) => byDate(a.published!, b.published!));
      const own = assessments.filter((a) => a.scheme === scheme.id);
      const [first, latest] = [own[0], own.at(-1)];
      const overall = own.length < 2 ? null : changeOf(first, latest!, dataset.schemes);
      if (overall) ends.push({ first, change: overall });
      return {
        gssCode: assessments[0].gssCode,
        council: assessments[0].council,
        rounds: assessments.map(({ published, scheme: id, rating, sum, status, confidence }) => ({
          published,
          scheme: id,
          rating,
          sum,
          status,
          confidence,
        })),
        changes: assessments
          .slice(1)
          .map((after, i) => changeOf(assessments[i], after, dataset.schemes)),
        overall,
      };
    })
    .sort((a, b) => a.council.localeCompare(b.council, "en"));

  const measured = ends.filter(({ change }) => change.points !== null);
  const points = measured.map(({ change }) => change.points!);
  const incomputable: Incomputable[] = [];
  const missing = (quantity: string, reason: string) => incomputable.push({ quantity, reason });
  const meanChange = meanOf(points);
  if (meanChange === null)
    missing("meanChange", `no council has two known sums under ${scheme.id}`);
  const drawn = points.length < 2 ? null : bootstrap(points, (sample) => [meanOf(sample)], options);
  const { intervals = [null], ...how } = drawn ?? {};
  if (intervals[0] === null) missing("interval", "fewer than two councils, or too few draws");
  const regression = regressionToMean(
    dataset,
    measured.map(({ first }) => first.sum!),
    options,
  );
  if (typeof regression === "string") missing("regressionToMean", regression);
  return {
    scheme,
    set,
    n: councils.length,
    leftOut,
    councils,
    words: count(ends.map(({ change }) => change.word)),
    sums: count(points.map(directionOf)),
    meanChange,
    interval: intervals[0],
    bootstrap: drawn && (how as Omit<Bootstrap, "intervals">),
    regressionToMean: typeof regression === "string" ? null : regression,
    incomputable,
  };
}
