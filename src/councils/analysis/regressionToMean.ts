import type { Dataset } from "../data/dataset.js";
import { cronbachAlpha } from "../../statistics/internalConsistency.js";
import { select, type AnalysisOptions } from "./select.js";

/** What would be expected of the sums if no council had changed. */
export interface RegressionToMean {
  /** Cronbach's alpha of the first assessments' scores, in place of a correlation of repeats. */
  readonly reliability: number;
  /** The mean sum of all first assessments, and of those that a change is known from. */
  readonly meanOfAll: number;
  readonly meanOfReassessed: number;
  /** The mean change that regression alone would give, in points. */
  readonly expected: number;
  readonly method: string;
}

const method =
  "(1 - reliability) × (mean of all first sums - mean first sum of the reassessed): Barnett, van " +
  "der Pols and Dobson, International Journal of Epidemiology 34 (2005) 215-220, with Cronbach's " +
  "alpha as the reliability";

/** The mean of values; null of none. */
export function meanOf(values: readonly number[]): number | null {
  return values.length === 0
    ? null
    : values.reduce((total, value) => total + value, 0) / values.length;
}

/**
 * What mean change of sums, in points, chance in the first round alone would give in councils that
 * are assessed again, if none had changed; or, as text, why it is not known. Councils that were low
 * partly were so by chance, and chance does not repeat.
 *
 * It is (1 - ρ)(μ - m), with μ the mean of all first sums, m that of the councils assessed again and ρ
 * the correlation of repeated assessments. No assessment was ever repeated, so Cronbach's alpha of
 * the first round's scores stands for ρ. Alpha does not know of chance that all scores of a council
 * share, such as the team and the weeks of the visit, so regression is likely to be more than this.
 * Where all councils are assessed again m is μ and none is expected.
 *
 * Source: Barnett, van der Pols and Dobson, International Journal of Epidemiology 34 (2005) 215-220.
 */
export function regressionToMean(
  dataset: Dataset,
  firstSums: readonly number[],
  options: AnalysisOptions,
): RegressionToMean | string {
  const meanOfReassessed = meanOf(firstSums);
  if (meanOfReassessed === null) return "no council has two known sums";
  const asked = { ...options, round: "first" } as const;
  const scored = select(dataset, "scores", asked).assessments;
  const reliability = cronbachAlpha(scored.map(({ scores }) => Float64Array.from(scores, Number)));
  if (reliability === null || reliability < 0)
    return "the first scores of fewer than two councils are known, or do not agree";
  const meanOfAll = meanOf(select(dataset, "sum", asked).assessments.map(({ sum }) => sum!))!;
  const expected = (1 - reliability) * (meanOfAll - meanOfReassessed);
  return { reliability, meanOfAll, meanOfReassessed, expected, method };
}
