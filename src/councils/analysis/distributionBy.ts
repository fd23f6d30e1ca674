import type { Dataset } from "../data/dataset.js";
import { within } from "../data/within.js";
import { distribution } from "./distribution.js";
import type { Distribution } from "./distribution.js";

export type GroupKey = "region" | "type";

/** The same over the councils of each region or type. */
export interface DistributionBy extends Pick<Distribution, "scheme" | "set" | "n" | "leftOut"> {
  readonly by: GroupKey;
  /** By name: an order that says nothing of quality. */
  readonly groups: readonly (Omit<Distribution, "scheme" | "set" | "leftOut"> & {
    readonly name: string;
  })[];
}

/**
 * The distribution of sums in each region, or of each type of council. Regions and types differ in
 * the councils that they hold, so a difference has no cause in it.
 */
export function distributionBy(
  dataset: Dataset,
  { by, ...options }: Parameters<typeof distribution>[1] & { readonly by: GroupKey },
): DistributionBy {
  const { scheme, set, n, leftOut } = distribution(dataset, options);
  const names = [...new Set(dataset.councils.map((council) => council[by]))].sort();
  return {
    scheme,
    set,
    n,
    leftOut,
    by,
    groups: names.map((name) => {
      const {
        n: known,
        sumCounts,
        ratingCounts,
        meanSum,
        goodOrBetter,
      } = distribution(within(dataset, { [by]: name }), options);
      return { name, n: known, sumCounts, ratingCounts, meanSum, goodOrBetter };
    }),
  };
}
