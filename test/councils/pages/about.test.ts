import { expect, test } from "vitest";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { aboutData, asAt, newestOf, type AboutOptions } from "../../../src/councils/pages/about.js";
import { madeUp } from "../../madeUp.js";

const meaning =
  "An interval describes a hypothetical repeat of the rating process on councils like these. It " +
  "does not say how far scores would move if the same councils were assessed again.";

test("the published data: counted in assessments.csv by hand", () => {
  // 119 formal rows, one withdrawn and two without a word: 116 words, 22 formal rows of low confidence and one revised.
  expect(aboutData(readDataset(), "complete")).toEqual([
    "Data as at June 2026: a rating is confirmed for 93 of 153 councils, reported for 23 more, and all nine scores are known for 81. The data record 1 report said to be revised and 1 said to be withdrawn since first publication.",
    "Figures rest on the complete set, the 72 councils with nine scores published by 3 October 2025, unless they say otherwise. Later reports are no fair sample. Sources disagree on a score of Warrington, whose total may be one point higher.",
    meaning,
  ]);
});

test("a report without figures or intervals says nothing of them", () => {
  const said = (options: AboutOptions) => aboutData(readDataset(), "complete", options);
  const [vintage, figures] = said({});
  expect(said({ hasIntervals: false })).toEqual([vintage, figures]);
  expect(said({ hasFigures: false, hasIntervals: false })).toEqual([vintage]);
});

test("somebody's own data: one council, none with low confidence; none at all", () => {
  const one = madeUp(["33333333."], () => ({ rating: "Good" }));
  expect(aboutData(one, "all")).toEqual([
    "Data as at 3 October 2025: a rating is confirmed for 1 of 1 council, and all nine scores are known for 0.",
    "Figures use every report that is known. The data are complete to 3 October 2025; what is known of later reports is not a fair sample.",
    meaning,
  ]);
  expect(aboutData(madeUp([]), "all")[0]).toBe(
    "Data as at 3 October 2025: a rating is confirmed for 0 of 0 councils, and all nine scores are known for 0.",
  );
});

const caseOf = (name: string) => readDataset({ dir: `test/cases/data/${name}` });

test("a second round is said, and how many it is of", () => {
  // 24 councils, of whom 12 were assessed again; one of those reports was withdrawn.
  const [, figures] = aboutData(caseOf("passes-second-round"), "complete");
  expect(figures).toContain(
    " 11 of the 24 councils count with a second or later assessment, the others with their first.",
  );
});

test("a page that opens with one line says it there", () => {
  expect(asAt(caseOf("passes-second-round"), "complete")).toBe(
    "Ratings published to 31 December 2027, all 24; later ones in part. " +
      "11 of the 24 councils count with a second or later assessment, the others with their first.",
  );
});

test("another scheme is named, and that it gives no rating", () => {
  const [vintage, figures] = aboutData(caseOf("passes-no-word"), "complete");
  expect(vintage).toBe(
    "Data as at 31 December 2028: the scheme gives no rating; all nine scores were found for 24 of 24 councils.",
  );
  expect(figures).toContain(
    " The scheme is “A made-up scheme without a word”, A made-up regulator.",
  );
});

test("assessments under another scheme than the figures' are counted", () => {
  const dataset = caseOf("passes-nine-words");
  const { scheme } = madeUp([]);
  // As if half of the councils had been assessed before, under the scheme of 2023.
  const before = dataset.assessments.slice(0, 12).map((a) => ({
    ...{ ...a, scheme: scheme.id, published: "2025-01", rating: null, sum: null },
    scores: scheme.parts.map(() => null),
  }));
  const both = { ...dataset, assessments: [...before, ...dataset.assessments] };
  expect(aboutData(both, "complete")[1]).toMatch(
    / The scheme is “A made-up scheme of nine words”, A made-up regulator\. 12 of the 24 councils count with a second or later assessment, the others with their first\. 12 assessments under “Assessments of councils' adult social care, from 2023” are not among them\.$/,
  );
});

test("a council that ended, and those that followed it, say so", () => {
  const dataset = madeUp(["333333333", "333333333"]);
  const [first, second] = dataset.councils;
  const on = "2025-04-01";
  const one = { from: first.gssCode, to: second.gssCode, on, share: 1, sourceUrl: "" };
  const succeeded = { ...dataset, successors: [one] };
  const [vintage, ended] = aboutData(succeeded, "complete", { council: first });
  expect(vintage).toContain("a rating is confirmed for 1 of 1 council");
  expect(ended).toBe(
    "Council 1 is no longer there: Council 2 followed it on 1 April 2025. A rating of Council 1 ended with it and is not theirs.",
  );
  expect(aboutData(succeeded, "complete", { council: second })[1]).toBe(
    "Council 2 followed Council 1 on 1 April 2025. A rating of Council 1 is not a rating of Council 2.",
  );
  expect(aboutData(dataset, "complete", { council: first })).toEqual(
    aboutData(dataset, "complete"),
  );
});

test("the data are as at the newest report, and never before the day to which all are known", () => {
  const later = madeUp(["333333333"], () => ({ published: "2026-06" }));
  expect(newestOf(later)).toBe("2026-06");
  expect(newestOf(madeUp(["333333333"], () => ({ published: null })))).toBe("2025-10-03");
});
