import { councilOutcomes } from "../../../src/councils/analysis/councilOutcomes.js";
import { councilProfile } from "../../../src/councils/analysis/councilProfile.js";
import { distribution } from "../../../src/councils/analysis/distribution.js";
import { distributionBy } from "../../../src/councils/analysis/distributionBy.js";
import { ladder } from "../../../src/councils/analysis/ladder.js";
import { margins } from "../../../src/councils/analysis/margins.js";
import { pairs } from "../../../src/councils/analysis/pairs.js";
import { profile } from "../../../src/councils/analysis/profile.js";
import { variance } from "../../../src/councils/analysis/variance.js";
import { wordMap } from "../../../src/councils/analysis/wordMap.js";
import { belowGoodShares } from "../../../src/councils/charts/belowGoodShares.js";
import { councilScores } from "../../../src/councils/charts/councilScores.js";
import { eventLines } from "../../../src/councils/charts/eventLines.js";
import { hexMap } from "../../../src/councils/charts/hexMap.js";
import { marginStrip } from "../../../src/councils/charts/marginStrip.js";
import { outcomeDots } from "../../../src/councils/charts/outcomeDots.js";
import { statementBars } from "../../../src/councils/charts/statementBars.js";
import { sumHistogram } from "../../../src/councils/charts/sumHistogram.js";
import { sumsByGroup } from "../../../src/councils/charts/sumsByGroup.js";
import { varianceBars } from "../../../src/councils/charts/varianceBars.js";
import type { Dataset } from "../../../src/councils/data/dataset.js";
import type { Figure, Table } from "../../../src/engine/report/block.js";
import { charts, firstCouncil, options } from "./draw.js";

/** With a layout of its councils, ten to a row, but for the third one. */
function withLayout(dataset: Dataset): Dataset {
  if (dataset.context["hex-layout"]) return dataset;
  const layout = dataset.councils.flatMap(({ gssCode }, i) => {
    const row = Math.floor(i / 10);
    const x = (i % 10) * Math.sqrt(3) + (row % 2) * (Math.sqrt(3) / 2);
    return i === 2 ? [] : [{ gss_code: gssCode, x, y: -1.5 * row }];
  });
  const assessments = dataset.assessments.map((a, i) =>
    i % 4 === 1 ? { ...a, confidence: "low" as const } : a,
  );
  return { ...dataset, assessments, context: { "hex-layout": layout } };
}

/** With an event of every kind of date for the first council, where there are no events. */
function withEvents(dataset: Dataset): Dataset {
  if (dataset.interventions.length > 0 || dataset.councils.length === 0) return dataset;
  const [{ gssCode, name }] = dataset.councils;
  const dates = [
    ["Council asked for a review by peers", "2025-05-22"],
    // Never drawn: every council of which events tell has one.
    ["Rating of Good published", "2025-06-01"],
    ["CQC flagged it", "2025-08"],
    ["CQC section 50 notification", "by 2025-08-29"],
    ["Letter from the Minister", "after 2025-10-24"],
    ["Improvement plan", "due by end 2025-12"],
    ["Improvement board", null],
  ] as const;
  const interventions = dates.map(([event, date]) => ({
    gss_code: gssCode,
    gssCode,
    name,
    event,
    date,
    sourceUrl: "https://example.org/",
    note: null,
  }));
  return { ...dataset, interventions };
}

/** With six measures of every council: beside England, above it and below it, one per year. */
function withOutcomes(dataset: Dataset): Dataset {
  if (dataset.context["ascof-long"]) return dataset;
  const measures = ["1a", "1d", "3a", "4a", "5a(1)", "6z"].map((measure) => ({
    measure,
    description: "A measure that the framework got of late",
    better: measure === "6z" ? "lower" : "higher",
  }));
  const england = measures.map(({ measure }) => ({ measure, period: "2024-25", outcome: 60 }));
  const long = dataset.councils.flatMap(({ gssCode }) =>
    measures.map(({ measure }, i) => ({
      gss_code: gssCode,
      measure,
      period: "2024-25",
      outcome: 54 + 3 * i,
      margin_of_error: 4.5,
      respondents: 300,
    })),
  );
  const context = { "ascof-measures": measures, "ascof-england": england, "ascof-long": long };
  return { ...dataset, context: { ...dataset.context, ...context } };
}

/** Charts that are drawn for each view, from a dataset to a figure, or a table where few are known. */
export const plots: Readonly<Record<string, (dataset: Dataset) => Figure | Table>> = {
  sumHistogram: (dataset) => sumHistogram(distribution(dataset), options),
  statementBars: (dataset) => statementBars(profile(dataset), options),
  sumsByRegion: (dataset) => sumsByGroup(distributionBy(dataset, { by: "region" }), options),
  sumsByType: (dataset) => sumsByGroup(distributionBy(dataset, { by: "type" }), options),
  belowGoodShares: (dataset) => belowGoodShares(pairs(dataset, { replicates: 99 }), options),
  marginStrip: (dataset) => marginStrip(margins(dataset), options),
  varianceBars: (dataset) => varianceBars(variance(dataset, { replicates: 99 }), options),
  councilScores: (dataset) =>
    councilScores(councilProfile(dataset, firstCouncil(dataset)), options),
  outcomeDots: (dataset) => {
    const council = firstCouncil(dataset);
    return outcomeDots(councilOutcomes(withOutcomes(dataset), council), { ...options, council });
  },
  eventLines: (dataset) => eventLines(ladder(withEvents(dataset)), options),
  hexMap: (dataset) => hexMap(wordMap(withLayout(dataset)), options),
  ...charts,
};
