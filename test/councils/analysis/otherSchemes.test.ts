import { describe, expect, it } from "vitest";
import { analyse } from "../../../src/councils/analysis/analyse.js";
import { consistency } from "../../../src/councils/analysis/consistency.js";
import { distribution } from "../../../src/councils/analysis/distribution.js";
import { drift } from "../../../src/councils/analysis/drift.js";
import { heaping } from "../../../src/councils/analysis/heaping.js";
import { margins } from "../../../src/councils/analysis/margins.js";
import { nextWords } from "../../../src/councils/analysis/nextWords.js";
import { rare } from "../../../src/councils/analysis/rare.js";
import { regions } from "../../../src/councils/analysis/regions.js";
import { signal } from "../../../src/councils/analysis/signal.js";
import { varianceKept } from "../../../src/councils/analysis/varianceKept.js";
import { whatIf } from "../../../src/councils/analysis/whatIf.js";
import { words } from "../../../src/councils/analysis/words.js";
import { toDataset } from "../../../src/councils/data/toDataset.js";
import type { Scheme } from "../../../src/ratings/scheme.js";
import { madeUp, scheme } from "../../madeUp.js";

const profiles = "222222223 222233333 233333333 333333334 322222223 332233222 223333233".split(" ");
const published = [
  "Requires improvement",
  "Good",
  "Good",
  "Outstanding",
  "Inadequate",
  "Good",
  null,
];
const without = "under this scheme no total decides the word";

/** The made-up councils, assessed under a scheme of the same parts with another rule. */
function under(change: Partial<Scheme>, ratings: readonly (string | null)[] = published) {
  const other: Scheme = { ...scheme, id: "other", ...change };
  const { assessments, councils } = madeUp(profiles);
  return toDataset({
    schemes: [other],
    scheme: other.id,
    councils,
    assessments: assessments.map((a, i) => ({
      ...{ ...a, scheme: other.id, percentage: null, rating: ratings[i] },
    })),
    interventions: [],
    revisions: [],
    context: {},
    completeTo: "2025-10-03",
    completeIncludes: [],
    vintage: "2026-01-01",
    files: [],
  });
}

const replicates = 99;

describe("councils whose word is a judgement", () => {
  const dataset = under({ whole: { rule: "judgement" } });

  it("have no margin, no rule to change and no heap, and are left out with the reason", () => {
    const leftOut = { reason: without, n: 7 };
    for (const result of [margins(dataset), whatIf(dataset), consistency(dataset)]) {
      expect(result.n).toBe(0);
      expect(result.leftOut).toContainEqual(leftOut);
      expect(result.incomputable).toContainEqual(expect.objectContaining({ reason: without }));
    }
    const { complete } = heaping(dataset, { replicates });
    expect(complete).toMatchObject({ n: 0, threeCell: null, leftOut: [leftOut] });
    expect(nextWords(dataset.scheme, 22, dataset.assessments[0].scores)).toBeNull();
  });

  it("are counted by the published word, and without one in no share of words", () => {
    expect(words(dataset).counts).toEqual({
      Inadequate: 1,
      "Requires improvement": 1,
      Good: 3,
      Outstanding: 1,
    });
    const { ratingCounts, goodOrBetter } = distribution(dataset);
    expect(ratingCounts.Good).toBe(3);
    expect(goodOrBetter).toMatchObject({ count: 4, n: 6 });
    expect(signal(dataset, { replicates }).leftOut).toContainEqual({
      reason: "the rating is not known",
      n: 1,
    });
  });

  it("are analysed as far as their scheme carries it", () => {
    const { leftOut, reliability } = analyse(dataset, { set: "complete", replicates });
    expect(reliability.alpha).not.toBeNull();
    expect(leftOut).toContainEqual({ quantity: "weights", reason: without });
    expect(leftOut).toContainEqual({ quantity: "intervention.margins", reason: without });
  });
});

describe("councils without a word", () => {
  const nobody = profiles.map(() => null);
  const dataset = under({ whole: { rule: "none" } }, nobody);

  it("have no share of Good, no part that the word keeps, and a sum that keeps some", () => {
    expect(distribution(dataset).goodOrBetter).toMatchObject({ count: 0, n: 0, share: null });
    expect(drift(dataset, { replicates }).months[0].goodOrBetter).toBeNull();
    expect(rare(dataset).inadequate).toMatchObject({ n: 0, share: null });
    for (const { goodOrBetter } of regions(dataset, { replicates }).regions)
      expect(goodOrBetter).toBeNull();
    const { word, sum, incomputable } = varianceKept(dataset, { replicates });
    expect(word).toBeNull();
    expect(sum).toBeGreaterThan(0);
    expect(incomputable).toContainEqual({
      quantity: "word",
      reason: "the scheme has no overall rating",
    });
    expect(() => analyse(dataset, { set: "complete", replicates })).not.toThrow();
  });

  it("that have no themes have no theme words", () => {
    const parts = scheme.parts.map((part) => ({ ...part, theme: null }));
    const themeless = under({ whole: { rule: "none" }, themes: [], parts }, nobody);
    const { themeWords, themeMeans, incomputable } = varianceKept(themeless, { replicates });
    expect({ themeWords, themeMeans }).toEqual({ themeWords: null, themeMeans: null });
    for (const quantity of ["themeWords", "themeMeans"])
      expect(incomputable).toContainEqual({ quantity, reason: "not every part has a theme" });
    expect(() => analyse(themeless, { set: "complete", replicates })).not.toThrow();
  });
});
