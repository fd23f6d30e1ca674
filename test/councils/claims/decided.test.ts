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

describe("claims registered in advance, decided outside the complete set", () => {
  const later = { published: "2026-01-15" } as const;
  /** Populations that double every ten councils; deprivation that goes its own way. */
  const withPlaces = (dataset: Dataset): Dataset => ({
    ...dataset,
    context: {
      population: dataset.councils.map(({ gssCode }, i) => ({
        gss_code: gssCode,
        pop_18_plus: Math.round(50_000 * 2 ** (i / 10)),
      })),
      deprivation: dataset.councils.map(({ gssCode }, i) => ({
        gss_code: gssCode,
        imd_average_score: 20 + ((i * 7) % 11),
      })),
    },
  });
  const larger = (i: number) => i + 2 * ((i * 5) % 17) > 35;
  const profiles = Array.from({ length: 40 }, (_, i) => withSum(larger(i) ? 25 : 20));

  it("C19: larger councils rated better", () => {
    const dataset = withPlaces(madeUp(profiles, () => later));
    const { verdict, evidence } = evaluate("C19", dataset);
    expect(evidence.interval![0]).toBeGreaterThan(1);
    expect(evidence.adjustedP).toBe(Math.min(1, 5 * evidence.p!));
    expect(verdict).toBe("supported");
    // The other way round, the whole interval lies below 1.
    const smaller = profiles.map((_, i) => withSum(larger(i) ? 20 : 25));
    const other = evaluate("C19", withPlaces(madeUp(smaller, () => later)));
    expect(other.verdict).toBe("not supported");
  });

  it("C19 is not looked at while more than 5% are known with low confidence only, or not", () => {
    const low = (i: number) => ({
      ...later,
      ...(i < 3 ? { confidence: "low" as const } : {}),
    });
    // 37 of 40 are 92.5%.
    expect(evaluate("C19", withPlaces(madeUp(profiles, low)))).toMatchObject({
      verdict: "undecidable",
      evidence: { p: null, estimate: null, interval: null, beside: { known: 37, of: 40 } },
    });
    const two = (i: number) => (i < 2 ? low(0) : later);
    expect(evaluate("C19", withPlaces(madeUp(profiles, two))).evidence.n).toBe(38);
  });

  it("C20 takes no councils of the complete set, and no later round", () => {
    const dataset = withPlaces(madeUp(profiles, (i) => (i < 20 ? {} : later)));
    expect(evaluate("C20", dataset).evidence).toMatchObject({ n: 20, beside: { of: 20 } });
    expect(evaluate("C20", withPlaces(madeUp(profiles, () => later))).verdict).toBe(
      "not supported",
    );
    // Totals in turns over sizes: no link, but 40 councils leave an interval wider than .20.
    const turns = profiles.map((_, i) => withSum(i % 2 ? 20 : 25));
    expect(evaluate("C20", withPlaces(madeUp(turns, () => later))).verdict).toBe("undecidable");
  });

  it("C21: the lowest average, or another's", () => {
    const of = (digits: string) =>
      evaluate(
        "C21",
        madeUp(times(10, digits), () => later),
      );
    expect(of("233333333")).toMatchObject({ verdict: "supported", evidence: { estimate: 1 } });
    expect(of("332333333")).toMatchObject({ verdict: "not supported" });
    // Tied with another in every draw.
    expect(of("223333333")).toMatchObject({ verdict: "undecidable", evidence: { estimate: 0 } });
  });

  it("C24: children's services, by the last overall rating before April 2026", () => {
    const dataset = madeUp(profiles, () => later);
    const body = (i: number, published: string, rank: number) => ({
      id: dataset.councils[i].gssCode,
      name: dataset.councils[i].name,
      published,
      grades: [],
      word: "Good" as const,
      rank,
    });
    const own = (i: number) => (larger(i) ? 2 : 1);
    const bodies = dataset.councils.flatMap((_, i) => [
      body(i, "2024-05-01", own(i)),
      body(i, "2019-05-01", 3 - own(i)),
      body(i, "2026-04-01", 3 - own(i)),
    ]);
    const withChildren = { ...dataset, profiles: { "ofsted-ilacs": bodies } };
    const { verdict, evidence } = evaluate("C24", withChildren);
    expect(evidence.estimate).toBeCloseTo(1, 12);
    expect(verdict).toBe("supported");
    expect(evaluate("C24", dataset).evidence.reason).toMatch(/hold no ratings/);
  });
});

describe("C25, the most common score", () => {
  it("is the rating's own, alone", () => {
    // 5 of 9 scores are 3 and the rating is Good; 4 fours and 4 threes tie.
    const { evidence } = evaluate("C25", madeUp(["333332222", "444433332", "444443333"]));
    // The second has a total of 30, Good; the third of 32, Outstanding, with five fours.
    expect(evidence.beside).toMatchObject({ obvious: 2, tied: 1 });
    expect(evidence.estimate).toBeCloseTo(2 / 3, 12);
  });
  it("can be another's", () => {
    // Total 23: Good, with five 2s.
    expect(evaluate("C25", madeUp(["444322222", "333333333"])).evidence.beside).toMatchObject({
      obvious: 1,
      tied: 0,
    });
  });
});
