import type { Dataset } from "../data/dataset.js";
import { bandOfSum, cutsOf, lowestScore, totalsOf } from "../../ratings/scheme.js";
import type { Scheme, Score } from "../../ratings/scheme.js";
import { convolve } from "../../statistics/convolution.js";
import { countAlike } from "../../ratings/countAlike.js";
import { noneKnown, withoutSum } from "../../ratings/incomputable.js";
import type { Incomputable } from "../../ratings/incomputable.js";
import { selectSummed } from "./councilProfiles.js";
import type { AnalysisOptions, Selection } from "./select.js";

/** How another panel's score on a statement may differ from the published one. */
export const kernels = ["independent", "leniency"] as const;
export type Kernel = (typeof kernels)[number];

/** The chances of each score, from the lowest to `highest`, when `score` moves up and down with the chances given. */
function moved(score: Score, highest: Score, up: number, down: number): number[] {
  const lowest = lowestScore;
  const chances = Array.from({ length: highest }, () => 0);
  chances[score - lowest] += 1 - up - down;
  // A move beyond the scale stays put.
  chances[Math.min(score + 1, highest) - lowest] += up;
  chances[Math.max(score - 1, lowest) - lowest] += down;
  return chances;
}

/**
 * The chance that another panel's sum carries another word, by exact convolution of a kernel a score.
 *
 * `independent`: each statement stays with chance 1 - e and moves one point up or down with chance
 * e / 2 each. `leniency`: the panel is lenient or severe, evenly, and each statement moves with
 * chance e, all in that direction. A move beyond the lowest or the highest score stays put. Not for the chance of a first
 * score of 1: at e = .10 it gives a council with nine 2s a 37% chance of one, while 1% of published
 * scores are 1. Throws a RangeError for an e outside 0 to 1, or where totals decide no word.
 *
 * e is not known for council assessments, so this is no fact about any council.
 */
export function chanceOfAnotherWord(
  scheme: Scheme,
  scores: readonly Score[],
  e: number,
  kernel: Kernel,
): number {
  if (!(e >= 0 && e <= 1)) throw new RangeError(`e: expected a number from 0 to 1: ${e}`);
  const sum = scores.reduce<number>((total, score) => total + score, 0);
  const { from, to } = bandOfSum(scheme, sum);
  const { min } = totalsOf(scheme);
  const highest = scheme.levels.length;
  const outside = (up: number, down: number) =>
    convolve(scores.map((score) => moved(score, highest, up, down))).reduce(
      (chance, p, i) => (i + min < from || i + min > to ? chance + p : chance),
      0,
    );
  return kernel === "independent" ? outside(e / 2, e / 2) : outside(e, 0) / 2 + outside(0, e) / 2;
}

export interface ConsistencyPoint {
  /** The chance that a statement's score moves. */
  readonly e: number;
  /** How many councils would be expected to get another word. */
  readonly expected: number | null;
  /** The largest chance of another word that any council has. */
  readonly max: number | null;
}

export interface ConsistencyOptions extends AnalysisOptions {
  /** The chances e at which the curve is read. */
  readonly e?: readonly number[];
}

/**
 * How often another panel would give the same rating, by the chance that it scores a statement differently.
 */
export interface Consistency
  extends
    Pick<Selection, "scheme" | "set" | "n" | "leftOut">,
    Readonly<Record<Kernel, readonly ConsistencyPoint[]>> {
  readonly incomputable: readonly Incomputable[];
}

/**
 * Would another panel have said another word? The number of councils expected to get another one,
 * as a curve in e, the chance that a panel scores a statement one point differently; see
 * {@link chanceOfAnotherWord}. Nothing read says what e is for council assessments, so the curve is
 * the result and no point of it is. Councils with nine known scores.
 */
export function consistency(
  dataset: Dataset,
  { e: values = [0.05, 0.1, 0.2, 0.3], ...options }: ConsistencyOptions = {},
): Consistency {
  const { scheme, set, assessments, n, leftOut } = selectSummed(dataset, "scores", options);
  // Councils with as many of each score have the same chance.
  const profiles = countAlike(
    assessments.map(({ scores }) => scores.filter((score) => score !== null).sort()),
  );
  const curve = (kernel: Kernel) =>
    values.map((e): ConsistencyPoint => {
      if (n === 0) return { e, expected: null, max: null };
      let expected = 0;
      let max = 0;
      for (const profile of profiles) {
        const chance = chanceOfAnotherWord(scheme, profile.scores, e, kernel);
        expected += profile.n * chance;
        max = Math.max(max, chance);
      }
      return { e, expected, max };
    });
  const reason = cutsOf(scheme) === null ? withoutSum : noneKnown(scheme);
  return {
    scheme,
    set,
    n,
    leftOut,
    independent: curve("independent"),
    leniency: curve("leniency"),
    incomputable: n === 0 ? kernels.map((quantity) => ({ quantity, reason })) : [],
  };
}
