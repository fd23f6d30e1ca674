import type { Dataset } from "../data/dataset.js";
import { fitCumulativeLogit } from "../../statistics/cumulativeLogit.js";
import { groupEffects } from "../../statistics/groupEffects.js";
import { waldInterval } from "../../statistics/waldInterval.js";
import { fewerThanTwo } from "../../ratings/incomputable.js";
import type { Incomputable } from "../../ratings/incomputable.js";
import { select } from "./select.js";
import type { AnalysisOptions, Selection } from "./select.js";

/** In logits of the ordinal model: how much higher its councils score than the average region's. */
export interface RegionEffect {
  readonly region: string;
  readonly n: number;
  /** Shrunken towards 0, the more so the fewer councils a region has. */
  readonly mean: number;
  /** 95%; null where regions are not estimated to differ. */
  readonly interval: readonly [number, number] | null;
}

/** Regions' mean totals, drawn towards the mean of all by how little is known of each. */
export interface RegionEffects extends Pick<Selection, "scheme" | "set" | "n" | "leftOut"> {
  /** The standard deviation of region effects. */
  readonly between: number | null;
  /** The standard deviation of councils within their region. */
  readonly within: number | null;
  /** By name: an order that says nothing of quality. */
  readonly regions: readonly RegionEffect[] | null;
  readonly method: "empirical Bayes";
  readonly incomputable: readonly Incomputable[];
}

/**
 * Region effects with shrinkage, from the ordinal model with a normal effect for each region beside
 * each council's: what the scores say of a region without taking few councils at their word. The
 * intervals take the model's deviations and thresholds as known.
 */
export function regionEffects(dataset: Dataset, options: AnalysisOptions = {}): RegionEffects {
  const { scheme, set, assessments, n, leftOut } = select(dataset, "scores", options);
  const about = { scheme, set, n, leftOut, method: "empirical Bayes" } as const;
  const without = (reason: string): RegionEffects => ({
    ...about,
    between: null,
    within: null,
    regions: null,
    incomputable: ["between", "within", "regions"].map((quantity) => ({ quantity, reason })),
  });
  if (n < 2) return without(fewerThanTwo(scheme, n));
  const rows = assessments.map((a) => a.scores.map(Number));
  const model = fitCumulativeLogit(rows, 4);
  if (model.value === null) return without(model.reason);
  const regions = assessments.map((a) => a.region);
  const { value, reason } = groupEffects(rows, regions, model.value);
  if (value === null) return without(reason);
  return {
    ...about,
    between: value.between,
    within: value.within,
    regions: value.groups.map(({ group, n: councils, mean, deviation }) => ({
      region: group,
      n: councils,
      mean,
      interval: deviation === 0 ? null : waldInterval(mean, deviation),
    })),
    incomputable:
      value.between === 0
        ? [{ quantity: "regions.interval", reason: "regions are not estimated to differ" }]
        : [],
  };
}
