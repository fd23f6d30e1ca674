/**
 * What notebooks and scripts import as `ninefold`. Everything here runs in a browser as it does in
 * Node; what needs files is in `ninefold/node`.
 */
export * from "./framework.js";
export * from "./data/dataset.js";
export { ExpectedError } from "./errors.js";

// Analyses: one question a file, a dataset in, a plain result out.
export * from "./analysis/select.js";
export { words, type Words } from "./analysis/words.js";
export { distribution, type Distribution } from "./analysis/distribution.js";
export { margins, type Margins } from "./analysis/margins.js";
export { profile, type Profile } from "./analysis/profile.js";
export { spread, type Spread } from "./analysis/spread.js";
export { pairs, type Pairs } from "./analysis/pairs.js";
export { variance, type Variance } from "./analysis/variance.js";
export { varianceKept, type VarianceKept } from "./analysis/varianceKept.js";
export { drift, type Drift } from "./analysis/drift.js";
export { regions, type Regions } from "./analysis/regions.js";
export { context, type Context } from "./analysis/context.js";
export { consistency, type Consistency } from "./analysis/consistency.js";
export { heaping, type Heaping } from "./analysis/heaping.js";
export { ladder } from "./analysis/ladder.js";
export { rare, type Rare } from "./analysis/rare.js";
export { regionEffects, type RegionEffects } from "./analysis/regionEffects.js";
export { regionLimits, type RegionLimits } from "./analysis/regionLimits.js";
export { themePartitions, type ThemePartitions } from "./analysis/themePartitions.js";
export { tranches, type Tranches } from "./analysis/tranches.js";
export { weights, type Weights } from "./analysis/weights.js";
export { wordMap, type WordMap } from "./analysis/wordMap.js";

// Charts: a result in, a figure out.
export type { ChartOptions } from "./charts/chartOptions.js";
export { palette } from "./charts/colour.js";
export { drawPlot } from "./charts/svg.js";
export { drawSpec } from "./charts/drawSpec.js";
export { consistencyCurve } from "./charts/consistencyCurve.js";
export { cusumChart } from "./charts/cusumChart.js";
export { heapingCurve } from "./charts/heapingCurve.js";
export { heatMapSpec } from "./charts/heatMapSpec.js";
export { hexMap } from "./charts/hexMap.js";
export { iconArray, type Events } from "./charts/iconArray.js";
export { marginStrip } from "./charts/marginStrip.js";
export { partitionStrip } from "./charts/partitionStrip.js";
export { pilotSlopes } from "./charts/pilotSlopes.js";
export { regionCaterpillar } from "./charts/regionCaterpillar.js";
export { regionFunnel } from "./charts/regionFunnel.js";
export { scoreHeatMap } from "./charts/scoreHeatMap.js";
export { statementBars } from "./charts/statementBars.js";
export { sumHistogram } from "./charts/sumHistogram.js";
export { varianceBars } from "./charts/varianceBars.js";
export { weightsBars } from "./charts/weightsBars.js";
export { wordDumbbells } from "./charts/wordDumbbells.js";
export { wordSpread } from "./charts/wordSpread.js";

// Tables: a result in, a table out.
export { eventsTable } from "./tables/eventsTable.js";
export { notesTable } from "./tables/notesTable.js";
export { pilotsTable } from "./tables/pilotsTable.js";
export { setsTable } from "./tables/setsTable.js";
export { statementSharesTable } from "./tables/statementSharesTable.js";
export { wordsTable } from "./tables/wordsTable.js";

// Blocks: what a report is made of, and how a notebook shows one.
export * from "./report/block.js";
export * from "./report/format.js";
export { show } from "./notebook/show.js";
export { text } from "./notebook/text.js";
export * as control from "./controls/controls.js";

// Tables for analysts: the library is passed in.
export { toArquero } from "./frames/toArquero.js";
export { toDanfo } from "./frames/toDanfo.js";
