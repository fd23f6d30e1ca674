import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  binomialUpperTail,
  clopperPearson,
  clopperPearsonUpper,
  jeffreys,
} from "../../src/statistics/binomial.js";
import { betaBinomialPredictive, centralRange } from "../../src/statistics/betaBinomial.js";
import { convolve } from "../../src/statistics/convolution.js";
import { betaQuantile, incompleteBeta } from "../../src/statistics/incompleteBeta.js";
import { logChoose, logGamma } from "../../src/statistics/logGamma.js";
import reference from "../reference/binomial.json" with { type: "json" };
import { expectAllClose, expectClose } from "./close.js";

describe("log gamma and the incomplete beta function", () => {
  it("agree with R", () => {
    for (const { x, value } of reference.gammas) expectClose(logGamma(x), value, 1e-13);
    for (const { x, a, b, p, quantile } of reference.betas) {
      expectClose(incompleteBeta(x, a, b), p, 1e-12);
      expectClose(betaQuantile(x, a, b), quantile, 1e-11);
    }
  });

  it("give what can be worked by hand", () => {
    expectClose(logGamma(5), Math.log(24), 1e-14);
    expectClose(logChoose(9, 4), Math.log(126), 1e-14);
    // I_x(1, 1) = x; I_x(2, 1) = x squared.
    expectClose(incompleteBeta(0.3, 1, 1), 0.3, 1e-14);
    expectClose(incompleteBeta(0.3, 2, 1), 0.09, 1e-14);
    expectClose(betaQuantile(0.09, 2, 1), 0.3, 1e-14);
    expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)]).toEqual([0, 1]);
    expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1]);
  });

  it("refuse what has no value", () => {
    for (const x of [0, -1, NaN, Infinity]) expect(() => logGamma(x)).toThrow(RangeError);
    expect(() => incompleteBeta(1.1, 1, 1)).toThrow("expected a number from 0 to 1: 1.1");
    expect(() => incompleteBeta(NaN, 1, 1)).toThrow(RangeError);
    expect(() => betaQuantile(0.5, 0, 1)).toThrow("expected two finite parameters above 0: 0, 1");
  });
});

describe("binomial probabilities", () => {
  it("agree with R", () => {
    // Of their size: some are below 1e-30.
    for (const { k, n, p, upper } of reference.tails)
      expectClose(binomialUpperTail(k, n, p) / upper, 1, 1e-11);
  });

  it("are those of two coins", () => {
    expectAllClose(
      [-1, 0, 1, 2, 3].map((k) => binomialUpperTail(k, 2, 0.5)),
      [1, 1, 0.75, 0.25, 0],
      1e-14,
    );
    expect([0, 1, 2].map((k) => binomialUpperTail(k, 1, 1))).toEqual([1, 1, 0]);
    expect(binomialUpperTail(0, 0, 0.3)).toBe(1);
  });

  it("refuse counts and probabilities that are none", () => {
    expect(() => binomialUpperTail(1, 2.5, 0.5)).toThrow("whole number from 0: 2.5");
    expect(() => binomialUpperTail(1.5, 2, 0.5)).toThrow("expected a whole number: 1.5");
    expect(() => binomialUpperTail(1, 2, NaN)).toThrow("expected 0 to 1: NaN");
  });
});

describe("intervals for a share", () => {
  it("agree with R", () => {
    for (const c of reference.intervals) {
      expectAllClose(clopperPearson(c.k, c.n), c.clopperPearson);
      expectAllClose(clopperPearson(c.k, c.n, 0.9), c.clopperPearson90);
      expectAllClose(jeffreys(c.k, c.n), c.jeffreys);
      expectClose(clopperPearsonUpper(c.k, c.n), c.upper);
    }
  });

  it("say nothing without trials", () => {
    expect(clopperPearson(0, 0)).toEqual([0, 1]);
    expect(jeffreys(0, 0)).toEqual([0, 1]);
    expect(clopperPearsonUpper(0, 0)).toBe(1);
  });

  it("give the rule of three's exact form where nothing happened", () => {
    // (1 - u)^n = .05, so u = 1 - .05^(1/n).
    expectClose(clopperPearsonUpper(0, 72), 1 - 0.05 ** (1 / 72), 1e-13);
    expectClose(clopperPearson(0, 72)[1], 1 - 0.025 ** (1 / 72), 1e-13);
  });

  it("cover the truth at least as often as the level says", () => {
    const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), share, (n, p) => {
        const law = convolve(Array.from({ length: n }, () => [1 - p, p]));
        const covered = law.reduce((chance, share, k) => {
          const [low, high] = clopperPearson(k, n);
          return low <= p && p <= high ? chance + share : chance;
        }, 0);
        return covered >= 0.95 - 1e-9;
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it("mirror each other when events and the rest change places", () => {
    const counts = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(counts, counts, (k, rest) => {
        const n = k + rest;
        for (const interval of [clopperPearson, jeffreys]) {
          const [low, high] = interval(k, n);
          const [otherLow, otherHigh] = interval(rest, n);
          expectAllClose([low, high], [1 - otherHigh, 1 - otherLow], 1e-12);
          expect(low).toBeLessThanOrEqual(k / Math.max(n, 1));
        }
      }),
      { seed: 2, numRuns: 100 },
    );
  });

  it("refuse counts outside 0 to n and levels outside 0 to 1", () => {
    for (const interval of [clopperPearson, jeffreys, clopperPearsonUpper]) {
      expect(() => interval(3, 2)).toThrow("events: expected 0 to 2: 3");
      expect(() => interval(-1, 2)).toThrow(RangeError);
      expect(() => interval(1, 2, 1)).toThrow("level");
      expect(() => interval(1, 2, NaN)).toThrow(RangeError);
    }
  });
});

describe("the beta-binomial predictive distribution", () => {
  it("agrees with R and adds to one", () => {
    for (const { y, n, m, probabilities } of reference.predictive) {
      const predicted = betaBinomialPredictive(y, n, m);
      expectAllClose(predicted, probabilities, 1e-12);
      expectClose(
        predicted.reduce((sum, p) => sum + p, 0),
        1,
        1e-12,
      );
    }
  });

  it("has the mean m (y + 1/2) / (n + 1)", () => {
    const predicted = betaBinomialPredictive(2, 115, 38);
    expectClose(
      predicted.reduce((sum, p, k) => sum + k * p, 0),
      (38 * 2.5) / 116,
      1e-12,
    );
  });

  it("is certain where nothing is left to predict", () => {
    expectAllClose(betaBinomialPredictive(1, 4, 0), [1], 1e-14);
  });

  it("refuses impossible counts", () => {
    expect(() => betaBinomialPredictive(3, 2, 1)).toThrow(RangeError);
    expect(() => betaBinomialPredictive(1, 2, 0.5)).toThrow(RangeError);
  });

  it("has a central range that leaves at most a tail on each side", () => {
    // By hand: .02 + .02 is above .025, so the range starts at 1; .01 goes at the end.
    expect(centralRange([0.02, 0.02, 0.9, 0.05, 0.01])).toEqual([1, 3]);
    expect(centralRange([1])).toEqual([0, 0]);
  });
});
