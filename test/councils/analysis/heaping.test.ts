import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { heaping } from "../../../src/councils/analysis/heaping.js";
import { heapingHeldOut } from "../../../src/councils/analysis/heapingHeldOut.js";
import { decideHeaping, heapingRule } from "../../../src/councils/analysis/heapingRule.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { bandsOf, type Rating } from "../../../src/ratings/scheme.js";
import reference from "../../reference/heaping.json" with { type: "json" };
import { madeUp, scheme } from "../../madeUp.js";
import { expectAllClose, expectClose } from "../../statistics/close.js";

const bands = bandsOf(scheme)!;

const real = readDataset();
const result = heaping(real);

describe("heaping at 23 in the data", () => {
  it("gives the figures of the complete set", () => {
    const { n22, n23, n24, frandsen, threeCell } = result.complete;
    expect([n22, n23, n24]).toEqual([4, 16, 10]);
    expect(frandsen.map(({ k }) => k)).toEqual([0, 0.05, 0.07, 0.1, 0.2]);
    const [zero, , seven, , twenty] = frandsen;
    expectClose(zero.p, 0.0188, 5e-5);
    expectClose(seven.p, 0.0289, 5e-5);
    expectClose(twenty.p, 0.0564, 5e-5);
    expectClose(threeCell, 0.022, 5e-5);
  });

  it("agrees with R for all known sums", () => {
    const { n, n22, n23, n24, frandsen, threeCell } = result.all;
    const [, expected] = reference.cells;
    expect(n).toBe(85);
    expect(expected.frandsen[2]).toBeCloseTo(0.096, 3);
    expect([n22, n23, n24]).toEqual(expected.cells);
    expectAllClose(
      frandsen.map(({ p }) => p),
      expected.frandsen,
    );
    expectClose(threeCell, expected.threeCell);
  });

  it("finds the same log-concave expectations and counterfactuals as R", () => {
    for (const [i, set] of [result.complete, result.all].entries()) {
      const { fit } = reference.logConcave[i];
      expectClose(set.logConcave!.expectedBelow, set.n * fit[13], 1e-8);
      expectClose(set.logConcave!.expectedAt, set.n * fit[14], 1e-8);
      const { statistic, p } = reference.logConcaveP[i];
      expectClose(set.logConcave!.statistic, statistic, 1e-8);
      // Two bootstraps, of 999 and 1,999 draws: four standard errors of their difference.
      const error = 4 * Math.sqrt(p * (1 - p) * (1 / 999 + 1 / 1999));
      expectClose(set.logConcave!.p, p, error);
      for (const found of set.counterfactuals) {
        const expected = reference.logPolynomial
          .slice(12 * i, 12 * (i + 1))
          .find((r) => r.degree === found.degree && r.dummied[0] === 22 - found.from)!.expected;
        expectAllClose([found.expected22, found.expected23], expected);
      }
      const excess = set.counterfactuals.map(({ excess23 }) => excess23);
      expect(set.excess23).toEqual([Math.min(...excess), Math.max(...excess)]);
      expect(set.counterfactuals).toHaveLength(8);
      expect(set.counterfactuals[0]).toMatchObject({ from: 18, to: 29, degree: 2 });
    }
  });

  it("runs the same test at sums where no word changes", () => {
    const { placebo, frandsen } = result.complete;
    expect(placebo.map(({ cut }) => cut)).toEqual([19, 20, 21, 22, 23, 24, 25, 26, 27, 28]);
    expect(placebo.find(({ cut }) => cut === 23)!.p).toBe(frandsen[2].p);
  });

  it("keeps the sums outside the complete set apart, and tests nothing on them", () => {
    expect(result.heldOut).toEqual({ n: 13, n22: 3, n23: 0, n24: 1, frandsen: null });
    expect(result.incomputable).toContainEqual({
      quantity: "heldOut.frandsen",
      reason: "the claim is tested once, by the rule fixed in advance",
    });
  });

  it("gives null with the reason where the three cells are empty", () => {
    const { complete, incomputable } = heaping(madeUp(["222222222", "444444444"]));
    expect(complete.frandsen.every(({ p }) => p === null)).toBe(true);
    expect([complete.threeCell, complete.logConcave, complete.excess23]).toEqual([
      null,
      null,
      null,
    ]);
    expect(incomputable.map(({ quantity }) => quantity)).toEqual(
      expect.arrayContaining(["complete.frandsen", "complete.logConcave", "complete.excess23"]),
    );
    expect(JSON.stringify(heaping(madeUp([])))).not.toContain("NaN");
  });
});

describe("the claim fixed in advance", () => {
  const path = "data/preregistration/c3.json";
  const text = readFileSync(path);
  const frozen = JSON.parse(text.toString("utf8")) as {
    test: { at: number; below: number; above: number; k: number; curve: number[] };
    when: { shareOfSumsKnown: number };
    verdict: {
      smallestN: number;
      supportedIfPAtMost: number;
      notSupportedIfUpperLimitBelow: number;
    };
    vintage: { firstPublishedSums: Record<string, number> };
    knownWhenFrozen: { sums: number[]; below: number; at: number; above: number };
  };

  it("has not changed since it was frozen", () => {
    expect(createHash("sha256").update(text).digest("hex")).toBe(
      "d18a123f90d97a8369bd2e3d7dfa0c0beae14694ead753f865afd718504d6bec",
    );
  });

  it("is the rule that the code applies", () => {
    const { smallestN, supportedIfPAtMost, notSupportedIfUpperLimitBelow } = frozen.verdict;
    expect(heapingRule).toEqual({
      at: frozen.test.at,
      k: frozen.test.k,
      curve: frozen.test.curve,
      shareOfSumsKnown: frozen.when.shareOfSumsKnown,
      smallestN,
      supportedIfPAtMost,
      notSupportedIfUpperLimitBelow,
      firstPublishedSums: frozen.vintage.firstPublishedSums,
    });
    expect([frozen.test.below, frozen.test.above]).toEqual([22, 24]);
    expect(bands.find(({ rating }) => rating === "Good")!.from).toBe(frozen.test.at);
  });

  it("tells what was known of the held-out sums", () => {
    const { sums, below, at: at23, above } = frozen.knownWhenFrozen;
    const at = (sum: number) => sums.filter((other) => other === sum).length;
    expect([sums.length, at(22), at(23), at(24)]).toEqual([14, below, at23, above]);
  });

  it("is undecidable today, without a p", () => {
    expect(result.preregistered).toEqual({
      // 14 sums and Swindon's first 22.
      n: 15,
      n22: 4,
      n23: 0,
      n24: 1,
      of: 81,
      k: 0.07,
      shareKnown: 15 / 81,
      shareNeeded: 0.95,
      verdict: "undecidable",
      reason: "the sums of 15 of 81 councils are known; the test needs 95%",
      decision: null,
      sensitivity: [],
      withoutLowConfidence: null,
      curve: [],
    });
  });
});

describe("the rule", () => {
  it("supports, does not support, or leaves undecided", () => {
    // 20 of 30 against a share of at most 1.07 / 3.07: p is below .001.
    expect(decideHeaping({ n22: 4, n23: 20, n24: 6 }).verdict).toBe("supported");
    // 8 of 30: the upper limit is .43.
    expect(decideHeaping({ n22: 12, n23: 8, n24: 10 }).verdict).toBe("not supported");
    // 12 of 30: p is .34, the upper limit .57.
    expect(decideHeaping({ n22: 9, n23: 12, n24: 9 }).verdict).toBe("undecidable");
    // Too few, whatever they say.
    expect(decideHeaping({ n22: 0, n23: 24, n24: 0 }).verdict).toBe("undecidable");
    expect(decideHeaping({ n22: 0, n23: 25, n24: 0 }).verdict).toBe("supported");
  });

  const profile = (sum: number) =>
    Array.from({ length: 9 }, (_, i) => (i < sum - 18 ? 3 : 2)).join("");
  /** Made-up councils, all outside the complete set; of some only the word is known, or less. */
  const heldOut = (sums: readonly number[], unknown: readonly (Rating | null)[] = []) =>
    heapingHeldOut(
      madeUp([...sums.map(profile), ...unknown.map(() => ".........")], (i) => ({
        published: "2026-05-01",
        ...(i >= sums.length && { rating: unknown[i - sums.length] }),
      })),
    );
  const sums = (n22: number, n23: number, n24: number, rest = 0) => [
    ...Array<number>(n22).fill(22),
    ...Array<number>(n23).fill(23),
    ...Array<number>(n24).fill(24),
    ...Array<number>(rest).fill(20),
  ];

  it("is applied once 95% of sums are known", () => {
    const early = heldOut(sums(4, 20, 6, 7), ["Good", "Requires improvement"]);
    expect(early).toMatchObject({ of: 39, n: 37, decision: null, verdict: "undecidable" });
    const late = heldOut(sums(4, 20, 6, 8), ["Good", "Requires improvement"]);
    expect(late).toMatchObject({ of: 40, n: 38, verdict: "supported" });
    expect(late.sensitivity.map(({ decision }) => [decision.n22, decision.n23])).toEqual([
      [5, 20],
      [4, 21],
    ]);
  });

  it("is read at other bounds and without low confidence, as registered", () => {
    const late = heldOut(sums(4, 20, 6));
    expect(late.curve.map(({ k }) => k)).toEqual([0, 0.05, 0.07, 0.1, 0.2]);
    expect(late.curve[2].p).toBe(late.decision!.p);
    // The more curvature is allowed, the less a heap is told.
    const ps = late.curve.map(({ p }) => p);
    expect(ps).toEqual([...ps].sort((a, b) => a - b));
    expect(late.withoutLowConfidence).toEqual(late.decision);
    const dataset = madeUp(sums(4, 20, 6).map(profile), (i) => ({
      published: "2026-05-01",
      confidence: i === 4 ? "low" : "high",
    }));
    // The fifth is the first at 23.
    expect(heapingHeldOut(dataset).withoutLowConfidence).toMatchObject({ n22: 4, n23: 19, n24: 6 });
  });

  it("is undecidable where unknown sums could turn it", () => {
    // 16 of 30 has p .029, 16 of 32 p .055: two unknown at 22 turn it.
    const firm = heldOut(sums(6, 16, 8, 10));
    expect(firm.verdict).toBe("supported");
    const turned = heldOut(sums(6, 16, 8, 10), ["Requires improvement", null]);
    expect(turned.decision!.verdict).toBe("supported");
    expect(turned.sensitivity[0].decision).toMatchObject({ n22: 8, verdict: "undecidable" });
    expect(turned).toMatchObject({
      verdict: "undecidable",
      reason: "the verdict depends on sums that are not known",
    });
  });

  it("takes each council's first publication", () => {
    const dataset = madeUp([profile(22), profile(23)], () => ({ published: "2026-05-01" }));
    const [first] = dataset.assessments;
    const revised = { ...first, published: "2026-09-01", sum: 23, status: "revised" as const };
    const { n, n22, n23, of } = heapingHeldOut({
      ...dataset,
      assessments: [revised, ...dataset.assessments],
    });
    expect([n, n22, n23, of]).toEqual([2, 1, 1, 2]);
  });

  it("has nothing to decide without councils outside the complete set", () => {
    expect(heapingHeldOut(madeUp([profile(22)]))).toMatchObject({
      n: 0,
      of: 0,
      shareKnown: null,
      verdict: "undecidable",
    });
  });
});
