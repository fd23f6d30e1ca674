import { describe, expect, it } from "vitest";
import { published } from "../../src/cli/published.js";
import * as ninefold from "../../src/index.js";
import { checkJson } from "../../src/councils/analysis/checkJson.js";
import type { Dataset } from "../../src/councils/data/dataset.js";
import { blocksOf, caseData, expectPlainWords, wordsOf } from "../notebooks/blocks.js";

/**
 * Four futures of the rating: the same rule again, words for statements, a word by judgement, and no
 * word. Each loads, every analysis answers, and every notebook reads as if somebody had written it.
 */
const futures = {
  "passes-second-round": "sum",
  "passes-nine-words": "limits",
  "passes-word-by-judgement": "judgement",
  "passes-no-word": "none",
} as const;
type Future = keyof typeof futures;
const datasets = new Map((Object.keys(futures) as Future[]).map((name) => [name, caseData(name)]));

const few = { replicates: 99 };
/** Every analysis of the package, as a reader of its documentation would call it. */
const analyses: Readonly<Record<string, (dataset: Dataset) => unknown>> = {
  ...Object.fromEntries(
    (
      [
        ...["analyse", "checks", "consistency", "context", "coverage", "dimension"],
        ...["distribution", "dominance", "drift", "evaluateClaims", "heaping", "heapingHeldOut"],
        ...[
          "information",
          "intervention",
          "lowUnderGood",
          "margins",
          "obviousRating",
          "oneQuality",
        ],
        ...["ordinalModel", "pairs", "ratingFromOutcomes"],
        ...["profile", "rare", "regionEffects", "regionLimits", "regions", "reliability"],
        ...[
          "signal",
          "spread",
          "themePartitions",
          "tieRanges",
          "tranches",
          "trancheScores",
          "variance",
        ],
        ...["schemes", "varianceKept", "weights", "wordMap", "words"],
      ] as const
    ).map((name) => [
      name,
      (dataset: Dataset) =>
        (ninefold as unknown as Record<string, (of: Dataset, how: object) => unknown>)[name](
          dataset,
          few,
        ),
    ]),
  ),
  councilContext: (dataset) => ninefold.councilContext(dataset, dataset.councils[0]),
  councilOutcomes: (dataset) => ninefold.councilOutcomes(dataset, dataset.councils[0]),
  councilProfile: (dataset) => ninefold.councilProfile(dataset, dataset.councils[0]),
  councilStanding: (dataset) => ninefold.councilStanding(dataset, dataset.councils[0]),
  distributionBy: (dataset) => ninefold.distributionBy(dataset, { by: "region" }),
  laterReports: (dataset) => ninefold.laterReports(dataset),
  ladder: (dataset) => ninefold.ladder(dataset),
  publishedTotals: (dataset) => ninefold.publishedTotals(dataset),
  mainFigures: (dataset) => ninefold.mainFigures(dataset, { set: "complete" }),
  nearestProfiles: (dataset) => ninefold.nearestProfiles(dataset, dataset.assessments[0]),
  revisions: (dataset) => ninefold.revisions(dataset),
  services: (dataset) => ninefold.services(dataset),
  serviceChanges: (dataset) => ninefold.serviceChanges(dataset),
  serviceSamples: (dataset) => ninefold.serviceSamples(dataset),
  servicesByCouncil: (dataset) => ninefold.servicesByCouncil(dataset),
  twoRatings: (dataset) => ninefold.twoRatings(dataset),
  trajectory: (dataset) => ninefold.trajectory(dataset, null, few),
  whatIf: (dataset) => ninefold.whatIf(dataset),
};

/** What takes a dataset and is no analysis of it. */
const others = ["aboutData", "findCouncil", "matchCouncil", "within", "select", "defaultCouncil"];
others.push(
  // It needs a number of each council, which these have not.
  "associate",
  "councilNames",
  "waysToCount",
  "aboutFigures",
  "asAt",
  "aboutCouncil",
  "councilEvents",
  "askedToCompare",
  "chosenTwice",
  "comparedCouncils",
  "councilPath",
  "councilPlace",
  "everyCouncilTable",
  "likeByPeople",
  "scoresTable",
  "serviceScope",
  "unknownCouncil",
);

it("the analyses are all that the package has", () => {
  const known = [...Object.keys(analyses), ...others];
  const ofDataset = Object.entries(ninefold)
    .filter(([, value]) => typeof value === "function")
    .filter(([, value]) =>
      /^(async )?function \w+\(dataset\b/.test((value as () => void).toString()),
    )
    .map(([name]) => name);
  expect(ofDataset.length).toBeGreaterThan(30);
  expect(ofDataset.filter((name) => !known.includes(name))).toEqual([]);
});

/** The reasons why something is not computed, wherever they stand in a result. */
function reasonsIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const { incomputable } = value as { incomputable?: readonly { reason: string }[] };
  const own = Array.isArray(incomputable) ? incomputable.map(({ reason }) => String(reason)) : [];
  return [...own, ...Object.values(value).flatMap(reasonsIn)];
}

describe.each(Object.keys(futures) as Future[])("%s", (name) => {
  const dataset = datasets.get(name)!;

  it.each(Object.keys(analyses))("%s gives plain JSON", (analysis) => {
    const result = analyses[analysis](dataset);
    // An assessment in a result is frozen data; undefined, NaN and infinite numbers are not.
    checkJson(result, analysis);
    expect(result).toBeDefined();
    for (const reason of reasonsIn(result)) expect(reason).not.toMatch(/undefined|NaN|null/);
  });

  const reports = (notebook: string) => async () => {
    expectPlainWords(wordsOf(await blocksOf(notebook, dataset)));
  };
  for (const notebook of [...published, "compare", "region"])
    it(`the notebook ${notebook} reports in plain words`, reports(notebook), 90_000);
});

const { words, distribution, variance } = ninefold;
const ofWord = (dataset: Dataset, ...names: string[]) =>
  dataset.assessments.filter(({ rating }) => rating !== null && names.includes(rating)).length;

/**
 * What must be said where no total decides the word.
 */
describe("where no total decides the word", () => {
  const byTotals = ["margins", "weights", "whatIf", "heaping", "tieRanges"];
  const noTotals: Future[] = ["passes-nine-words", "passes-word-by-judgement", "passes-no-word"];
  const cases = noTotals.flatMap((future) => byTotals.map((name) => [future, name] as const));

  it.each(cases)("%s: %s says that it cannot be computed, and why", (future, name) => {
    expect(reasonsIn(analyses[name](datasets.get(future)!)).join()).toMatch(/total|sum|word/);
  });

  it("words are counted as published", () => {
    const dataset = datasets.get("passes-word-by-judgement")!;
    const { counts } = words(dataset);
    for (const word of Object.keys(counts)) expect(counts[word]).toBe(ofWord(dataset, word));
    expect(ofWord(dataset, "Good", "Outstanding")).toBeGreaterThan(0);
  });

  it("good or better is counted by the published word of a judgement", () => {
    const dataset = datasets.get("passes-word-by-judgement")!;
    const { goodOrBetter } = distribution(dataset);
    expect(goodOrBetter.count).toBe(ofWord(dataset, "Good", "Outstanding"));
  });

  it("the word share of a judgement rests on the published words", () => {
    const { rating } = variance(datasets.get("passes-word-by-judgement")!);
    expect(rating).toBeGreaterThan(0);
    expect(rating).toBeLessThan(1);
  });

  it.each(noTotals)("%s: no notebook says that a sum decides the word", async (future) => {
    const text = wordsOf(await blocksOf("national", datasets.get(future)!));
    expect(text).not.toMatch(/(sum|total)[^.]*decides the word/);
  });

  it("without a word, the reason is that the scheme gives none", () => {
    const reasons = reasonsIn(variance(datasets.get("passes-no-word")!)).join();
    expect(reasons).not.toContain("every council has the same rating");
  });
});
