import { parseHTML } from "linkedom";
import { variance } from "../../src/analysis/variance.js";
import { distribution } from "../../src/analysis/distribution.js";
import { margins } from "../../src/analysis/margins.js";
import { profile } from "../../src/analysis/profile.js";
import { select } from "../../src/analysis/select.js";
import { spread } from "../../src/analysis/spread.js";
import { heatMapSpec } from "../../src/charts/heatMapSpec.js";
import { marginStrip } from "../../src/charts/marginStrip.js";
import { scoreHeatMap } from "../../src/charts/scoreHeatMap.js";
import { statementBars } from "../../src/charts/statementBars.js";
import { sumHistogram } from "../../src/charts/sumHistogram.js";
import { wordSpread } from "../../src/charts/wordSpread.js";
import { varianceBars } from "../../src/charts/varianceBars.js";
import { wordDumbbells } from "../../src/charts/wordDumbbells.js";
import type { Dataset } from "../../src/data/dataset.js";
import type { Figure } from "../../src/report/block.js";

export const { document } = parseHTML("<html><body></body></html>");
const options = { source: "Made up for a test", document };

/** Every chart, from a dataset to its figure. */
export const charts: Readonly<Record<string, (dataset: Dataset) => Figure | Promise<Figure>>> = {
  sumHistogram: (dataset) => sumHistogram(distribution(dataset), options),
  scoreHeatMap: (dataset) => scoreHeatMap(select(dataset, "anyScore"), options),
  statementBars: (dataset) => statementBars(profile(dataset), options),
  marginStrip: (dataset) => marginStrip(margins(dataset), options),
  wordSpread: (dataset) => wordSpread(spread(dataset), options),
  wordDumbbells: (dataset) => wordDumbbells(profile(dataset), options),
  varianceBars: (dataset) => varianceBars(variance(dataset, { replicates: 99 }), options),
  heatMapSpec: (dataset) => heatMapSpec(select(dataset, "anyScore"), options),
};
