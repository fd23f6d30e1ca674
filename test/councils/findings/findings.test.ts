import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import type { Dataset } from "../../../src/councils/data/dataset.js";
import type { Finding } from "../../../src/councils/findings/finding.js";
import { madeUp } from "../../madeUp.js";
import { datasets, eight } from "../charts/madeUpCouncils.js";
import { everyFinding } from "./everyFinding.js";
import { complaintsOf, fleschKincaid, numbersIn, wordsIn } from "./plainWords.js";

const caseOf = (name: string) =>
  readDataset({ dir: fileURLToPath(new URL(`../../cases/data/${name}`, import.meta.url)) });
const one = "223333333";

const others: Readonly<Record<string, () => Dataset>> = {
  "the published data": () => readDataset(),
  // Without the largest, on which a factor takes half a minute to fit; others hold what it does.
  ...Object.fromEntries(
    Object.entries(datasets)
      .filter(([name]) => name !== "153 councils")
      .map(([name, data]) => [name, () => data]),
  ),
  "one council of low confidence": () => madeUp([one], () => ({ confidence: "low" })),
  "no scores": () => madeUp([".........", "........."], () => ({ rating: "Good" })),
  "no ratings": () => madeUp([one, one], () => ({ rating: null })),
  "withdrawn alone": () => madeUp([one], () => ({ status: "withdrawn" })),
  "later reports alone": () => madeUp([one, "222222222"], () => ({ published: "2026-03" })),
  "undated reports": () => madeUp([one, "222222222"], () => ({ published: null })),
  "all totals apart": () => madeUp(["222222222", "322222222", "332222222", "333222222"]),
  "two halves": () =>
    madeUp([
      ...Array.from({ length: 40 }, (_, i) => (i % 2 ? "333222222" : "222333333")),
      "232323232",
      "323232323",
    ]),
  ...Object.fromEntries(
    [
      "passes-every-sum",
      "passes-markup-as-text",
      "passes-one-council",
      "passes-unknown-scores",
      "passes-own-coverage",
    ].map((name) => [name, () => caseOf(name)]),
  ),
};

/** What breaks the rules of a finding, a line each. */
function faultsOf(name: string, { headline, detail, tile, note }: Finding): string[] {
  const said = `${headline}. ${detail}`;
  const long = (what: string, is: number, most: number, text: string) =>
    is > most ? [`${what} ${is} over ${most}: ${text}`] : [];
  return [
    ...long("headline words", wordsIn(headline).length, 12, headline),
    ...long("headline numbers", numbersIn(headline).length, 2, headline),
    ...long("numbers", numbersIn(said).length, 5, said),
    ...long("detail words", wordsIn(detail).length, 60, said),
    ...long("school year", Math.round(10 * fleschKincaid(said)) / 10, 8, said),
    ...complaintsOf(said),
    ...(/[.!?]$/.test(headline) ? [`a full stop: ${headline}`] : []),
    ...(/^["(]?[A-Z\d]/.test(headline) ? [] : [`no capital: ${headline}`]),
    ...(/[.?]$/.test(detail) ? [] : [`no full stop: ${detail}`]),
    ...(tile
      ? [
          ...long("tile words", wordsIn(tile.words).length, 9, tile.words),
          ...complaintsOf(tile.words),
        ]
      : []),
    ...(/NaN|undefined|null|Infinity| {2}|\bsums?\b/.test(note ?? "") ? [`note: ${note}`] : []),
  ].map((fault) => `${name}: ${fault}`);
}

/* The eight councils by hand: sums 28, 22, 23, 23, 12, 32, 18 and 20, see madeUpCouncils.ts. */
describe("findings of eight councils", () => {
  const said = everyFinding(eight);
  it.each([
    [
      "commonTotals",
      "The most common total is 23, the lowest that is Good",
      /^2 of 8 councils .* run from 12 to 32\./,
    ],
    // 28, 23, 23 and 32; binom.test(4, 8) in R: .1570 to .8430.
    [
      "goodOrOutstanding",
      "4 of 8 councils are rated Good or Outstanding",
      /^That is 50% .*16% to 84%\)\.$/,
    ],
    // QS1: all but 444443333 are below 3.
    ["statements", "Assessing needs is most often below good: 7 of 8 councils", /^Next is /],
    // A point down changes 23, 23 and 32; a point up changes 22.
    [
      "onePoint",
      "4 of 8 councils are one point from another rating",
      /3 from a lower rating and 1 from/,
    ],
    // 28 and 23 twice; binom.test(3, 3) in R: .2924 to 1.
    [
      "needs",
      "3 of 3 Good councils fall short on assessing needs",
      /100% \(95% interval 29% to 100%\)\. On each of the others it is from none to 2 of them\.$/,
    ],
    ["totalsApart", "Totals from 23 to 28 are all rated Good", /^They lie 5 points apart\./],
    // 28 and 32 are higher.
    ["sharedPlaces", "2 councils share the total of 23", /from 3 to 4,/],
    // 222223333, 222222222 and 222222224: QS9 twice, at 3 and 4; the others once or never.
    ["mix", "2 of 3 councils rated Requires improvement are good on learning", /fewer\.$/],
    [
      "publishedRatings",
      "A rating is confirmed for 8 of 8 councils",
      /^4 of them are Good or Outstanding\.$/,
    ],
    [
      "totalsAtTheLine",
      "2 of 8 councils have the lowest total that is Good",
      /^That is 23\. One point below are 1 and one above 0\./,
    ],
    ["laterReports", "No rating is known after 3 October 2025", /nothing of later reports/],
  ] as const)("%s", (name, headline, detail) => {
    expect(said[name].headline).toBe(headline);
    expect(said[name].detail).toMatch(detail);
  });
});

describe("every finding is plain", () => {
  it.each(Object.keys(others))("%s", (name) => {
    const data = others[name]();
    const isAll = data.assessments.every(({ inCompleteSet }) => inCompleteSet);
    for (const set of isAll ? (["complete"] as const) : (["complete", "all"] as const))
      expect(
        Object.entries(everyFinding(data, set)).flatMap(([key, finding]) => faultsOf(key, finding)),
      ).toEqual([]);
  });
});
