import type { Dataset } from "../data/dataset.js";
import { fitCumulativeLogit } from "../../statistics/cumulativeLogit.js";
import { waldInterval } from "../../statistics/waldInterval.js";
import { fewerThanTwo } from "../../ratings/incomputable.js";
import type { Incomputable } from "../../ratings/incomputable.js";
import { select } from "./select.js";
import type { AnalysisOptions, Selection } from "./select.js";

type Interval = readonly [number, number];

/** All in logits but the log-likelihood. */
export interface OrdinalModel extends Pick<Selection, "scheme" | "set" | "n" | "leftOut"> {
  readonly logLik: number | null;
  /** The standard deviation of councils' quality. */
  readonly sigma: number | null;
  /** Between scores 1 and 2, 2 and 3, 3 and 4; null where no score lies on one side. */
  readonly thresholds: readonly (number | null)[] | null;
  /** QS2 to QS9 against QS1: higher means higher scores. */
  readonly statements: readonly number[] | null;
  /** 95% Wald intervals from the observed information. */
  readonly intervals: {
    readonly sigma: Interval | null;
    readonly thresholds: readonly (Interval | null)[] | null;
    readonly statements: readonly Interval[] | null;
    readonly method: "Wald";
  };
  readonly incomputable: readonly Incomputable[];
}

/**
 * One quality behind nine scores: logit P(score of council i on statement j <= c) = threshold_c -
 * statement_j - quality_i, quality normal with mean 0, statement_1 = 0. Statements differ in how
 * easily they are scored high, not in how well they measure.
 */
export function ordinalModel(dataset: Dataset, options: AnalysisOptions = {}): OrdinalModel {
  const { scheme, set, assessments, n, leftOut } = select(dataset, "scores", options);
  const { value, reason } = fitCumulativeLogit(
    assessments.map((a) => a.scores.map(Number)),
    4,
  );
  if (value === null) {
    const why = n < 2 ? fewerThanTwo(scheme, n) : reason;
    return {
      scheme,
      set,
      n,
      leftOut,
      logLik: null,
      sigma: null,
      thresholds: null,
      statements: null,
      intervals: { sigma: null, thresholds: null, statements: null, method: "Wald" },
      incomputable: ["logLik", "sigma", "thresholds", "statements"].map((quantity) => ({
        quantity,
        reason: why,
      })),
    };
  }
  const incomputable: Incomputable[] = value.thresholds.flatMap((threshold, c) =>
    threshold === null
      ? [{ quantity: `thresholds.${c}`, reason: `no score of ${c + 1} or below, or none above` }]
      : [],
  );
  if (value.sigmaError === null)
    incomputable.push({ quantity: "intervals.sigma", reason: "sigma is estimated at its edge, 0" });
  const sigma = value.sigmaError === null ? null : waldInterval(value.sigma, value.sigmaError);
  return {
    scheme,
    set,
    n,
    leftOut,
    logLik: value.logLik,
    sigma: value.sigma,
    thresholds: value.thresholds,
    statements: value.items,
    intervals: {
      sigma: sigma && [Math.max(0, sigma[0]), sigma[1]],
      thresholds: value.thresholds.map((threshold, c) =>
        threshold === null ? null : waldInterval(threshold, value.thresholdErrors[c]!),
      ),
      statements: value.items.map((item, j) => waldInterval(item, value.itemErrors[j])),
      method: "Wald",
    },
    incomputable,
  };
}
