import { remembered } from "../remembered.js";
import { bootstrap } from "../statistics/bootstrap.js";
import type { Bootstrap, SimulationOptions } from "../statistics/bootstrap.js";
import { fewerThanTwo, noInterval, withoutWord } from "./incomputable.js";
import type { Incomputable } from "./incomputable.js";
import { completeOnly } from "./profile.js";
import type { Profile } from "./profile.js";
import type { Scheme } from "./scheme.js";
import { sumsOfSquares, toUnits } from "./sumsOfSquares.js";
import type { GradedUnit } from "./sumsOfSquares.js";

/** Where the variation of the grades lies. */
export const pieces = ["part", "rating", "sumWithinRating", "residual"] as const;
export type Piece = (typeof pieces)[number];

type Shares = Readonly<Record<Piece, number | null>>;

/** Four shares of the total, each 0 to 1; they add to one where all are known. */
export interface VarianceSplit extends Shares {
  readonly n: number;
  /** The total sum of squares of the grades about their mean. */
  readonly total: number | null;
  /** 95%. */
  readonly intervals: Readonly<Record<Piece, readonly [number, number] | null>>;
  /** How the intervals were made; null where there was nothing to draw. */
  readonly bootstrap: Omit<Bootstrap, "intervals"> | null;
  readonly incomputable: readonly Incomputable[];
}

function sharesOf(units: readonly GradedUnit[], levels: number): Shares & { total: number } {
  const split = sumsOfSquares(units, levels);
  const { total } = split;
  const share = (piece: number) => (total === 0 ? null : piece / total);
  return {
    total,
    part: share(split.part),
    // With one word there is no difference between words to measure.
    rating: split.words < 2 ? null : share(split.rating),
    sumWithinRating: share(split.sumWithinRating),
    residual: share(split.residual),
  };
}

const nothing: Readonly<Record<Piece, null>> = {
  part: null,
  rating: null,
  sumWithinRating: null,
  residual: null,
};

function compute(
  scheme: Scheme,
  profiles: readonly Profile[],
  options: SimulationOptions = {},
): VarianceSplit {
  const known = completeOnly(scheme, profiles);
  const n = known.length;
  if (n < 2) {
    const reason = fewerThanTwo(scheme, n);
    const incomputable = ["total", ...pieces].map((quantity) => ({ quantity, reason }));
    return { n, total: null, ...nothing, intervals: nothing, bootstrap: null, incomputable };
  }
  const units = toUnits(known);
  const levels = scheme.levels.length;
  const shares = sharesOf(units, levels);
  const { intervals, ...how } = bootstrap(
    units,
    (sample) => {
      const drawn = sharesOf(sample, levels);
      return pieces.map((piece) => drawn[piece]);
    },
    options,
  );
  const ofPieces = pieces.map(
    (piece, i) => [piece, shares[piece] === null ? null : intervals[i]] as const,
  );
  const { body, whole } = scheme;
  const incomputable = ofPieces.flatMap(([quantity, interval]): Incomputable[] => {
    if (shares.total === 0) return [{ quantity, reason: "every score is the same" }];
    if (shares[quantity] === null) {
      const reason = whole.rule === "none" ? withoutWord : `every ${body} has the same rating`;
      return [{ quantity, reason }];
    }
    if (interval === null)
      return [
        {
          quantity: `intervals.${quantity}`,
          reason: noInterval(
            how,
            quantity === "rating"
              ? "too many draws hold one word only"
              : "too many draws hold one score only",
          ),
        },
      ];
    return [];
  });
  return {
    n,
    ...shares,
    intervals: Object.fromEntries(ofPieces) as VarianceSplit["intervals"],
    bootstrap: how,
    incomputable,
  };
}

/**
 * How much of the published variation of the grades lies between parts, between words, between
 * bodies of the same word, and in bodies' own patterns. Exact and additive: an account of what was
 * published, not a test that the patterns mean anything. Bodies with every grade and the word known.
 * Intervals draw bodies with replacement.
 *
 * Source: the two-way layout of the analysis of variance; Scheffé, The Analysis of Variance (1959).
 */
export const varianceOf = remembered(compute);
