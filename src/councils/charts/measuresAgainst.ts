import type { OneQuality } from "../analysis/oneQuality.js";
import type { Signal } from "../analysis/signal.js";
import type { Variance } from "../analysis/variance.js";
import { percent, percentInterval, pValue } from "../../engine/report/format.js";

/** What is published, and what councils would show that differ in one quality alone, plus chance. */
export interface AgainstOne {
  readonly signal: Signal;
  readonly oneQuality: OneQuality;
  readonly variance: Variance;
}

export interface Measure {
  readonly name: string;
  /** Shares, 0 to 1. */
  readonly observed: number;
  readonly expected: number;
  readonly range: readonly [number, number];
  /** One-sided, upper; null for the shares of variation, for which none is computed. */
  readonly p: number | null;
}

/** A measure that cannot be computed. */
export interface Missing extends Pick<Measure, "name"> {
  readonly reason: string;
}

export function isMissing(measure: Measure | Missing): measure is Missing {
  return "reason" in measure;
}

export function measureWords({ observed, expected, range, p }: Measure): string {
  const chance = p === null ? "" : `, ${pValue(p)}`;
  return `${percent(observed)}; expected ${percent(expected)} (${percentInterval(range)})${chance}`;
}

/** All measures, each as it is published and as one quality would give it, or why not. */
export function measuresAgainst({
  signal,
  oneQuality,
  variance,
}: AgainstOne): (Measure | Missing)[] {
  const { dispersion, hamming, reversal } = signal;
  const { rating, sumWithinRating } = variance;
  const perStatement = (distance: number) => distance / signal.scheme.parts.length;
  const without = (
    name: string,
    quantity: string,
    { incomputable }: Pick<Signal, "incomputable">,
  ) => ({
    name,
    reason: incomputable.find((one) => one.quantity === quantity)!.reason,
  });
  const patterned = (
    name: string,
    quantity: "dispersion" | "hamming" | "reversal",
    measure: Omit<Measure, "name"> | null,
  ) => (measure === null ? without(name, quantity, signal) : { ...measure, name });
  const held = (name: string, observed: number | null, by: "word" | "sum") => {
    const { [by]: expected, ranges } = oneQuality;
    const range = ranges[by];
    // The total holds what the rating does and more: it is known where the rating's part is.
    if (observed === null) return without(name, "rating", variance);
    return expected === null || range === null
      ? without(name, by, oneQuality)
      : { name, observed, expected, range, p: null };
  };
  const sum = rating === null || sumWithinRating === null ? null : rating + sumWithinRating;
  return [
    patterned("Councils' own patterns that lie between themes", "dispersion", dispersion),
    patterned(
      "Statements on which two councils differ",
      "hamming",
      hamming && {
        observed: perStatement(hamming.observed),
        expected: perStatement(hamming.expected),
        range: [perStatement(hamming.range[0]), perStatement(hamming.range[1])],
        p: hamming.p,
      },
    ),
    patterned(
      "Pairs in which the council with the lower rating is higher somewhere",
      "reversal",
      reversal,
    ),
    held("Variation that the rating holds", rating, "word"),
    held("Variation that the total holds", sum, "sum"),
  ];
}
