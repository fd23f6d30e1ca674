import { describe, expect, it } from "vitest";
import { tranches } from "../../../src/councils/analysis/tranches.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { percentageOfSum, ratingOfSum, sumOfScores } from "../../../src/ratings/scheme.js";
import reference from "../../reference/tranches.json" with { type: "json" };
import { madeUp, scoresOf, scheme } from "../../madeUp.js";
import { expectAllClose, expectClose } from "../../statistics/close.js";

const real = readDataset();

describe("tranches in the data", () => {
  it.each(["complete", "all"] as const)("agree with R: %s", (set) => {
    const result = tranches(real, { set });
    const expected = reference[set];
    expect(result.tranches.slice(1).map(({ n, withSum }) => [n, withSum])).toEqual([
      [expected.first.n, expected.first.withSum],
      [expected.later.n, expected.later.withSum],
    ]);
    expectAllClose(
      result.tranches.slice(1).map(({ meanSum }) => meanSum),
      [expected.first.meanSum, expected.later.meanSum],
    );
    expectClose(result.firstAgainstLater!.A, expected.sums.A);
    expectClose(result.firstAgainstLater!.p, expected.sums.p);
    expectClose(result.wordsP, expected.wordsP);
    expectAllClose(
      result.statements.map(({ A }) => A),
      expected.statements.map(({ A }) => A),
    );
    expectAllClose(
      result.statements.map(({ p }) => p),
      expected.statements.map(({ p }) => p),
    );
    expectAllClose(
      result.statements.map(({ holmP }) => holmP),
      expected.holm,
    );
  });

  it.each(["complete", "all"] as const)("leave no assessment uncounted: %s", (set) => {
    const { n, leftOut, tranches: groups } = tranches(real, { set });
    expect(groups[1].n + groups[2].n).toBe(n);
    expect(leftOut.reduce((sum, left) => sum + left.n, n)).toBe(real.assessments.length);
  });

  it("know two pilot sums, and one word of a pilot council's formal assessment", () => {
    const { tranches: groups, pilotPairs, pilotChanges, smallestSignFlipP } = tranches(real);
    expect(groups[0]).toMatchObject({ tranche: "pilot", n: 5, withSum: 2, meanSum: 22.5 });
    expect(groups[0].sumCounts).toEqual({ 21: 1, 24: 1 });
    // Every sum is counted once, and those of both tranches are those of the set: 16 at 23.
    for (const { sumCounts, withSum } of groups)
      expect(Object.values(sumCounts).reduce((sum, count) => sum + count, 0)).toBe(withSum);
    expect(groups[1].sumCounts[23] + groups[2].sumCounts[23]).toBe(16);
    expect(groups[0].ratingCounts).toMatchObject({ Good: 4, "Requires improvement": 1 });
    const known = pilotPairs.filter(({ formal }) => formal !== null);
    expect(known).toMatchObject([
      { council: "Nottingham", pilotSum: 21, change: "same", confidence: "low" },
    ]);
    expect(pilotChanges).toEqual({ up: 0, same: 1, down: 0 });
    // Five pairs of one sign, either way: 2 of 32.
    expect(smallestSignFlipP).toBe(0.0625);
    expect(tranches(real).pilotsAgainstFormal!.equivalence).toBe("inconclusive");
  });

  it("move with the cut", () => {
    const counts = (firstTrancheTo: string) =>
      tranches(real, { firstTrancheTo }).tranches.map(({ n }) => n);
    expect(counts("2024-08")[1]).toBeLessThan(counts("2025-01")[1]);
    expect(counts("2030-01")).toEqual([5, 72, 0]);
  });
});

describe("tranches by hand", () => {
  const dates = ["2024-05", "2024-06-01", "2025-01-31", "2025-02", null];
  const dataset = madeUp(
    ["222222222", "333333333", "222233333", "444433333", "333333334"],
    (i) => ({ published: dates[i] }),
  );

  it("cut by month, the last one included, and leave out what has no date", () => {
    const result = tranches(dataset, { set: "all" });
    expect(result.tranches.map(({ n, meanSum }) => [n, meanSum])).toEqual([
      [0, null],
      [3, (18 + 27 + 23) / 3],
      [1, 31],
    ]);
    expect(result.n).toBe(4);
    expect(result.leftOut).toEqual([{ reason: "the date is not known", n: 1 }]);
    // None of the three is above 31, and any of the four is as likely to be the later one: the
    // lowest and the highest are as far.
    expect(result.firstAgainstLater).toMatchObject({ A: 0, nX: 3, nY: 1 });
    expectClose(result.firstAgainstLater!.p, 2 / 4);
  });

  it("give null with the reason where a tranche is empty", () => {
    const result = tranches(dataset, { firstTrancheTo: "2020-01", set: "all" });
    expect(result.firstAgainstLater).toBeNull();
    expect(result.wordsP).toBeNull();
    expect(result.statements).toEqual([]);
    expect(result.smallestSignFlipP).toBeNull();
    expect(result.incomputable.map(({ quantity }) => quantity)).toEqual([
      "statements",
      "firstAgainstLater",
      "wordsP",
      "pilotsAgainstFormal",
      "smallestSignFlipP",
    ]);
  });

  it("say why words are not compared", () => {
    const reasonOf = (profiles: readonly string[], isFirst: (i: number) => boolean) =>
      tranches(
        madeUp(profiles, (i) => ({ published: isFirst(i) ? "2024-06" : "2025-06" })),
      ).incomputable.find(({ quantity }) => quantity === "wordsP")?.reason;
    const words = ["111111111", "222222222", "333333333", "444444444"];
    expect(reasonOf(words, () => true)).toBe("a tranche has no known word");
    expect(reasonOf(["222222222", "222222223"], (i) => i === 0)).toBe(
      "every council has the same rating",
    );
    const many = Array.from({ length: 200 }, () => words).flat();
    expect(reasonOf(many, (i) => i < 400)).toBe(
      "over 300000 tables have these totals, too many to go through",
    );
  });

  it("say alike, different or inconclusive by the interval alone", () => {
    const two = (first: string[], later: string[]) =>
      tranches(
        madeUp([...first, ...later], (i) => ({
          published: i < first.length ? "2024-06" : "2025-06",
        })),
      ).firstAgainstLater!.equivalence;
    const many = (digits: string, n: number) => Array<string>(n).fill(digits);
    expect(two(many("222222222", 100), many("222222222", 100))).toBe("alike");
    expect(two(many("222222222", 10), many("333333333", 10))).toBe("different");
    expect(two(many("222222222", 2), many("222222222", 2))).toBe("inconclusive");
  });

  it("pair pilots with what came after", () => {
    const pilot = (digits: string, i: number) => {
      const scores = scoresOf(digits);
      const sum = sumOfScores(scheme, scores)!;
      return {
        ...dataset.assessments[i],
        kind: "pilot" as const,
        scores,
        sum,
        rating: ratingOfSum(scheme, sum),
        percentage: percentageOfSum(scheme, sum),
      };
    };
    const { pilotPairs, pilotChanges } = tranches(
      {
        ...dataset,
        assessments: [
          ...dataset.assessments,
          pilot("333333333", 0),
          pilot("333333333", 1),
          pilot("222222222", 2),
        ],
      },
      { set: "all" },
    );
    expect(
      pilotPairs.map(({ pilotSum, formalSum, change }) => [pilotSum, formalSum, change]),
    ).toEqual([
      [27, 18, "down"],
      [27, 27, "same"],
      [18, 23, "up"],
    ]);
    expect(pilotChanges).toEqual({ up: 1, same: 1, down: 1 });
  });
});
