import type { Dataset } from "../data/dataset.js";
import { currentCouncils } from "../data/successions.js";
import type { SimulationOptions } from "../../statistics/bootstrap.js";
import { defaultReplicates, defaultSeed } from "../../statistics/bootstrap.js";
import { checkJson } from "./checkJson.js";
import { consistency } from "./consistency.js";
import { dimension } from "./dimension.js";
import { distribution } from "./distribution.js";
import { dominance } from "./dominance.js";
import { drift } from "./drift.js";
import { heaping } from "./heaping.js";
import type { Incomputable } from "../../ratings/incomputable.js";
import { information } from "./information.js";
import { intervention } from "./intervention.js";
import { margins } from "./margins.js";
import { ordinalModel } from "./ordinalModel.js";
import { pairs } from "./pairs.js";
import { rare } from "./rare.js";
import { regions } from "./regions.js";
import { reliability } from "./reliability.js";
import type { AnalysisOptions } from "./select.js";
import { themePartitions } from "./themePartitions.js";
import { tranches } from "./tranches.js";
import { variance } from "./variance.js";
import { varianceKept } from "./varianceKept.js";
import { weights } from "./weights.js";
import { words } from "./words.js";

/** How many rows the data have, and how far the formal ones are known; withdrawn ones count. */
function countsOf(dataset: Dataset) {
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

/** The analyses in one object; see {@link analyse}. */
export type Analysis = ReturnType<typeof analyse>;

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
export function analyse(dataset: Dataset, options: AnalysisOptions & SimulationOptions = {}) {
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
  const analysis = {
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
