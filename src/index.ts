/**
 * What notebooks and scripts import as `ninefold`. Everything here runs in a browser as it does in
 * Node; what needs files is in `ninefold/node`.
 */
export * from "./framework.js";
export * from "./data/dataset.js";
export { findCouncil, matchCouncil } from "./data/findCouncil.js";
export { within, type Within } from "./data/within.js";
export { ExpectedError } from "./errors.js";

// Analyses: one question a file, a dataset in, a plain result out.
export * from "./analysis/select.js";
export { analyse, type Analysis } from "./analysis/analyse.js";
export { words, type Words } from "./analysis/words.js";
export { coverage, coverageParts, type Coverage } from "./analysis/coverage.js";
export { distribution, mostCommonSums, type Distribution } from "./analysis/distribution.js";
export { distributionBy, type DistributionBy } from "./analysis/distributionBy.js";
export { margins, type Margins } from "./analysis/margins.js";
export { below3, byShareBelow3, profile, type Profile } from "./analysis/profile.js";
export { spread, type Spread } from "./analysis/spread.js";
export { pairs, type Pairs } from "./analysis/pairs.js";
export { variance, type Variance } from "./analysis/variance.js";
export { varianceKept, type VarianceKept } from "./analysis/varianceKept.js";
export { drift, type Drift } from "./analysis/drift.js";
export { regions, type Regions } from "./analysis/regions.js";
export { context, type Context } from "./analysis/context.js";
export { consistency, type Consistency } from "./analysis/consistency.js";
export { councilContext, type CouncilContext } from "./analysis/councilContext.js";
export { councilOutcomes, type CouncilOutcomes } from "./analysis/councilOutcomes.js";
export { councilProfile, type CouncilProfile } from "./analysis/councilProfile.js";
export { councilStanding, type CouncilStanding } from "./analysis/councilStanding.js";
export { councilNames } from "./analysis/councilNames.js";
export { defaultCouncil } from "./analysis/defaultCouncil.js";
export { dimension, type Dimension } from "./analysis/dimension.js";
export { dominance, type Dominance } from "./analysis/dominance.js";
export { heaping, type Heaping } from "./analysis/heaping.js";
export { heapingHeldOut, type HeapingHeldOut } from "./analysis/heapingHeldOut.js";
export { information, type Information } from "./analysis/information.js";
export { intervention, type Intervention } from "./analysis/intervention.js";
export { ladder } from "./analysis/ladder.js";
export { mainFigures, type MainFigures } from "./analysis/mainFigures.js";
export { nearestProfiles, type NearestProfiles } from "./analysis/nearestProfiles.js";
export { nextWords, type NextWords } from "./analysis/nextWords.js";
export { oneQuality, type OneQuality } from "./analysis/oneQuality.js";
export { ordinalModel, type OrdinalModel } from "./analysis/ordinalModel.js";
export { rare, type Rare } from "./analysis/rare.js";
export { regionEffects, type RegionEffects } from "./analysis/regionEffects.js";
export { regionLimits, type RegionLimits } from "./analysis/regionLimits.js";
export { reliability, type Reliability } from "./analysis/reliability.js";
export { revisions, type Revisions } from "./analysis/revisions.js";
export { signal, type Signal } from "./analysis/signal.js";
export { themePartitions, type ThemePartitions } from "./analysis/themePartitions.js";
export { defaultFirstTrancheTo } from "./analysis/firstTranche.js";
export { tieRanges, type TieRanges } from "./analysis/tieRanges.js";
export { equivalenceMargin, tranches, type Tranches } from "./analysis/tranches.js";
export { weights, type Weights } from "./analysis/weights.js";
export { whatIf, type WhatIf } from "./analysis/whatIf.js";
export { wordMap, type WordMap } from "./analysis/wordMap.js";

// Claims: a dataset in, a verdict out by a rule fixed in advance.
export * from "./claims/claim.js";
export * as rules from "./claims/rules.js";
export { checks, type Check, type Checks } from "./claims/checks.js";
export { claims } from "./claims/claims.js";
export { isWithinDraws, type Edge } from "./claims/edge.js";
export {
  evaluateClaims,
  type ClaimResult,
  type EvaluateOptions,
  type SensitivityResult,
} from "./claims/evaluateClaims.js";
export { standardSensitivities, type Sensitivity } from "./claims/sensitivities.js";
export { waysToCount, type WayToCount } from "./claims/waysToCount.js";

// Charts: a result in, a figure out.
export type { ChartOptions } from "./charts/chartOptions.js";
export { palette } from "./charts/colour.js";
export { drawPlot } from "./charts/svg.js";
export { drawSpec } from "./charts/drawSpec.js";
export { belowGoodShares } from "./charts/belowGoodShares.js";
export { claimIntervals } from "./charts/claimIntervals.js";
export { cliffMargins } from "./charts/cliffMargins.js";
export { consistencyCurve } from "./charts/consistencyCurve.js";
export { coverageBars } from "./charts/coverageBars.js";
export { councilScores } from "./charts/councilScores.js";
export { cusumChart } from "./charts/cusumChart.js";
export { heapingCurve } from "./charts/heapingCurve.js";
export { hexMap } from "./charts/hexMap.js";
export { iconArray, type Events } from "./charts/iconArray.js";
export { marginStrip } from "./charts/marginStrip.js";
export { oneQualityDots, type AgainstOne } from "./charts/oneQualityDots.js";
export { partitionStrip } from "./charts/partitionStrip.js";
export { pilotSlopes } from "./charts/pilotSlopes.js";
export { profileStrips } from "./charts/profileStrips.js";
export { regionCaterpillar } from "./charts/regionCaterpillar.js";
export { regionFunnel } from "./charts/regionFunnel.js";
export { scenarioCurve } from "./charts/scenarioCurve.js";
export { scoreHeatMap } from "./charts/scoreHeatMap.js";
export { statementBars } from "./charts/statementBars.js";
export { statementDifferences } from "./charts/statementDifferences.js";
export { sumHistogram } from "./charts/sumHistogram.js";
export { sumsByGroup } from "./charts/sumsByGroup.js";
export { trancheSums } from "./charts/trancheSums.js";
export { varianceBars } from "./charts/varianceBars.js";
export { weightsBars } from "./charts/weightsBars.js";
export { whatIfBars } from "./charts/whatIfBars.js";
export { wordDumbbells } from "./charts/wordDumbbells.js";
export { wordSpread } from "./charts/wordSpread.js";

// Tables: a result in, a table out.
export { changesWords, evidenceWords, kindWords, verdictMarks } from "./tables/claimWords.js";
export { claimsTable } from "./tables/claimsTable.js";
export { checksTable } from "./tables/checksTable.js";
export { distributionChecksTable } from "./tables/distributionChecksTable.js";
export { councilOutcomesTable } from "./tables/councilOutcomesTable.js";
export { eventsTable } from "./tables/eventsTable.js";
export { flipsTable } from "./tables/flipsTable.js";
export { lookUpTable } from "./tables/lookUpTable.js";
export { eventRatesTable } from "./tables/eventRatesTable.js";
export { ladderTable } from "./tables/ladderTable.js";
export { notesTable } from "./tables/notesTable.js";
export { notifiedTable } from "./tables/notifiedTable.js";
export { pilotsTable } from "./tables/pilotsTable.js";
export { scoredOneTable } from "./tables/scoredOneTable.js";
export { revisionsTable } from "./tables/revisionsTable.js";
export { sourcesTable } from "./tables/sourcesTable.js";
export { statementSharesTable } from "./tables/statementSharesTable.js";
export { wordsTable } from "./tables/wordsTable.js";

// Blocks: what a report is made of, and how a notebook shows one.
export * from "./report/block.js";
export * from "./report/format.js";
export { aboutData } from "./report/about.js";
export { show } from "./notebook/show.js";
export { text } from "./notebook/text.js";
export * as control from "./controls/controls.js";

// Tables for analysts: the library is passed in.
export { toArquero } from "./frames/toArquero.js";
export { toDanfo } from "./frames/toDanfo.js";
