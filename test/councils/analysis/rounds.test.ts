import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { drift } from "../../../src/councils/analysis/drift.js";
import { select, type Selection } from "../../../src/councils/analysis/select.js";
import { trajectory } from "../../../src/councils/analysis/trajectory.js";
import { tranches } from "../../../src/councils/analysis/tranches.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import type { AssessmentSpec } from "../../../src/councils/data/toDataset.js";
import reference from "../../reference/trajectory.json" with { type: "json" };
import { madeUp, scheme, schemes } from "../../madeUp.js";
import { expectClose } from "../../statistics/close.js";

const twice = readDataset({ dir: "test/cases/data/passes-second-round" });

/** Assessments of one council, each given by what is not as usual. */
const ofOne = (...rows: readonly Partial<AssessmentSpec>[]) => {
  const dataset = madeUp(
    rows.map(() => "333333333"),
    (i) => ({
      gssCode: "E09000001",
      ...rows[i],
    }),
  );
  return { ...dataset, councils: dataset.councils.slice(0, 1) };
};
const datesOf = ({ assessments }: Selection) => assessments.map(({ published }) => published);
const rounds = (dataset: ReturnType<typeof ofOne>, set: "complete" | "all" = "all") =>
  (["first", "current"] as const).map((round) => datesOf(select(dataset, null, { round, set })));

describe("of several assessments of a council", () => {
  it.each([
    [
      "the earliest is the first and the latest is current",
      ["2027-05-01", "2025-01-01"],
      ["2025-01-01"],
      ["2027-05-01"],
    ],
    ["a month alone comes before its days", ["2025-01-03", "2025-01"], ["2025-01"], ["2025-01-03"]],
    ["one without a date counts as the earliest", ["2025-01-03", null], [null], ["2025-01-03"]],
  ] as const)("%s", (_, dates, first, current) => {
    const dataset = ofOne(...dates.map((published) => ({ published })));
    expect(rounds(dataset)).toEqual([first, current]);
  });

  it("of one day, the first in the file is the first and the last is current", () => {
    const dataset = ofOne({ note: "a" }, { note: "b" });
    const notes = (["first", "current"] as const).map(
      (round) => select(dataset, null, { round }).assessments[0].note,
    );
    expect(notes).toEqual(["a", "b"]);
  });

  it("one that was withdrawn is neither, and is no reason to leave the other out", () => {
    const dataset = ofOne(
      { published: "2024-06-01", status: "withdrawn" },
      { published: "2025-01-01" },
      { published: "2027-01-01", status: "withdrawn" },
    );
    expect(rounds(dataset)).toEqual([["2025-01-01"], ["2025-01-01"]]);
    expect(select(dataset, null, { round: "first" }).leftOut).toEqual([
      { reason: "withdrawn", n: 2 },
    ]);
  });

  it("those after the day of completeness are not the current of the complete set", () => {
    const dataset = ofOne({ published: "2025-01-01" }, { published: "2027-01-01" });
    expect(rounds(dataset, "complete")).toEqual([["2025-01-01"], ["2025-01-01"]]);
    expect(rounds(dataset, "all")).toEqual([["2025-01-01"], ["2027-01-01"]]);
  });

  it("what the chosen one lacks is not taken from another", () => {
    const scores = Array.from({ length: 9 }, () => null);
    const dataset = ofOne({ published: "2024-01-01", scores }, { published: "2025-01-01" });
    const { n, leftOut } = select(dataset, "scores", { round: "first" });
    expect([n, leftOut.map(({ reason }) => reason)]).toEqual([
      0,
      ["a later assessment of the same council", "not all nine scores are known"],
    ]);
  });
});

describe("thirty councils that are assessed again in 2027", () => {
  const dir = mkdtempSync(join(tmpdir(), "ninefold-rounds-"));
  afterAll(() => rmSync(dir, { recursive: true }));
  const text = readFileSync("data/assessments.csv", "utf8");
  const again = readDataset()
    .assessments.filter(({ inCompleteSet }) => inCompleteSet)
    .slice(0, 30)
    .map(
      ({ gssCode, council }, i) =>
        `${gssCode},${council},formal,published,high,Good,75,2027-0${1 + (i % 9)},` +
        "3,3,3,3,3,3,3,3,3,https://www.example.org/,made up,\n",
    );
  writeFileSync(join(dir, "datapackage.json"), '{"completeTo": "2027-12-31"}');
  const read = (content: string) => {
    writeFileSync(join(dir, "assessments.csv"), content);
    return readDataset({ dir });
  };
  const [once, both] = [read(text), read(text + again.join(""))];
  const later = { reason: "a later assessment of the same council", n: 30 };

  it("change nothing of tranches and drift but what is left out", () => {
    for (const analysis of [tranches, drift]) {
      const { leftOut: before, ...expected } = analysis(once, {});
      const { leftOut: after, ...found } = analysis(both, {});
      expect(found).toEqual(expected);
      const others = after.filter(({ reason }) => reason !== later.reason);
      expect(after).toContainEqual(later);
      expect(others).toEqual(before);
    }
    // 22 councils were published by January 2025, counted in assessments.csv.
    expect(tranches(both).tranches[1].n).toBe(22);
  });

  it("are current elsewhere", () => {
    const { assessments, leftOut } = select(both, "scores");
    expect(assessments.filter(({ published }) => published! >= "2027")).toHaveLength(30);
    expect(leftOut).toContainEqual({ reason: "an earlier assessment of the same council", n: 30 });
  });
});

describe("the trajectory", () => {
  const words = ["Inadequate", "Requires improvement", "Good", "Outstanding"];
  const directions = (before: string, after: string) =>
    ["down", "same", "up"][Math.sign(words.indexOf(after) - words.indexOf(before)) + 1];

  it("of all councils agrees with R", () => {
    const result = trajectory(twice);
    expect(result.n).toBe(reference.n);
    expect(result.sums).toEqual(reference.sums);
    expect(result.words).toEqual(reference.words);
    expectClose(result.meanChange, reference.meanChange);
    const regression = result.regressionToMean!;
    for (const key of ["reliability", "meanOfAll", "meanOfReassessed", "expected"] as const)
      expectClose(regression[key], reference[key]);
    // A bootstrap interval of eleven is near Student's, and narrower.
    result.interval!.forEach((end, i) => expectClose(end, reference.t[i], 0.5));
    expect(result.incomputable).toEqual([]);
    expect(result.leftOut).toEqual([
      { reason: "withdrawn", n: 1 },
      { reason: "the only assessment of a council", n: 13 },
    ]);
  });

  it("of one council holds its rounds in order, and the step between them", () => {
    const all = trajectory(twice);
    const { gssCode } = all.councils[0];
    const own = trajectory(twice, { gssCode });
    expect(own.councils).toEqual([all.councils[0]]);
    const [first, second] = own.councils[0].rounds;
    expect(first.published! < second.published!).toBe(true);
    expect(own.councils[0].changes).toEqual([
      { points: second.sum! - first.sum!, word: directions(first.rating!, second.rating!) },
    ]);
    expect(own.meanChange).toBe(second.sum! - first.sum!);
    // One council has no interval; regression is that of its own first sum.
    expect(own.incomputable).toEqual([
      { quantity: "interval", reason: "fewer than two councils, or too few draws" },
    ]);
    expect(own.regressionToMean!.meanOfReassessed).toBe(first.sum);
  });

  it("compares nothing between schemes, and says so", () => {
    const other = { ...scheme, id: "made-up-2027" };
    const dataset = ofOne(
      { published: "2025-01-01" },
      { published: "2027-01-01", note: other.id },
      { published: "2029-01-01", scheme: scheme.id, rating: "Outstanding" },
    );
    const withOther = {
      ...dataset,
      schemes: [...schemes, other],
      assessments: dataset.assessments.map((a) => ({ ...a, scheme: a.note ?? a.scheme })),
    };
    const result = trajectory(withOther, null, { set: "all" });
    expect(result.councils[0].changes).toEqual([
      { points: null, word: null },
      { points: null, word: null },
    ]);
    // From the first of the scheme to the latest of it.
    expect(result.councils[0].overall).toEqual({ points: 0, word: "up" });
    const none = trajectory(withOther, null, { set: "all", scheme: other.id });
    expect(none.councils[0].overall).toBeNull();
    expect(none.incomputable.map(({ quantity }) => quantity)).toEqual([
      "meanChange",
      "interval",
      "regressionToMean",
    ]);
  });

  it("leaves out what has no date, and pilots", () => {
    const dataset = ofOne(
      { published: "2023-11-17", kind: "pilot" },
      { published: null },
      { published: "2025-01-01" },
    );
    const result = trajectory(dataset, null, { set: "all" });
    expect([result.n, result.meanChange]).toEqual([0, null]);
    expect(result.leftOut).toEqual([
      { reason: "a pilot, with an indicative rating", n: 1 },
      { reason: "the date is not known", n: 1 },
      { reason: "the only assessment of a council", n: 1 },
    ]);
  });
});
