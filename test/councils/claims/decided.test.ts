import { describe, expect, it } from "vitest";
import { claims } from "../../../src/councils/claims/claims.js";
import { evaluateClaims } from "../../../src/councils/claims/evaluateClaims.js";
import type { ClaimResult } from "../../../src/councils/claims/evaluateClaims.js";
import type { Dataset } from "../../../src/councils/data/dataset.js";
import { madeUp } from "../../madeUp.js";

/** Claims that today's data leave open, on made-up data that would decide them. */
function evaluate(id: string, dataset: Dataset): ClaimResult {
  const claim = claims.filter((one) => one.id === id);
  return evaluateClaims(dataset, { claims: claim, replicates: 99 })[0];
}

const times = (n: number, digits: string) => Array.from({ length: n }, () => digits);
/** Nine scores of 2 and 3 with that sum, from 18 to 27. */
const withSum = (sum: number) => "3".repeat(sum - 18).padEnd(9, "2");

describe("C3, heaping at 23", () => {
  const outside = (n22: number, n23: number, n24: number) =>
    madeUp(
      [...times(n22, withSum(22)), ...times(n23, withSum(23)), ...times(n24, withSum(24))],
      () => ({
        published: "2025-12-01",
      }),
    );

  it("is decided once the sums outside the complete set are known", () => {
    const { verdict, evidence } = evaluate("C3", outside(5, 25, 5));
    expect(verdict).toBe("supported");
    expect(evidence.estimate).toBe(25 / 35);
    // P(Bin(35, 1.07 / 3.07) >= 25), by R: 1 - pbinom(24, 35, 1.07 / 3.07).
    expect(evidence.p).toBeCloseTo(1.136048638e-5, 12);
    expect(evaluate("C3", outside(15, 2, 15)).verdict).toBe("not supported");
    // 24 councils in the three cells are one too few.
    expect(evaluate("C3", outside(2, 20, 2)).verdict).toBe("undecidable");
  });

  it("is not looked at before", () => {
    const dataset = madeUp([...times(3, "........."), ...times(30, withSum(23))], (i) => ({
      published: "2025-12-01",
      ...(i < 3 ? { rating: "Good" } : {}),
    }));
    // 30 of 33 sums are 91%.
    expect(evaluate("C3", dataset)).toMatchObject({
      verdict: "undecidable",
      evidence: { p: null, estimate: null, interval: null },
    });
  });
});

describe("C9, governance", () => {
  it("has no p where another statement moves more closely with the word", () => {
    // Statement 1 goes with the word; the other eight take turns.
    const turns = (i: number, threes: number) =>
      Array.from({ length: 8 }, (_, j) => ((j + i) % 8 < threes ? "3" : "2")).join("");
    const dataset = madeUp(
      Array.from({ length: 32 }, (_, i) => (i < 16 ? `3${turns(i, 4)}` : `2${turns(i, 4)}`)),
    );
    const { evidence, verdict } = evaluate("C9", dataset);
    expect(evidence.beside.largest).toBe("qs1");
    expect([evidence.p, evidence.adjustedP, verdict]).toEqual([null, null, "undecidable"]);
    expect(evidence.reason).toMatch(/another statement/);
  });
});

describe("C13, the pilots", () => {
  it("needs more than five pilots", () => {
    const withPilots = (n: number) =>
      madeUp([...times(n, "222222222"), ...times(40, "333333333")], (i) =>
        i < n ? { kind: "pilot" } : {},
      );
    expect(evaluate("C13", withPilots(5)).verdict).toBe("undecidable");
    const six = evaluate("C13", withPilots(6));
    expect(six.verdict).toBe("supported");
    // No pilot is above a formal council.
    expect(six.evidence.estimate).toBe(0);
  });
});

describe("C14, Inadequate", () => {
  // 5% of 40 councils are 2.
  const inadequate = (n: number, unknown: number) =>
    madeUp([
      ...times(n, "111111111"),
      ...times(unknown, "........."),
      ...times(40 - n - unknown, "333333333"),
    ]);
  it.each([
    [1, 0, "supported"],
    [1, 1, "undecidable"],
    [2, 0, "not supported"],
    [2, 10, "not supported"],
  ])("%i and %i unknown of 40: %s", (n, unknown, verdict) => {
    expect(evaluate("C14", inadequate(n, unknown)).verdict).toBe(verdict);
  });
});

describe("C4, one point from another word", () => {
  it("holds on the complete set if its unknown sums cannot undo it", () => {
    const dataset = (near: number, unknown: number) =>
      madeUp([
        ...times(near, withSum(22)),
        ...times(unknown, "........."),
        ...times(20 - near - unknown, withSum(25)),
      ]);
    expect(evaluate("C4", dataset(5, 10))).toMatchObject({ verdict: "supported" });
    expect(evaluate("C4", dataset(4, 1))).toMatchObject({ verdict: "undecidable" });
    expect(evaluate("C4", dataset(3, 1))).toMatchObject({ verdict: "not supported" });
  });
});

describe("C17, notification", () => {
  const profiles = ["122222222", "133333333", "222222222", "333333333"];
  const notified = (...councils: number[]): Dataset => {
    const dataset = madeUp(profiles);
    const interventions = councils.map((i) => ({
      gssCode: dataset.councils[i].gssCode,
      gss_code: dataset.councils[i].gssCode,
      name: dataset.councils[i].name,
      event: "CQC section 50 notification",
      date: "2025-05-01",
      sourceUrl: "https://example.org/",
      note: null,
    }));
    return { ...dataset, interventions };
  };

  it("is open while it is not known of a council scoring 1", () => {
    expect(evaluate("C17", notified(0))).toMatchObject({
      verdict: "undecidable",
      evidence: { estimate: null, interval: [0.5, 1] },
    });
  });

  it("holds if those scoring 1 were notified and no other was", () => {
    expect(evaluate("C17", notified(0, 1)).verdict).toBe("supported");
    expect(evaluate("C17", notified(0, 1, 2)).verdict).toBe("not supported");
  });
});
