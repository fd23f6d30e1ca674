import { describe, expect, it } from "vitest";
import { analyse } from "../../../src/councils/analysis/analyse.js";
import { councilStanding } from "../../../src/councils/analysis/councilStanding.js";
import { coverage } from "../../../src/councils/analysis/coverage.js";
import { select } from "../../../src/councils/analysis/select.js";
import { tranches } from "../../../src/councils/analysis/tranches.js";
import { wordMap } from "../../../src/councils/analysis/wordMap.js";
import { words } from "../../../src/councils/analysis/words.js";
import type { Dataset } from "../../../src/councils/data/dataset.js";
import { currentCouncils } from "../../../src/councils/data/successions.js";
import { madeUp } from "../../madeUp.js";

/** Surrey as it could be in 2027, with invented codes: two councils in place of one, and one other. */
const [surrey, east, west] = ["E09000001", "E09000002", "E09000003"];
const names = ["Surrey", "East Surrey", "West Surrey", "Kent"];
const base = madeUp(["333333332", "222222222", "222222222", "333333333"]);
const dataset = (vintage: string): Dataset => ({
  ...base,
  vintage,
  councils: base.councils.map((council, i) => ({ ...council, name: names[i] })),
  // The new councils have not been assessed.
  assessments: [base.assessments[0], base.assessments[3]],
  successors: [
    ...[
      { to: east, share: 0.45 },
      { to: west, share: 0.55 },
    ].map((half) => ({
      ...{ from: surrey, on: "2027-04-01", sourceUrl: "https://www.example.org/" },
      ...half,
    })),
    // Of a day to come, to a council that is not in the list yet.
    ...[{ from: "E09000004", to: "E06009001", on: "2028-04-01", share: 1 }].map((one) => ({
      ...one,
      sourceUrl: "https://www.example.org/",
    })),
  ],
});
const before = dataset("2027-03-31");
const after = dataset("2027-04-01");
const councilOf = ({ councils }: Dataset, code: string) =>
  councils.find(({ gssCode }) => gssCode === code)!;

describe("a council that ended", () => {
  it("counts until the day on which others follow it, and from then no longer", () => {
    expect(currentCouncils(before).map(({ name }) => name)).toEqual(names);
    expect(currentCouncils(after).map(({ name }) => name)).toEqual(names.slice(1));
    expect([before, after].map((one) => select(one, "rating").n)).toEqual([2, 1]);
    expect(select(after, "rating").leftOut).toEqual([
      { reason: "the council is no longer there", n: 1 },
    ]);
    expect([before, after].map((one) => words(one).unknown)).toEqual([2, 2]);
    expect([before, after].map((one) => analyse(one).dataset.councils)).toEqual([4, 3]);
    expect(wordMap(after).councils.map(({ council }) => council)).not.toContain("Surrey");
  });

  it("keeps its place in what is said of first assessments", () => {
    expect(tranches(after).n).toBe(2);
  });

  it("keeps its own rating, which its page may show, and says who followed it", () => {
    const standing = councilStanding(after, councilOf(after, surrey));
    expect([standing.standing, standing.assessment?.rating]).toEqual(["stated", "Good"]);
    expect(standing.followers).toEqual([
      { gssCode: east, name: "East Surrey", on: "2027-04-01" },
      { gssCode: west, name: "West Surrey", on: "2027-04-01" },
    ]);
    expect(councilStanding(before, councilOf(before, surrey)).followers).toEqual([]);
  });
});

describe("a council that followed another", () => {
  const followed = [{ gssCode: surrey, name: "Surrey", on: "2027-04-01" }];

  it("has no rating of its own before it is assessed", () => {
    const standing = councilStanding(after, councilOf(after, east));
    expect([standing.standing, standing.assessment]).toEqual(["none", null]);
    expect(standing.predecessors).toEqual(followed);
  });

  it("is not known in coverage, which says whom it followed", () => {
    const { england, councils } = coverage(after);
    expect([england.councils, england.parts.unknown]).toEqual([3, 2]);
    const row = councils.find(({ gssCode }) => gssCode === west);
    expect([row?.part, row?.rating, row?.follows]).toEqual(["unknown", null, followed]);
  });
});
