import type { Dataset } from "../data/dataset.js";
import { currentCouncils } from "../data/successions.js";
import { bandsOf, lowestScore, ratingsOf } from "../../ratings/scheme.js";
import type { Rating } from "../../ratings/scheme.js";
import { betaBinomialPredictive, centralRange } from "../../statistics/betaBinomial.js";
import { binomialUpperTail } from "../../statistics/binomial.js";
import { noneKnown, withoutSum } from "../../ratings/incomputable.js";
import type { Incomputable } from "../../ratings/incomputable.js";
import { ladder } from "./ladder.js";
import type { Rung, RungId } from "./ladder.js";
import { rare } from "./rare.js";
import type { Rare } from "./rare.js";
import type { Rate } from "./rate.js";
import { wordOf } from "./councilProfiles.js";
import { select } from "./select.js";
import type { AnalysisOptions, Selection } from "./select.js";

/** How many of the councils not in the file would show an event, were they like those that are. */
export interface Prediction {
  readonly seen: Pick<Rate, "count" | "n">;
  /** Councils still to be seen. */
  readonly among: number;
  readonly mean: number;
  /** Counts that leave at most 2.5% beyond each. */
  readonly range: readonly [number, number];
  /** The probability of 0, 1, 2, … councils. */
  readonly probabilities: readonly number[];
}

export interface Scenario {
  /** The chance that a statement scored 2 falls to 1. */
  readonly d: number;
  /** Councils expected to have a sum that carries the lowest word; null where no sum does. */
  readonly expectedInadequate: number | null;
  /** Councils without a score of 1 that would be expected to get one. */
  readonly expectedFirst1: number | null;
}

/** Councils with every score known, by word and by whether any score is 1. */
export interface EventRow {
  readonly rating: Rating;
  readonly anyScoreOf1: boolean;
  readonly n: number;
  /** Those for which a notification was found. */
  readonly notified: number;
  /** Those for which no notification was found but the shortcomings were flagged. */
  readonly flagged: number;
  /** Those for which neither was found, which is not "no". */
  readonly notFound: number;
}

export interface InterventionOptions extends AnalysisOptions {
  /** The chances d at which the scenario is read. */
  readonly d?: readonly number[];
}

/**
 * Scores of 1, the lowest rating and steps by the government: counts with intervals, no score for a council.
 */
export interface Intervention extends Pick<Selection, "scheme" | "set" | "n" | "leftOut"> {
  /** Three events that are not one another, counted apart. */
  readonly rates: Pick<Rare, "anyScoreOf1" | "inadequate" | "inadequateByWord">;
  readonly predictions: Readonly<
    Record<"anyScoreOf1" | "inadequate" | "inadequateByWord", Prediction | null>
  >;
  readonly rungs: readonly Rung[];
  readonly table: readonly EventRow[];
  /**
   * Councils by points above the highest sum that carries the lowest word; 0 and less carry it. None
   * where no sum decides the word.
   */
  readonly margins: readonly { readonly above: number; readonly n: number }[];
  /** Councils by how many statements are scored 1, and 2. */
  readonly statementsScored1: readonly { readonly statements: number; readonly n: number }[];
  readonly statementsScored2: readonly { readonly statements: number; readonly n: number }[];
  readonly scenario: readonly Scenario[];
  readonly incomputable: readonly Incomputable[];
}

function tally(values: readonly number[]): { value: number; n: number }[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a - b).map(([value, n]) => ({ value, n }));
}

function predict({ count, n }: Rate, all: number): Prediction | null {
  if (n === 0 || n > all) return null;
  const probabilities = betaBinomialPredictive(count, n, all - n);
  return {
    seen: { count, n },
    among: all - n,
    mean: ((all - n) * (count + 0.5)) / (n + 1),
    range: centralRange(probabilities),
    probabilities,
  };
}

/**
 * Intervention, by its events: a statement scored 1, a notification under section 50, the word
 * Inadequate, a step of support or direction. They are counted apart because they part: where a
 * reason is published, a notification followed a score of 1 and not the word.
 *
 * Rates carry exact and Jeffreys intervals; predictions for the councils not seen are
 * beta-binomial, and assume that those are like the ones seen, which what is found through news is
 * not. Margins are arithmetic. The scenario is an expected number over all councils, never a
 * chance for one: no council has a score or a probability of intervention here.
 */
export function intervention(
  dataset: Dataset,
  { d: values = [0.01, 0.02, 0.05, 0.1], ...options }: InterventionOptions = {},
): Intervention {
  const wrong = values.find((d) => !(d >= 0 && d <= 1));
  if (wrong !== undefined) throw new RangeError(`d: expected a number from 0 to 1: ${wrong}`);
  const { scheme, set, assessments, n, leftOut } = select(dataset, "scores", options);
  const { anyScoreOf1, inadequate, inadequateByWord, incomputable } = rare(dataset, options);
  const all = currentCouncils(dataset).length;
  const { rungs } = ladder(dataset);
  const found = (rung: RungId) =>
    new Set(rungs.find(({ id }) => id === rung)!.events.map(({ gssCode }) => gssCode));
  const [notified, flagged] = [found("notification"), found("flagged")];

  const table = ratingsOf(scheme).flatMap((rating) =>
    [true, false].flatMap((anyScoreOf1): EventRow[] => {
      const codes = assessments
        .filter(
          (a) => wordOf(scheme, a) === rating && a.scores.includes(lowestScore) === anyScoreOf1,
        )
        .map(({ gssCode }) => gssCode);
      if (codes.length === 0) return [];
      const withNotice = codes.filter((code) => notified.has(code)).length;
      const withFlag = codes.filter((code) => flagged.has(code) && !notified.has(code)).length;
      return [
        {
          rating,
          anyScoreOf1,
          n: codes.length,
          notified: withNotice,
          flagged: withFlag,
          notFound: codes.length - withNotice - withFlag,
        },
      ];
    }),
  );

  const scored = (value: number) =>
    assessments.map(({ scores }) => scores.filter((score) => score === value).length);
  const ones = scored(lowestScore);
  const twos = scored(lowestScore + 1);
  const highestOfLowest = bandsOf(scheme)?.[0].to ?? null;
  const scenario = values.map((d): Scenario => {
    if (n === 0) return { d, expectedInadequate: null, expectedFirst1: null };
    let expectedInadequate = 0;
    let expectedFirst1 = 0;
    assessments.forEach(({ sum }, i) => {
      if (highestOfLowest !== null)
        expectedInadequate += binomialUpperTail(sum! - highestOfLowest, twos[i], d);
      if (ones[i] === 0) expectedFirst1 += 1 - (1 - d) ** twos[i];
    });
    return {
      d,
      expectedInadequate: highestOfLowest === null ? null : expectedInadequate,
      expectedFirst1,
    };
  });
  const byStatements = (counts: readonly number[]) =>
    tally(counts).map(({ value, n }) => ({ statements: value, n }));
  return {
    scheme,
    set,
    n,
    leftOut,
    rates: { anyScoreOf1, inadequate, inadequateByWord },
    predictions: {
      anyScoreOf1: predict(anyScoreOf1, all),
      inadequate: predict(inadequate, all),
      inadequateByWord: predict(inadequateByWord, all),
    },
    rungs,
    table,
    margins:
      highestOfLowest === null
        ? []
        : tally(assessments.map(({ sum }) => sum! - highestOfLowest)).map(({ value, n }) => ({
            above: value,
            n,
          })),
    statementsScored1: byStatements(ones),
    statementsScored2: byStatements(twos),
    scenario,
    incomputable: [
      ...incomputable,
      ...(n === 0 ? [{ quantity: "scenario", reason: noneKnown(scheme) }] : []),
      ...(highestOfLowest === null
        ? ["margins", "scenario.expectedInadequate"].map((quantity) => ({
            quantity,
            reason: withoutSum,
          }))
        : []),
    ],
  };
}
