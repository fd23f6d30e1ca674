import { readDescriptor } from "../src/datapackage/descriptor.js";
import { defaultScheme } from "../src/councils/data/defaultScheme.js";
import { readSchemes } from "../src/councils/data/readSchemes.js";
import { percentageOfSum, ratingOfSum, sumOfScores, type Score } from "../src/ratings/scheme.js";
import type { Dataset } from "../src/councils/data/dataset.js";
import { toDataset } from "../src/councils/data/toDataset.js";
import type { AssessmentSpec } from "../src/councils/data/toDataset.js";

/** The schemes of the repository, and that of councils since 2023. */
export const { schemes } = readSchemes(undefined, readDescriptor().numberFormats);
export const scheme = schemes.find(({ id }) => id === defaultScheme)!;

/** Nine scores written as nine digits, a dot for an unknown one: `"223.33333"`. */
export function scoresOf(digits: string): (Score | null)[] {
  return [...digits].map((digit) => (digit === "." ? null : Number(digit)));
}

/**
 * A made-up dataset: one council and one formal assessment per string of nine digits, in the
 * complete set, with the word and percentage that follow. `change` alters a row by its index.
 */
export function madeUp(
  profiles: readonly string[],
  change: (index: number) => Partial<AssessmentSpec> = () => ({}),
): Dataset {
  const code = (i: number) => `E0900${String(i + 1).padStart(4, "0")}`;
  return toDataset({
    schemes,
    scheme: scheme.id,
    councils: profiles.map((_, i) => ({
      gssCode: code(i),
      altGssCode2025: null,
      name: `Council ${i + 1}`,
      officialName: `Council ${i + 1} Borough Council`,
      type: i % 2 ? "London borough" : "County council",
      region: i % 3 ? "London" : "North East",
    })),
    assessments: profiles.map((digits, i) => {
      const scores = scoresOf(digits);
      const sum = sumOfScores(scheme, scores);
      return {
        gssCode: code(i),
        council: `Council ${i + 1}`,
        scheme: scheme.id,
        kind: "formal",
        status: "published",
        confidence: "high",
        rating: sum === null ? null : ratingOfSum(scheme, sum),
        percentage: sum === null ? null : percentageOfSum(scheme, sum),
        published: "2025-01-01",
        scores,
        sourceUrl: "https://example.org/",
        sourceKind: "made up",
        note: null,
        ...change(i),
      };
    }),
    interventions: [],
    revisions: [],
    context: {},
    completeTo: "2025-10-03",
    completeIncludes: [],
    vintage: "2026-01-01",
    files: [],
  });
}
