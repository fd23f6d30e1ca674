import * as analysis from "../../../src/index.js";
import type { Dataset } from "../../../src/councils/data/dataset.js";
import type { Finding } from "../../../src/councils/findings/finding.js";
import * as findings from "../../../src/councils/findings/findings.js";

type Name = keyof typeof findings;

/** Every finding there is of a dataset, by its name. */
export function everyFinding(data: Dataset, set: "complete" | "all" = "complete") {
  const sums = analysis.distribution(data, { set, need: "sum" });
  const paired = analysis.pairs(data, { set, replicates: 99 });
  const parts = analysis.variance(data, { set, replicates: 99 });
  const patterns = analysis.signal(data, { set, replicates: 99 });
  const reliable = analysis.reliability(data, { set, replicates: 9 });
  const known = { set: "all" } as const;
  return {
    anotherPanel: findings.anotherPanel(analysis.consistency(data, { set, e: [0.1] }), 0.1),
    anotherRule: findings.anotherRule(
      analysis.weights(data, { set }),
      analysis.dominance(data, { set }),
    ),
    chanceBetweenThemes: findings.chanceBetweenThemes(patterns),
    chanceInPairs: findings.chanceInPairs(patterns),
    commonTotals: findings.commonTotals(sums),
    goodOrOutstanding: findings.goodOrOutstanding(sums),
    laterReports: findings.laterReports(analysis.laterReports(data)),
    lowerRatedHigher: findings.lowerRatedHigher(paired),
    mix: findings.mix(paired),
    movesWithRating: findings.movesWithRating(patterns),
    needsAmongGood: findings.needsAmongGood(paired),
    oneNumber: findings.oneNumber(reliable, analysis.dimension(data, { set, replicates: 99 })),
    onePointAway: findings.onePointAway(analysis.margins(data, { set, need: "sum" })),
    oneQualityBeside: findings.oneQualityBeside(patterns),
    oneQualityShare: findings.oneQualityShare(
      analysis.oneQuality(data, { set, replicates: 19 }),
      parts,
    ),
    panelsAgree: findings.panelsAgree(reliable),
    profilesApart: findings.profilesApart(paired),
    publishedRatings: findings.publishedRatings(analysis.words(data, known)),
    regionsApart: findings.regionsApart(
      analysis.regions(data, { set, replicates: 99 }),
      analysis.regions(data, { ...known, replicates: 99 }),
    ),
    scoresKnown: findings.scoresKnown(analysis.coverage(data, known)),
    sharedPlaces: findings.sharedPlaces(analysis.tieRanges(data, { set })),
    statementsBelowGood: findings.statementsBelowGood(analysis.profile(data, { set })),
    totalDecides: findings.totalDecides(data.scheme),
    totalsApart: findings.totalsApart(analysis.spread(data, { set, need: "sum" })),
    totalsAtTheLine: findings.totalsAtTheLine(
      data.scheme,
      analysis.heaping(data, { replicates: 9 }),
    ),
    variationInRating: findings.variationInRating(parts),
    variationKept: findings.variationKept(analysis.varianceKept(data, { set, replicates: 99 })),
  } satisfies Record<Name, Finding>;
}
