import { describe, expect, it } from "vitest";
import { cochranArmitage } from "../../src/statistics/cochranArmitage.js";
import { jonckheere } from "../../src/statistics/jonckheere.js";
import { kendall } from "../../src/statistics/kendall.js";
import { kruskalWallis } from "../../src/statistics/kruskalWallis.js";
import { rankSum } from "../../src/statistics/rankSum.js";
import { chiSquareUpperTail, normalUpperTail } from "../../src/statistics/upperTails.js";
import reference from "../reference/upperTails.json" with { type: "json" };
import { expectClose } from "./close.js";

/** Agreement to 1e-11 of its own size, however small. */
function expectRatio(actual: number, expected: number): void {
  expectClose(actual / expected, 1, 1e-11);
}

describe("upper tails agree with R", () => {
  it("of the normal distribution, to 1e-300", () => {
    for (const { z, p } of reference.normal) expectRatio(normalUpperTail(z), p);
    expect(reference.normal.at(-1)!.p).toBeLessThan(1e-299);
  });

  it("of the chi-square distribution, to 1e-280", () => {
    for (const { x, degrees, p } of reference.chiSquare)
      expectRatio(chiSquareUpperTail(x, degrees), p);
  });
});

describe("asymptotic p of groups that could hardly be less alike agree with R", () => {
  const once = { replicates: 1 };
  const { groups, armitage } = reference;

  it("Kendall", () => {
    const { x, y, p } = reference.kendall;
    expectRatio(kendall(x, y, once)!.asymptoticP, p);
    expectRatio(kendall(x, y, { ...once, alternative: "greater" })!.asymptoticP, p / 2);
  });

  it("Jonckheere", () => expectRatio(jonckheere(groups, once)!.asymptoticP, reference.jonckheereP));

  it("Kruskal and Wallis", () =>
    expectRatio(kruskalWallis(groups, once)!.chiSquareP, reference.kruskalP));

  it("Cochran and Armitage", () =>
    expectRatio(cochranArmitage(armitage.events, armitage.totals)!.asymptoticP, armitage.p));

  it("rank sums", () => {
    const { p, pMethod } = rankSum(groups[0], groups[2]);
    expect(pMethod).toBe("normal approximation");
    expectRatio(p, reference.rankSumP);
  });
});
