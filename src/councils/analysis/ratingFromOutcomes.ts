import { bootstrap, fewestDraws } from "../../statistics/bootstrap.js";
import type { SimulationOptions } from "../../statistics/bootstrap.js";
import { leaveOneOut } from "../../statistics/proportionalOdds.js";
import { ratingRank } from "../../ratings/scheme.js";
import type { Dataset } from "../data/dataset.js";
import { measureBefore } from "./outcomes.js";
import { select } from "./select.js";
import type { AnalysisOptions, Selection } from "./select.js";

/** Of the Adult Social Care Outcomes Framework, fixed in `data/preregistration/c22.json`. */
export const tellingMeasures = Object.freeze(["1a", "3a", "5a(1)"]);

/** Whether measured outcomes tell a council's rating better than always saying Good. */
export interface RatingFromOutcomes extends Pick<Selection, "scheme" | "set" | "n" | "leftOut"> {
  /** Share told right by a model fitted to the other councils. */
  readonly accuracy: number | null;
  /** Share rated with the scheme's lowest good word: what always saying it gets right. */
  readonly baseRate: number | null;
  readonly difference: number | null;
  /** 95%, percentile bootstrap over councils' differences. */
  readonly interval: readonly [number, number] | null;
  readonly reason: string | null;
}

/**
 * Leave-one-out accuracy of a proportional-odds model of the rating on three measures, of the last
 * year that ended before publication, less the share of councils rated Good. The bootstrap draws
 * councils' differences and does not fit again: a copy of a council would tell its own rating.
 */
export function ratingFromOutcomes(
  dataset: Dataset,
  options: AnalysisOptions & SimulationOptions = {},
): RatingFromOutcomes {
  const { scheme, set, assessments, leftOut } = select(dataset, "rating", options);
  const columns = tellingMeasures.map((one) => measureBefore(dataset, one, assessments));
  const known = assessments.flatMap((a, i) => {
    const row = columns.map((values) => values[i]);
    return row.every((value) => value !== null)
      ? [{ row: row, rank: ratingRank(scheme, a.rating!) }]
      : [];
  });
  const without = assessments.length - known.length;
  const used = {
    scheme,
    set,
    n: known.length,
    leftOut: [
      ...leftOut,
      ...(without > 0 ? [{ reason: "one of the three measures is not known", n: without }] : []),
    ],
  };
  const none = { accuracy: null, baseRate: null, difference: null, interval: null };
  if (known.length < 3) return { ...used, ...none, reason: "fewer than three councils" };
  const { value, reason } = leaveOneOut(
    known.map(({ row }) => row),
    known.map(({ rank }) => rank),
  );
  if (value === null) return { ...used, ...none, reason };
  const good = ratingRank(scheme, scheme.good);
  const gains = known.map(({ rank }, i) => Number(value[i] === rank) - Number(rank === good));
  const mean = (some: readonly number[]) => some.reduce((sum, one) => sum + one, 0) / some.length;
  const { replicates, seed } = options;
  const drawn = bootstrap(gains, (sample) => [mean(sample)], { replicates, seed });
  return {
    ...used,
    accuracy: mean(known.map(({ rank }, i) => Number(value[i] === rank))),
    baseRate: mean(known.map(({ rank }) => Number(rank === good))),
    difference: mean(gains),
    interval: drawn.intervals[0],
    reason: drawn.intervals[0] ? null : `an interval takes at least ${fewestDraws(0.95)} draws`,
  };
}
