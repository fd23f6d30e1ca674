/**
 * What notebooks and scripts import as `ninefold`. Everything here runs in a browser as it does in
 * Node; what needs files is in `ninefold/node`.
 */
export {
  bandOfSum,
  bandsOf,
  cutsOf,
  goodRank,
  goodScore,
  isGoodOrBetter,
  percentageOfSum,
  ratingOfScores,
  ratingOfSum,
  ratingRank,
  ratingsOf,
  sumOfPercentage,
  sumOfScores,
  totalsOf,
} from "./ratings/scheme.js";
export type { Band, Level, Part, Rating, Scheme, Score, Whole } from "./ratings/scheme.js";
export * from "./councils/data/dataset.js";
export { reviveDataset } from "./councils/data/reviveDataset.js";
export { otherTotal, scoreWords, totalWords } from "./councils/data/disputedScores.js";
export { findCouncil, matchCouncil } from "./councils/data/findCouncil.js";
export { within, type Within } from "./councils/data/within.js";
export { ExpectedError } from "./errors.js";

// Ratings: what holds for every scheme. A scheme and profiles in, a plain result out.
export type { CompleteProfile, Profile as RatedProfile } from "./ratings/profile.js";
export type { RatedBody } from "./ratings/ratedBody.js";
export { marginsOf, type MarginsOf } from "./ratings/margins.js";
export { meanCutsOf } from "./ratings/meanCuts.js";
export { measureNames, measuresOf, type Measure, type Measures } from "./ratings/measures.js";
export {
  allowing,
  goodFrom,
  goodPercentage,
  underRuleOf,
  type OtherRuleResult,
} from "./ratings/otherRule.js";
export { rangeRatings, type RangeRatings, type ScoreRange } from "./ratings/rangeRatings.js";
export { reliabilityOf, type ReliabilityOf } from "./ratings/reliability.js";
export { reversalOf, type Reversal } from "./ratings/reversal.js";
export { signalOf, type PatternSignal } from "./ratings/signal.js";
export { varianceOf, type VarianceSplit } from "./ratings/variance.js";
export { weightsOf, type WeightsOf } from "./ratings/weights.js";
export { whatIfOf, type WhatIfOf } from "./ratings/whatIf.js";

// Analyses: one question a file, a dataset in, a plain result out.
export * from "./councils/analysis/select.js";
export { analyse, type Analysis } from "./councils/analysis/analyse.js";
export {
  associate,
  type AskedColumns,
  type Association,
  type ColumnAssociation,
  type CouncilNumbers,
} from "./councils/analysis/associate.js";
export { councilProfiles } from "./councils/analysis/councilProfiles.js";
export { schemes, type SchemeMeasures, type Schemes } from "./councils/analysis/schemes.js";
export { twoRatings, type TwoRatings } from "./councils/analysis/twoRatings.js";
export { words, type Words } from "./councils/analysis/words.js";
export { coverage, coverageParts, type Coverage } from "./councils/analysis/coverage.js";
export {
  distribution,
  mostCommonSums,
  type Distribution,
} from "./councils/analysis/distribution.js";
export { distributionBy, type DistributionBy } from "./councils/analysis/distributionBy.js";
export { laterReports, type LaterReports } from "./councils/analysis/laterReports.js";
export { margins, type Margins } from "./councils/analysis/margins.js";
export { below3, byShareBelow3, profile, type Profile } from "./councils/analysis/profile.js";
export { spread, type Spread } from "./councils/analysis/spread.js";
export { pairs, type Pairs } from "./councils/analysis/pairs.js";
export { variance, type Variance } from "./councils/analysis/variance.js";
export { varianceKept, type VarianceKept } from "./councils/analysis/varianceKept.js";
export { drift, type Drift } from "./councils/analysis/drift.js";
export { regions, type Regions } from "./councils/analysis/regions.js";
export {
  ratingFromOutcomes,
  type RatingFromOutcomes,
} from "./councils/analysis/ratingFromOutcomes.js";
export { obviousRating, type ObviousRating } from "./councils/analysis/obviousRating.js";
export { context, type Context } from "./councils/analysis/context.js";
export { consistency, type Consistency } from "./councils/analysis/consistency.js";
export { askedToCompare, comparedCouncils } from "./councils/analysis/comparedCouncils.js";
export { statisticalNeighbours } from "./councils/analysis/statisticalNeighbours.js";
export { councilContext, type CouncilContext } from "./councils/analysis/councilContext.js";
export { councilOutcomes, type CouncilOutcomes } from "./councils/analysis/councilOutcomes.js";
export { councilProfile, type CouncilProfile } from "./councils/analysis/councilProfile.js";
export { councilStanding, type CouncilStanding } from "./councils/analysis/councilStanding.js";
export { councilNames } from "./councils/analysis/councilNames.js";
export { defaultCouncil } from "./councils/analysis/defaultCouncil.js";
export { dimension, type Dimension } from "./councils/analysis/dimension.js";
export { dominance, type Dominance } from "./councils/analysis/dominance.js";
export { heaping, type Heaping } from "./councils/analysis/heaping.js";
export { heapingHeldOut, type HeapingHeldOut } from "./councils/analysis/heapingHeldOut.js";
export { information, type Information } from "./councils/analysis/information.js";
export { intervention, type Intervention } from "./councils/analysis/intervention.js";
export {
  publishedTotals,
  type PublishedTotal,
  type PublishedTotals,
} from "./councils/analysis/publishedTotals.js";
export { ladder } from "./councils/analysis/ladder.js";
export { lowUnderGood, type LowUnderGood } from "./councils/analysis/lowUnderGood.js";
export { mainFigures, type MainFigures } from "./councils/analysis/mainFigures.js";
export { nearestProfiles, type NearestProfiles } from "./councils/analysis/nearestProfiles.js";
export { nextWords, type NextWords } from "./councils/analysis/nextWords.js";
export { oneQuality, type OneQuality } from "./councils/analysis/oneQuality.js";
export { ordinalModel, type OrdinalModel } from "./councils/analysis/ordinalModel.js";
export { rare, type Rare } from "./councils/analysis/rare.js";
export { regionEffects, type RegionEffects } from "./councils/analysis/regionEffects.js";
export { regionLimits, type RegionLimits } from "./councils/analysis/regionLimits.js";
export { reliability, type Reliability } from "./councils/analysis/reliability.js";
export { revisions, type Revisions } from "./councils/analysis/revisions.js";
export { signal, type Signal } from "./councils/analysis/signal.js";
export { themePartitions, type ThemePartitions } from "./councils/analysis/themePartitions.js";
export { defaultFirstTrancheTo } from "./councils/analysis/firstTranche.js";
export { tieRanges, type TieRanges } from "./councils/analysis/tieRanges.js";
export { trajectory, type Trajectory } from "./councils/analysis/trajectory.js";
export { equivalenceMargin, tranches, type Tranches } from "./councils/analysis/tranches.js";
export { trancheScores, type TrancheScores } from "./councils/analysis/trancheScores.js";
export { weights, type Weights } from "./councils/analysis/weights.js";
export { whatIf, type WhatIf } from "./councils/analysis/whatIf.js";
export { wordMap, type WordMap } from "./councils/analysis/wordMap.js";

// Claims: a dataset in, a verdict out by a rule fixed in advance.
export * from "./councils/claims/claim.js";
/** The rules that decide claims, in words and as functions. */
export * as rules from "./councils/claims/rules.js";
export { checks, type Check, type Checks } from "./councils/claims/checks.js";
export { claims } from "./councils/claims/claims.js";
export { isWithinDraws, type Edge } from "./councils/claims/edge.js";
export {
  evaluateClaims,
  type ClaimResult,
  type EvaluateOptions,
  type SensitivityResult,
} from "./councils/claims/evaluateClaims.js";
export { isOurs } from "./councils/claims/isOurs.js";
export { verdictWords } from "./councils/analysis/verdictWords.js";
export { standardSensitivities, type Sensitivity } from "./councils/claims/sensitivities.js";
export { waysToCount, type WayToCount } from "./councils/claims/waysToCount.js";

// Charts: a result in, a figure out.
export type { ChartOptions } from "./councils/charts/chartOptions.js";
export { palette } from "./councils/charts/colour.js";
export { drawPlot } from "./councils/charts/svg.js";
export { drawSpec } from "./councils/charts/drawSpec.js";
export { belowGoodShares } from "./councils/charts/belowGoodShares.js";
export { claimIntervals } from "./councils/charts/claimIntervals.js";
export { cliffMargins } from "./councils/charts/cliffMargins.js";
export { compareScores } from "./councils/charts/compareScores.js";
export { consistencyCurve } from "./councils/charts/consistencyCurve.js";
export { coverageBars } from "./councils/charts/coverageBars.js";
export { councilScores } from "./councils/charts/councilScores.js";
export { eventLines } from "./councils/charts/eventLines.js";
export { cusumChart } from "./councils/charts/cusumChart.js";
export { heapingCurve } from "./councils/charts/heapingCurve.js";
export { hexMap } from "./councils/charts/hexMap.js";
export { iconArray, type Events } from "./councils/charts/iconArray.js";
export { marginStrip } from "./councils/charts/marginStrip.js";
export type { AgainstOne } from "./councils/charts/measuresAgainst.js";
export { oneQualityDots } from "./councils/charts/oneQualityDots.js";
export { outcomeDots } from "./councils/charts/outcomeDots.js";
export { partitionStrip } from "./councils/charts/partitionStrip.js";
export { regionFunnel } from "./councils/charts/regionFunnel.js";
export { scenarioCurve } from "./councils/charts/scenarioCurve.js";
export { schemeDots } from "./councils/charts/schemeDots.js";
export { scoreHeatMap } from "./councils/charts/scoreHeatMap.js";
export { shownOnly } from "./councils/charts/shownOnly.js";
export { statementBars } from "./councils/charts/statementBars.js";
export { statementDifferences } from "./councils/charts/statementDifferences.js";
export { sumHistogram } from "./councils/charts/sumHistogram.js";
export { sumsByGroup } from "./councils/charts/sumsByGroup.js";
export { trancheScoresDots } from "./councils/charts/trancheScores.js";
export { trancheSums } from "./councils/charts/trancheSums.js";
export { varianceBars } from "./councils/charts/varianceBars.js";
export { weightsBars } from "./councils/charts/weightsBars.js";
export { wordSpread } from "./councils/charts/wordSpread.js";

// Tables: a result in, a table out.
export {
  changesWords,
  evidenceWords,
  kindWords,
  verdictMarks,
} from "./councils/tables/claimWords.js";
export { claimsTable } from "./councils/tables/claimsTable.js";
export { checksTable } from "./councils/tables/checksTable.js";
export { distributionChecksTable } from "./councils/tables/distributionChecksTable.js";
export { compareTable } from "./councils/tables/compareTable.js";
export { exemplarsTable } from "./councils/tables/exemplarsTable.js";
export { selfAssessmentForm } from "./councils/tables/selfAssessmentForm.js";
export { councilOutcomesTable } from "./councils/tables/councilOutcomesTable.js";
export { eventsTable } from "./councils/tables/eventsTable.js";
export { movesTable } from "./councils/tables/movesTable.js";
export { schemesTable } from "./councils/tables/schemesTable.js";
export { flipsTable } from "./councils/tables/flipsTable.js";
export { everyCouncilTable } from "./councils/tables/everyCouncilTable.js";
export { scoresTable } from "./councils/tables/scoresTable.js";
export { lookUpTable } from "./councils/tables/lookUpTable.js";
export { eventRatesTable } from "./councils/tables/eventRatesTable.js";
export { ladderTable } from "./councils/tables/ladderTable.js";
export { notesTable } from "./councils/tables/notesTable.js";
export { notifiedTable } from "./councils/tables/notifiedTable.js";
export { onePointTable } from "./councils/tables/onePointTable.js";
export { pilotsTable } from "./councils/tables/pilotsTable.js";
export { scoredOneTable } from "./councils/tables/scoredOneTable.js";
export { revisionsTable } from "./councils/tables/revisionsTable.js";
export { sourcesTable } from "./councils/tables/sourcesTable.js";
export { statementSharesTable } from "./councils/tables/statementSharesTable.js";
export { tranchesTable } from "./councils/tables/tranchesTable.js";
export { wordsTable } from "./councils/tables/wordsTable.js";

// Blocks: what a report is made of, and how a notebook shows one.
export * from "./engine/report/block.js";
export * from "./engine/report/format.js";
export type { Finding } from "./councils/findings/finding.js";
/** What results say: a headline, a detail and at times a tile, each from one result. */
export * as findings from "./councils/findings/findings.js";
export {
  lead,
  tell,
  tellHeadlines,
  tellNotes,
  tiles,
  withDetail,
} from "./councils/findings/tell.js";
export { intervalMeaning } from "./councils/findings/intervalMeaning.js";
export {
  aboutCouncil,
  aboutData,
  aboutFigures,
  asAt,
  howTotalsAreUsed,
} from "./councils/pages/about.js";
export { councilEvents } from "./councils/pages/councilEvents.js";
export { councilPath, regionPath } from "./councils/data/pagePath.js";
export { councilPlace } from "./councils/pages/councilPlace.js";
export { likeByPeople } from "./councils/pages/likeByPeople.js";
export { howRated } from "./councils/pages/howRated.js";
export { councilRecord, cqcReport } from "./councils/pages/councilRecord.js";
export { chosenTwice } from "./councils/pages/chosenTwice.js";
export { unknownCouncil } from "./councils/pages/unknownCouncil.js";
export { unknownRegion } from "./councils/pages/unknownRegion.js";
export { show } from "./engine/notebook/show.js";
export { text } from "./engine/notebook/text.js";
/** Observable's `Inputs` over native fields that every reader can operate. */
export * as Inputs from "./engine/controls/inputs/inputs.js";
/** Small native controls for live notebooks; a report states their defaults. */
export * as control from "./engine/controls/controls.js";

// Care services: the same order, analyses first.
export { behindRating, type BehindRating } from "./services/analysis/behindRating.js";
export { serviceChanges, type ServiceChanges } from "./services/analysis/serviceChanges.js";
export {
  serviceSamples,
  services,
  type ServiceSample,
  type Services,
} from "./services/analysis/services.js";
export {
  fewestServices,
  servicesByCouncil,
  type ServicesByCouncil,
} from "./services/analysis/servicesByCouncil.js";
/** What care services' ratings say: a headline and a detail, each from one result. */
export * as serviceFindings from "./services/findings/serviceFindings.js";
export { scopeWords as serviceScope } from "./services/findings/words.js";
export { partsByRating } from "./services/charts/partsByRating.js";
export { serviceFunnel } from "./services/charts/serviceFunnel.js";
export { besideOwnTable } from "./services/tables/besideOwnTable.js";
export { changesTable } from "./services/tables/changesTable.js";
export { councilServicesTable } from "./services/tables/councilServicesTable.js";
export { patternsTable } from "./services/tables/patternsTable.js";
export { samplesTable } from "./services/tables/samplesTable.js";
export { stepsTable } from "./services/tables/stepsTable.js";

// Tables for analysts: the library is passed in.
export { toArquero } from "./councils/frames/toArquero.js";
export { toDanfo } from "./councils/frames/toDanfo.js";
