import { expect, test } from "vitest";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { aboutData, type AboutOptions } from "../../../src/councils/pages/about.js";
import { madeUp } from "../../madeUp.js";

const meaning =
  "An interval describes a hypothetical repeat of the rating process on councils like these, not " +
  "sampling. It does not say how far scores would move if CQC assessed the same councils again.";

test("the published data: counted in assessments.csv by hand", () => {
  // 116 formal rows, one withdrawn: 115 words, 22 formal rows of low confidence and one revised.
  expect(aboutData(readDataset(), "complete")).toEqual([
    "Data as at 7 September 2026: a rating is known for 115 of 153 councils (23 with low confidence; the newest from June 2026), all nine scores for 81. The data record 1 rating revised by CQC (low confidence) and 1 report withdrawn (low confidence) since first publication.",
    "Figures rest on the 72 councils with nine scores published by 3 October 2025, the day to which the data are complete, unless they say otherwise. What is known of later reports is not a fair sample and serves as a check.",
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
    "Data as at 1 January 2026: a rating is known for 1 of 1 council (the newest from 1 January 2025), all nine scores for 0.",
    "Figures use every report that is known. The data are complete to 3 October 2025; what is known of later reports is not a fair sample.",
    meaning,
  ]);
  expect(aboutData(madeUp([]), "all")[0]).toBe(
    "Data as at 1 January 2026: a rating is known for 0 of 0 councils, all nine scores for 0.",
  );
});
