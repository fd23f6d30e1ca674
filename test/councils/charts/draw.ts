import { parseHTML } from "linkedom";
import { consistency } from "../../../src/councils/analysis/consistency.js";
import { coverage } from "../../../src/councils/analysis/coverage.js";
import { drift } from "../../../src/councils/analysis/drift.js";
import { heaping } from "../../../src/councils/analysis/heaping.js";
import { rare } from "../../../src/councils/analysis/rare.js";
import { regionLimits } from "../../../src/councils/analysis/regionLimits.js";
import { themePartitions } from "../../../src/councils/analysis/themePartitions.js";
import { tranches } from "../../../src/councils/analysis/tranches.js";
import { weights } from "../../../src/councils/analysis/weights.js";
import { words } from "../../../src/councils/analysis/words.js";
import { consistencyCurve } from "../../../src/councils/charts/consistencyCurve.js";
import { coverageBars } from "../../../src/councils/charts/coverageBars.js";
import { claimIntervals } from "../../../src/councils/charts/claimIntervals.js";
import { cliffMargins } from "../../../src/councils/charts/cliffMargins.js";
import { scenarioCurve } from "../../../src/councils/charts/scenarioCurve.js";
import { evaluateClaims } from "../../../src/councils/claims/evaluateClaims.js";
import { cusumChart } from "../../../src/councils/charts/cusumChart.js";
import { heapingCurve } from "../../../src/councils/charts/heapingCurve.js";
import { iconArray } from "../../../src/councils/charts/iconArray.js";
import { partitionStrip } from "../../../src/councils/charts/partitionStrip.js";
import { regionFunnel } from "../../../src/councils/charts/regionFunnel.js";
import { weightsBars } from "../../../src/councils/charts/weightsBars.js";
import { ratingsOf } from "../../../src/ratings/scheme.js";
import { oneQuality } from "../../../src/councils/analysis/oneQuality.js";
import { signal } from "../../../src/councils/analysis/signal.js";
import { variance } from "../../../src/councils/analysis/variance.js";
import { intervention } from "../../../src/councils/analysis/intervention.js";
import { assessingNeeds } from "../../../src/councils/claims/c01AssessingNeeds.js";
import { onePoint } from "../../../src/councils/claims/c04OnePoint.js";
import { oneQualityDots } from "../../../src/councils/charts/oneQualityDots.js";
import { select } from "../../../src/councils/analysis/select.js";
import { spread } from "../../../src/councils/analysis/spread.js";
import { scoreHeatMap } from "../../../src/councils/charts/scoreHeatMap.js";
import { statementDifferences } from "../../../src/councils/charts/statementDifferences.js";
import { trancheSums } from "../../../src/councils/charts/trancheSums.js";
import { wordSpread } from "../../../src/councils/charts/wordSpread.js";
import type { Council, Dataset } from "../../../src/councils/data/dataset.js";
import type { Figure, Table } from "../../../src/engine/report/block.js";
import { scheme } from "../../madeUp.js";

const ratings = ratingsOf(scheme);

/** Its councils as pilots too: every fifth without a later word, the others with any pilot's word. */
function withPilots(dataset: Dataset): Dataset {
  if (dataset.assessments.some(({ kind }) => kind === "pilot")) return dataset;
  const pilots = dataset.assessments.map((a, i) => ({
    ...a,
    kind: "pilot" as const,
    rating: ratings[(i + 1) % 4],
  }));
  const formal = dataset.assessments.map((a, i) => ({
    ...a,
    rating: i % 5 === 4 ? null : a.rating,
    confidence: i % 3 === 1 ? ("low" as const) : a.confidence,
  }));
  return { ...dataset, assessments: [...pilots, ...formal] };
}

/** One in four of low confidence, one in seven without scores, one in five withdrawn. */
function withGaps(dataset: Dataset): Dataset {
  if (dataset.assessments.some(({ kind }) => kind === "pilot")) return dataset;
  const assessments = dataset.assessments.map((a, i) => ({
    ...a,
    confidence: i % 4 === 1 ? ("low" as const) : a.confidence,
    status: i % 5 === 3 ? ("withdrawn" as const) : a.status,
    scores: i % 7 === 4 ? a.scores.map(() => null) : a.scores,
    rating: i % 6 === 5 ? null : a.rating,
  }));
  return { ...dataset, assessments };
}

/** Published over months, one in three of which has none, instead of all in one. */
function overMonths(dataset: Dataset): Dataset {
  const assessments = dataset.assessments.map((a, i) => {
    const month = (i * 7) % 24;
    const date = `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
    return a.published === "2025-01-01" && month % 3 < 2 ? { ...a, published: date } : a;
  });
  return { ...dataset, assessments };
}

/**
 * The first council with nine scores, else the first, else one of which nothing is known; named as
 * its assessment is.
 */
export function firstCouncil(dataset: Dataset): Council {
  const { councils, assessments } = dataset;
  const scored = select(dataset, "scores").assessments[0]?.gssCode;
  const first = councils.find(({ gssCode }) => gssCode === scored) ??
    councils[0] ?? {
      gssCode: "",
      altGssCode2025: null,
      officialName: "",
      type: "",
      region: "",
    };
  const name = assessments.find(({ gssCode }) => gssCode === first.gssCode)?.council ?? "Nobody";
  return { ...first, name };
}

export const { document } = parseHTML("<html><body></body></html>");
export const options = { source: "Made up for a test", document };

/** Charts for statisticians, from a dataset to a figure, or a table where few are known. */
export const charts: Readonly<Record<string, (dataset: Dataset) => Figure | Table>> = {
  scoreHeatMap: (dataset) => scoreHeatMap(select(dataset, "anyScore"), options),
  wordSpread: (dataset) => wordSpread(spread(dataset), options),
  heapingCurve: (dataset) => heapingCurve(heaping(dataset, { replicates: 9 }), options),
  consistencyCurve: (dataset) => consistencyCurve(consistency(dataset), options),
  cusumChart: (dataset) => cusumChart(drift(overMonths(dataset), { replicates: 199 }), options),
  regionFunnel: (dataset) => regionFunnel(regionLimits(dataset), options),
  iconArray: (dataset) => iconArray({ rare: rare(dataset), words: words(dataset) }, options),
  weightsBars: (dataset) => weightsBars(weights(dataset), options),
  partitionStrip: (dataset) => partitionStrip(themePartitions(dataset), options),
  consistencyAtPlace: (dataset) =>
    consistencyCurve(consistency(dataset, { e: [0, 0.1, 0.3] }), { ...options, e: 0.1 }),
  consistencyAtNothing: (dataset) =>
    consistencyCurve(consistency(dataset, { e: [0, 0.1, 0.3] }), { ...options, e: 0 }),
  consistencyAtEnd: (dataset) =>
    consistencyCurve(consistency(dataset, { e: [0, 0.1, 0.3] }), { ...options, e: 0.3 }),
  oneQualityDots: (dataset) =>
    oneQualityDots(
      {
        signal: signal(dataset, { replicates: 99 }),
        oneQuality: oneQuality(dataset, { replicates: 99 }),
        variance: variance(dataset, { replicates: 99 }),
      },
      options,
    ),
  coverageBars: (dataset) => coverageBars(coverage(withGaps(dataset)), options),
  trancheSums: (dataset) => trancheSums(tranches(overMonths(withPilots(dataset))), options),
  statementDifferences: (dataset) => statementDifferences(tranches(overMonths(dataset)), options),
  cliffMargins: (dataset) => cliffMargins(intervention(dataset), options),
  scenarioCurve: (dataset) =>
    scenarioCurve(intervention(dataset, { d: [0, 0.1, 0.2] }), { ...options, d: 0.1 }),
  claimIntervals: (dataset) =>
    claimIntervals(
      evaluateClaims(dataset, { claims: [assessingNeeds, onePoint], replicates: 99 }),
      { ...options, unit: "share" },
    ),
};
