import * as analysis from "../../../src/index.js";
import type { Dataset } from "../../../src/councils/data/dataset.js";
import type { Finding } from "../../../src/councils/findings/finding.js";
import * as findings from "../../../src/councils/findings/findings.js";

const named = "Anytown";

type Name = keyof typeof findings;

/** Every finding there is of a dataset, by its name. */
export function everyFinding(data: Dataset, set: "complete" | "all" = "complete") {
  const sums = analysis.distribution(data, { set, need: "sum" });
  const paired = analysis.pairs(data, { set, replicates: 99 });
  const parts = analysis.variance(data, { set, replicates: 99 });
  const patterns = analysis.signal(data, { set, replicates: 99 });
  const reliable = analysis.reliability(data, { set, replicates: 9 });
  const known = { set: "all" } as const;
  const council = analysis.defaultCouncil(data);
  return {
    // Of one council, where there is one, by a name that is no part of what is tested.
    ...(council && {
      sideBySide: findings.sideBySide(
        analysis
          .comparedCouncils(data, analysis.askedToCompare(data, []), { set })
          .map((profile) => ({ ...profile, council: { ...profile.council, name: "Stoke" } })),
      ),
      againstEngland: findings.againstEngland(analysis.councilOutcomes(data, council), named),
      councilBelowGood: findings.councilBelowGood({
        ...analysis.councilProfile(data, council, { set }),
        council: { ...council, name: named },
      }),
    }),
    byGroup: findings.byGroup(analysis.distributionBy(data, { set, need: "sum", by: "region" })),
    aboveLowest: findings.aboveLowest(analysis.intervention(data, { set: "all" })),
    lowestRating: findings.lowestRating(analysis.words(data, known)),
    reported: findings.reported(analysis.ladder(data)),
    reportedBeside: findings.reportedBeside(analysis.ladder(data), analysis.intervention(data)),
    scoresOfOne: findings.scoresOfOne(
      analysis.intervention(data, { set: "all" }),
      analysis.intervention(data, { set }),
    ),
    totals: findings.totals(sums),
    anotherPanel: findings.anotherPanel(analysis.consistency(data, { set, e: [0.1] }), 0.1),
    anotherRule: findings.anotherRule(
      analysis.weights(data, { set }),
      analysis.dominance(data, { set }),
    ),
    chanceBetweenThemes: findings.chanceBetweenThemes(patterns),
    chanceInPairs: findings.chanceInPairs(patterns),
    commonTotals: findings.commonTotals(sums),
    drifted: findings.drifted(
      analysis.drift(data, { set, replicates: 99 }),
      analysis.drift(data, { ...known, replicates: 99 }),
    ),
    firstAndLater: findings.firstAndLater(analysis.tranches(data, { set })),
    pilotsCompared: findings.pilotsCompared(analysis.tranches(data, { set })),
    fewCouncils: findings.fewCouncils(sums),
    noCouncil: findings.noCouncil(),
    goodOrOutstanding: findings.goodOrOutstanding(sums),
    laterReports: findings.laterReports(analysis.laterReports(data)),
    lowerRatedHigher: findings.lowerRatedHigher(paired),
    mapped: findings.mapped(analysis.wordMap(data, known)),
    methods: findings.methods(),
    mix: findings.mix(paired),
    movesWithRating: findings.movesWithRating(patterns),
    needs: findings.needs(paired),
    oneNumber: findings.oneNumber(reliable, analysis.dimension(data, { set, replicates: 99 })),
    onePoint: findings.onePoint(analysis.margins(data, { set, need: "sum" })),
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
    someBelowGood: findings.someBelowGood(analysis.lowUnderGood(data, { set })),
    statements: findings.statements(analysis.profile(data, { set })),
    totalDecides: findings.totalDecides(data.scheme),
    totalsApart: findings.totalsApart(analysis.spread(data, { set, need: "sum" })),
    totalsAtTheLine: findings.totalsAtTheLine(
      data.scheme,
      analysis.heaping(data, { replicates: 9 }),
    ),
    unknowns: findings.unknowns(),
    variation: findings.variation(parts),
    variationKept: findings.variationKept(analysis.varianceKept(data, { set, replicates: 99 })),
  } satisfies Partial<Record<Name, Finding>>;
}
