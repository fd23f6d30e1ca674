import type { Assessment, Dataset } from "../data/dataset.js";
import { statements } from "../framework.js";
import { defaultReplicates, defaultSeed } from "../../statistics/bootstrap.js";
import type { SimulationOptions } from "../../statistics/bootstrap.js";
import { middleOf } from "../../statistics/middle.js";
import {
  groupDispersion,
  itemInformation,
  meanHamming,
  shareHigherSomewhere,
  toPattern,
} from "../../statistics/patterns.js";
import { random } from "../../statistics/random.js";
import { fitRasch, raschPatterns } from "../../statistics/rasch.js";
import { fewerThanTwo } from "./incomputable.js";
import type { Incomputable } from "./incomputable.js";
import { select } from "./select.js";
import type { AnalysisOptions, Selection } from "./select.js";
import { themeGroups } from "./varianceKept.js";

/** A statistic of the patterns against what one quality plus chance gives. */
export interface AgainstOneQuality {
  readonly observed: number;
  /** Its mean over the draws. */
  readonly expected: number;
  /** The middle 95% of the draws. */
  readonly range: readonly [number, number];
  /** One-sided, upper: (1 + draws as large or larger) / (1 + draws). */
  readonly p: number;
}

/** How closely one statement moves with the word, against the same. */
export interface WithWord {
  /** `qs1` to `qs9`. */
  readonly statement: string;
  /** Theil's U of the dichotomised score given the word, its mean and deviation over the draws. */
  readonly u: number;
  readonly mean: number;
  readonly deviation: number;
  /** (u - mean) / deviation. */
  readonly standardised: number;
}

export interface Signal extends Pick<Selection, "scheme" | "set" | "n" | "leftOut"> {
  /** The primary statistic: the theme means' share of the double-centred sum of squares. */
  readonly dispersion: AgainstOneQuality | null;
  /** The mean number of statements on which two councils differ. It sees only each statement's share. */
  readonly hamming: AgainstOneQuality | null;
  /**
   * The share of pairs in which a Requires improvement council is higher than a Good one somewhere,
   * among the `n` councils with only 2s and 3s, whose word the number of 3s decides.
   */
  readonly reversal: (AgainstOneQuality & { readonly n: number }) | null;
  /** The largest `standardised` over the statements, and whether it is large for a largest one. */
  readonly withWord: {
    readonly statements: readonly WithWord[];
    readonly largest: string;
    readonly p: number;
  } | null;
  readonly replicates: number;
  readonly seed: number;
  readonly incomputable: readonly Incomputable[];
}

/** Differences from rounding alone do not make one draw larger than another. */
const rounding = 1e-9;

function mean(values: Float64Array): number {
  return values.reduce((sum, x) => sum + x, 0) / values.length;
}

function against(observed: number, draws: Float64Array): AgainstOneQuality {
  const larger = draws.reduce((count, x) => count + Number(x >= observed - rounding), 0);
  const p = (1 + larger) / (1 + draws.length);
  return { observed, expected: mean(draws), range: middleOf(draws), p };
}

/** Standardises by the draws; null where a statement's information never varies in them. */
function withWordOf(
  observed: readonly number[],
  drawn: readonly Float64Array[],
): Signal["withWord"] {
  const means = drawn.map(mean);
  const deviations = drawn.map((draws, j) =>
    Math.sqrt(draws.reduce((sum, x) => sum + (x - means[j]) ** 2, 0) / (draws.length - 1)),
  );
  if (!deviations.every((deviation) => deviation > rounding)) return null;
  const rows = observed.map((u, j) => ({
    statement: statements[j].id,
    u,
    mean: means[j],
    deviation: deviations[j],
    standardised: (u - means[j]) / deviations[j],
  }));
  const top = rows.reduce((a, b) => (b.standardised > a.standardised ? b : a));
  const maxima = drawn[0].map((_, r) =>
    Math.max(...drawn.map((draws, j) => (draws[r] - means[j]) / deviations[j])),
  );
  return { statements: rows, largest: top.statement, p: against(top.standardised, maxima).p };
}

/**
 * Whether councils' patterns over the statements go beyond one quality plus chance. Scores are
 * dichotomised at 3 and each council keeps its number of 3s and 4s; patterns are drawn from the
 * Rasch model's law given that number, the statements' easiness by conditional likelihood.
 *
 * A large p means that the patterns are not distinguishable from one quality plus chance, which is
 * not evidence of it.
 */
export function signal(
  dataset: Dataset,
  options: AnalysisOptions & SimulationOptions = {},
): Signal {
  const { replicates = defaultReplicates, seed = defaultSeed } = options;
  const { scheme, set, assessments, n, leftOut } = select(dataset, "scores", options);
  const about = { scheme, set, n, leftOut, replicates, seed };
  const without = (reason: string): Signal => {
    const nothing = { dispersion: null, hamming: null, reversal: null, withWord: null };
    const incomputable = Object.keys(nothing).map((quantity) => ({ quantity, reason }));
    return { ...about, ...nothing, incomputable };
  };
  if (n < 2) return without(fewerThanTwo(n));
  const rows = assessments.map((a) => a.scores.map((score) => Number(score! >= 3)));
  const fit = fitRasch(rows);
  if (fit.value === null) return without(fit.reason);
  const patterns = rows.map(toPattern);
  const width = statements.length;
  const dispersionOf = groupDispersion(themeGroups);
  const dispersion = dispersionOf(patterns);
  if (dispersion === null) return without("no pattern differs from its totals");

  const isPlain = (a: Assessment) => a.scores.every((score) => score === 2 || score === 3);
  const plain = assessments.flatMap((a, i) => (isPlain(a) ? [i] : []));
  const weak = plain.filter((i) => assessments[i].impliedRating === "Requires improvement");
  const good = plain.filter((i) => assessments[i].impliedRating === "Good");
  const hasPairs = weak.length > 0 && good.length > 0;
  const words = assessments.map((a) => a.impliedRating!);
  const hasWords = new Set(words).size > 1;
  const informationOf = itemInformation(words, width);

  const draw = raschPatterns(fit.value.easiness);
  const counts = rows.map((row) => row.reduce((sum, x) => sum + x, 0));
  const draws = new Int32Array(n);
  const stream = random(seed);
  const drawn = {
    dispersion: new Float64Array(replicates),
    hamming: new Float64Array(replicates),
    reversal: new Float64Array(replicates),
    u: statements.map(() => new Float64Array(replicates)),
  };
  for (let r = 0; r < replicates; r++) {
    for (let i = 0; i < n; i++) draws[i] = draw(counts[i], stream);
    drawn.dispersion[r] = dispersionOf(draws) ?? 0;
    drawn.hamming[r] = meanHamming(draws, width);
    if (hasPairs) drawn.reversal[r] = shareHigherSomewhere(draws, weak, good);
    if (!hasWords) continue;
    const u = informationOf(draws);
    for (let j = 0; j < u.length; j++) drawn.u[j][r] = u[j];
  }
  const incomputable: Incomputable[] = [];
  if (!hasPairs) {
    const reason = "no pair of a Requires improvement and a Good council with only 2s and 3s";
    incomputable.push({ quantity: "reversal", reason });
  }
  const withWord = hasWords ? withWordOf(informationOf(patterns), drawn.u) : null;
  if (!withWord)
    incomputable.push({
      quantity: "withWord",
      reason: hasWords
        ? "a statement's information never varies"
        : "every council has the same word",
    });
  return {
    ...about,
    dispersion: against(dispersion, drawn.dispersion),
    hamming: against(meanHamming(patterns, width), drawn.hamming),
    reversal: hasPairs
      ? { n: plain.length, ...against(shareHigherSomewhere(patterns, weak, good), drawn.reversal) }
      : null,
    withWord,
    incomputable,
  };
}
