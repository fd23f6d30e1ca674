import type { Dataset } from "../data/dataset.js";
import { currentCouncils } from "../data/successions.js";
import type { SimulationOptions } from "../../statistics/bootstrap.js";
import { defaultReplicates, defaultSeed } from "../../statistics/bootstrap.js";
import { checkJson } from "./checkJson.js";
import { consistency, type Consistency } from "./consistency.js";
import { dimension, type Dimension } from "./dimension.js";
import { distribution, type Distribution } from "./distribution.js";
import { dominance, type Dominance } from "./dominance.js";
import { drift, type Drift } from "./drift.js";
import { heaping, type Heaping } from "./heaping.js";
import type { Incomputable } from "../../ratings/incomputable.js";
import { information, type Information } from "./information.js";
import { intervention, type Intervention } from "./intervention.js";
import { margins, type Margins } from "./margins.js";
import { ordinalModel, type OrdinalModel } from "./ordinalModel.js";
import { pairs, type Pairs } from "./pairs.js";
import { rare, type Rare } from "./rare.js";
import { regions, type Regions } from "./regions.js";
import { reliability, type Reliability } from "./reliability.js";
import type { AnalysisOptions, SetName } from "./select.js";
import { themePartitions, type ThemePartitions } from "./themePartitions.js";
import { tranches, type Tranches } from "./tranches.js";
import { variance, type Variance } from "./variance.js";
import { varianceKept, type VarianceKept } from "./varianceKept.js";
import { weights, type Weights } from "./weights.js";
import { words, type Words } from "./words.js";

/** How many rows the data have, and how far the formal ones are known; withdrawn ones count. */
export interface DataCounts {
  readonly assessments: number;
  readonly councils: number;
  readonly formal: number;
  readonly withNineScores: number;
  readonly withSum: number;
}

/** What is told of {@link Pairs}: of each statement its share first, then all that is known of it. */
export interface PairsInAnalysis extends Pick<Pairs, "n" | "leftOut" | "hamming" | "incomputable"> {
  readonly reversal: number | null;
  readonly reversalInterval: readonly [number, number] | null;
  readonly reversalPairs: number;
  readonly hammingGood: number | null;
  readonly shareGoodBelow3: readonly (number | null)[];
  readonly shareRIAtLeast3: readonly (number | null)[];
  readonly goodBelow3: Pairs["shareGoodBelow3"];
  readonly RIAtLeast3: Pairs["shareRIAtLeast3"];
}

/** The analyses in one object; see {@link analyse}. */
export interface Analysis {
  readonly schema: "ninefold.analysis/1";
  /** The id of the scheme that the councils were assessed under. */
  readonly scheme: string;
  readonly set: SetName;
  /** The day of the data, `YYYY-MM-DD`. */
  readonly vintage: string;
  /** The last day of the complete set. */
  readonly completeTo: string;
  /** Draws of each interval and each test by permutation, and where they begin. */
  readonly replicates: number;
  readonly seed: number;
  readonly dataset: DataCounts;
  readonly words: Words;
  readonly distribution: Distribution;
  readonly margins: Pick<Margins, "n" | "leftOut" | "onePoint">;
  readonly weights: Weights;
  readonly dominance: Dominance;
  readonly heaping: Heaping;
  readonly consistency: Consistency;
  readonly variance: Variance;
  readonly varianceKept: VarianceKept;
  readonly themePartitions: ThemePartitions;
  readonly information: Information;
  readonly pairs: PairsInAnalysis;
  readonly reliability: Reliability;
  readonly dimension: Dimension;
  readonly ordinalModel: OrdinalModel;
  readonly rare: Rare;
  readonly intervention: Intervention;
  readonly tranches: Tranches;
  readonly drift: Drift;
  readonly regions: Regions;
  /** Every quantity that is null, with the reason. */
  readonly leftOut: readonly Incomputable[];
}

function countsOf(dataset: Dataset): DataCounts {
  const { assessments } = dataset;
  const formal = assessments.filter((a) => a.kind === "formal");
  return {
    assessments: assessments.length,
    councils: currentCouncils(dataset).length,
    formal: formal.length,
    withNineScores: formal.filter((a) => a.scores.every((score) => score !== null)).length,
    withSum: formal.filter((a) => a.sum !== null).length,
  };
}

/** The most draws of a test that fits each of them anew. */
const refits = 999;

/**
 * The analyses of a dataset in one plain object, as `ninefold analyse --json` prints it: each
 * council's current formal assessment with nine scores unless a key says otherwise, of all known
 * unless the complete set is asked for. What takes seconds, {@link context}, {@link signal} and
 * {@link regionEffects}, is asked for by itself.
 *
 * A quantity that cannot be computed is null, and its key and the reason are in `leftOut`; the
 * others still come. Which assessments an analysis left out stands in its own part. Throws a
 * TypeError if any number is not finite, which would be a defect.
 */
export function analyse(
  dataset: Dataset,
  options: AnalysisOptions & SimulationOptions = {},
): Analysis {
  const { replicates = defaultReplicates, seed = defaultSeed } = options;
  const asked = { ...options, set: options.set ?? "complete", replicates, seed } as const;
  const leftOut: Incomputable[] = [];
  /** A result as it is; what it could not compute is also said once for all. */
  const part = <R extends { readonly incomputable: readonly Incomputable[] }>(
    name: string,
    result: R,
  ): R => {
    for (const { quantity, reason } of result.incomputable)
      leftOut.push({ quantity: quantity === name ? name : `${name}.${quantity}`, reason });
    return result;
  };

  const margin = margins(dataset, asked);
  const heap = heaping(dataset, { ...asked, replicates: Math.min(replicates, refits) });
  const paired = pairs(dataset, asked);
  const pairKeys: Readonly<Record<string, string>> = {
    "reversal.estimate": "reversal",
    "reversal.interval": "reversalInterval",
    "hamming.within.Good": "hammingGood",
  };
  const analysis: Analysis = {
    schema: "ninefold.analysis/1",
    scheme: asked.scheme ?? dataset.scheme.id,
    set: asked.set,
    vintage: dataset.vintage,
    completeTo: dataset.completeTo,
    replicates,
    seed,
    dataset: countsOf(dataset),
    words: words(dataset, asked),
    distribution: distribution(dataset, asked),
    margins: { n: margin.n, leftOut: margin.leftOut, onePoint: margin.onePoint },
    weights: part("weights", weights(dataset, asked)),
    dominance: dominance(dataset, asked),
    heaping: part("heaping", {
      ...heap,
      incomputable: heap.preregistered.decision
        ? heap.incomputable
        : [
            { quantity: "preregistered.decision", reason: heap.preregistered.reason },
            ...heap.incomputable,
          ],
    }),
    consistency: part("consistency", consistency(dataset, asked)),
    variance: part("variance", variance(dataset, asked)),
    varianceKept: part("varianceKept", varianceKept(dataset, asked)),
    themePartitions: part("themePartitions", themePartitions(dataset, asked)),
    information: part("information", information(dataset, asked)),
    pairs: part("pairs", {
      n: paired.n,
      leftOut: paired.leftOut,
      reversal: paired.reversal.estimate,
      reversalInterval: paired.reversal.interval,
      reversalPairs: paired.reversal.pairs,
      hammingGood: paired.hamming.within.Good,
      hamming: paired.hamming,
      shareGoodBelow3: paired.shareGoodBelow3.map(({ share }) => share),
      shareRIAtLeast3: paired.shareRIAtLeast3.map(({ share }) => share),
      goodBelow3: paired.shareGoodBelow3,
      RIAtLeast3: paired.shareRIAtLeast3,
      incomputable: paired.incomputable.map(({ quantity, reason }) => ({
        quantity: pairKeys[quantity] ?? quantity,
        reason,
      })),
    }),
    reliability: part("reliability", reliability(dataset, asked)),
    dimension: part("dimension", dimension(dataset, asked)),
    ordinalModel: part("ordinalModel", ordinalModel(dataset, asked)),
    rare: part("rare", rare(dataset, asked)),
    intervention: part("intervention", intervention(dataset, asked)),
    tranches: part("tranches", tranches(dataset, asked)),
    drift: part("drift", drift(dataset, asked)),
    regions: part("regions", regions(dataset, asked)),
    leftOut,
  };
  checkJson(analysis, "analysis");
  return analysis;
}
