import { rankOfMean } from "./meanCuts.js";
import type { MeanCuts } from "./meanCuts.js";

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * The smallest share of the weight that must move between parts, from equal weights, for
 * the mean of the grades to meet the next cut below or above; `null` where no shift gets there.
 * Weight moves from the parts whose grades are furthest from the lowest (or the highest)
 * grade that the body has, to that grade.
 */
export function smallestShift(grades: readonly number[], cuts: MeanCuts): number | null {
  const rank = rankOfMean(mean(grades), cuts);
  /** Towards `end`, until the mean has moved by `distance`. */
  const shiftTo = (end: number, distance: number) => {
    let left = distance;
    let shift = 0;
    const reach = grades.map((grade) => Math.abs(grade - end)).sort((a, b) => b - a);
    for (const gain of reach) {
      if (gain === 0) return null;
      const most = gain / grades.length;
      if (most >= left - 1e-12) return shift + left / gain;
      left -= most;
      shift += 1 / grades.length;
    }
    return null;
  };
  const ways = [
    rank > 0 ? shiftTo(Math.min(...grades), mean(grades) - cuts[rank - 1]) : null,
    rank < cuts.length ? shiftTo(Math.max(...grades), cuts[rank] - mean(grades)) : null,
  ].filter((shift) => shift !== null);
  return ways.length === 0 ? null : Math.min(...ways);
}
