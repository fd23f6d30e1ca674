import { groupedLogit } from "../../statistics/groupedLogit.js";
import { isGoodOrBetter } from "../../ratings/scheme.js";
import type { Scheme } from "../../ratings/scheme.js";
import type { Assessment, Dataset } from "../data/dataset.js";
import { contextValues } from "./sumCorrelation.js";

/** How the odds of Good or better go with a doubling of the population, given where a council is. */
export interface SizeGivenPlace {
  /** Councils with a rating, a population and a deprivation score. */
  readonly n: number;
  /** Of a doubling of the population aged 18 and over; null, with all below, where there is none. */
  readonly oddsRatio: number | null;
  /** 95%, by profile likelihood; null where an end is not finite. */
  readonly interval: readonly [number, number] | null;
  /** Likelihood ratio, two-sided. */
  readonly p: number | null;
  /** The standard deviation of regions, in logits. */
  readonly sigma: number | null;
  readonly logLik: number | null;
  readonly reason: string | null;
}

/**
 * Whether larger councils are more often rated Good or better at the same deprivation and in the same
 * region: logistic regression on the logarithm of the population aged 18 and over and on the average
 * score of the Index of Multiple Deprivation 2025, with a random intercept for each region. Income
 * is not in it.
 */
export function sizeGivenPlace(
  dataset: Dataset,
  scheme: Scheme,
  assessments: readonly Assessment[],
): SizeGivenPlace {
  const people = contextValues(dataset, "population", "pop_18_plus", assessments);
  const deprivation = contextValues(dataset, "deprivation", "imd_average_score", assessments);
  const regions = new Map(dataset.councils.map(({ gssCode, region }) => [gssCode, region]));
  const known = assessments.flatMap((a, i) => {
    const [size, score] = [people[i], deprivation[i]];
    return size === null || score === null || a.rating === null
      ? []
      : [
          {
            isGood: isGoodOrBetter(scheme, a.rating),
            size: Math.log2(size),
            score,
            region: regions.get(a.gssCode)!,
          },
        ];
  });
  const { value, reason } = groupedLogit(
    known.map((one) => one.isGood),
    [known.map(({ size }) => size), known.map(({ score }) => score)],
    known.map(({ region }) => region),
  );
  return {
    n: known.length,
    oddsRatio: value && Math.exp(value.slopes[0]),
    interval: value?.interval ? [Math.exp(value.interval[0]), Math.exp(value.interval[1])] : null,
    p: value && value.p,
    sigma: value && value.sigma,
    logLik: value && value.logLik,
    reason: reason ?? (value.interval ? null : "the interval has no finite end"),
  };
}
