import { describe, expect, it } from "vitest";
import type { JudgedEvidence, Rule } from "../../../src/councils/claims/claim.js";
import * as rules from "../../../src/councils/claims/rules.js";

const nothing: JudgedEvidence = {
  set: "complete",
  n: 72,
  leftOut: [],
  estimate: null,
  interval: null,
  intervalMethod: null,
  p: null,
  adjustedP: null,
  beside: {},
  note: null,
  reason: "made up",
};

function verdict(rule: Rule, evidence: Partial<JudgedEvidence>): string {
  return rule.verdict({ ...nothing, ...evidence });
}

type Interval = readonly [number, number];

describe("an interval against a bound", () => {
  // A majority is more than half: an interval that reaches one half is not above it.
  it.each<[Interval, string]>([
    [[0.51, 0.8], "supported"],
    [[0.5, 0.8], "undecidable"],
    [[0.4, 0.6], "undecidable"],
    [[0.4, 0.5], "not supported"],
    [[0.1, 0.2], "not supported"],
  ])("above one half: %j is %s", (interval, expected) => {
    expect(verdict(rules.intervalAbove(0.5), { interval })).toBe(expected);
  });

  it.each<[Interval, string]>([
    [[0.25, 0.5], "supported"],
    [[0.2499, 0.5], "undecidable"],
    [[0.1, 0.25], "undecidable"],
    [[0.1, 0.2499], "not supported"],
    [[22 / 72, 22 / 72], "supported"],
    [[26 / 153, 94 / 153], "undecidable"],
  ])("at least a quarter: %j is %s", (interval, expected) => {
    expect(verdict(rules.intervalAtLeast(0.25), { interval })).toBe(expected);
  });

  it.each<[Interval, string]>([
    [[0.2, 0.4999], "supported"],
    [[0.2, 0.5], "undecidable"],
    [[0.5, 0.7], "not supported"],
    [[0.6, 0.7], "not supported"],
  ])("below one half: %j is %s", (interval, expected) => {
    expect(verdict(rules.intervalBelow(0.5), { interval })).toBe(expected);
  });

  // 5% of 153 councils are 7.65: 7 are fewer, 8 are not.
  it.each<[number, number, string]>([
    [3, 7, "supported"],
    [3, 8, "undecidable"],
    [7, 7, "supported"],
    [8, 8, "not supported"],
    [8, 41, "not supported"],
  ])("below 5%%: between %i and %i of 153 is %s", (known, possible, expected) => {
    const interval: Interval = [known / 153, possible / 153];
    expect(verdict(rules.intervalBelow(0.05), { interval })).toBe(expected);
  });

  it("is undecidable without one, and says what it judges", () => {
    for (const rule of [rules.intervalAbove, rules.intervalAtLeast, rules.intervalBelow])
      expect(verdict(rule(0.5), { estimate: 0.9 })).toBe("undecidable");
    expect(rules.intervalAbove(0.5).words).toBe(
      "supported if the whole 95% interval is above 50%, not supported if none of it is, " +
        "otherwise left open",
    );
    expect(rules.intervalBelow(0.05, "range of what is possible").words).toContain(
      "the whole range of what is possible is below 5%",
    );
  });
});

describe("a test", () => {
  it.each([
    [0.01, "supported"],
    [0.05, "supported"],
    [0.0501, "undecidable"],
    [1, "undecidable"],
    [null, "undecidable"],
  ])("at .05: an adjusted p of %s is %s, whatever p is", (adjustedP, expected) => {
    expect(verdict(rules.testAt(0.05), { p: 0.001, adjustedP })).toBe(expected);
  });

  it.each<[number | null, Interval | null, string]>([
    [0.05, [0.1, 0.5], "supported"],
    [0.05, [0.01, 0.19], "supported"],
    [0.051, [-0.2, 0.2], "not supported"],
    [0.051, [-0.2001, 0.1], "undecidable"],
    [0.051, [-0.1, 0.2001], "undecidable"],
    [null, [-0.1, 0.1], "not supported"],
    [0.3, null, "undecidable"],
  ])("of a correlation: adjusted p %s with %j is %s", (adjustedP, interval, expected) => {
    expect(verdict(rules.correlation(0.05, 0.2), { adjustedP, interval })).toBe(expected);
  });
});

it("names the family over which p is adjusted, and none where there is none", () => {
  expect(rules.testAt(0.05).words).toBe("supported if p is at most .05, otherwise left open");
  expect(rules.testAt(0.05, "C8 and C9").words).toBe(
    "supported if p, adjusted over C8 and C9, is at most .05, otherwise left open",
  );
  expect(rules.correlation(0.05, 0.2, "C8 and C9").words).toBe(
    "supported if p, adjusted over C8 and C9, is at most .05; not supported if the whole " +
      "two-sided 95% interval lies within ±.20; otherwise left open",
  );
});

describe("the other rules", () => {
  it.each([
    [0.05, "supported"],
    [0.0499, "not supported"],
    [null, "undecidable"],
  ])("an estimate of at least 5%%: %s is %s", (estimate, expected) => {
    expect(verdict(rules.estimateAtLeast(0.05), { estimate })).toBe(expected);
  });

  it("says a difference of shares in percentage points", () => {
    expect(rules.estimateAtLeast(0.05).words).toContain("at least 5%,");
    expect(rules.estimateAtLeast(0.05, "points").words).toContain("at least 5 percentage points,");
  });

  it.each<[unknown, Interval | null, string]>([
    [1, [0.7, 0.9], "supported"],
    [1, [0.69, 0.9], "undecidable"],
    [1, [0.5, 0.69], "not supported"],
    [2, [0.8, 0.9], "not supported"],
    [0, [0.8, 0.9], "not supported"],
    [null, [0.8, 0.9], "undecidable"],
    [1, null, "undecidable"],
  ])("one factor and alpha: %s with %j is %s", (factors, interval, expected) => {
    const rule = rules.oneFactorAndReliability(0.7);
    expect(verdict(rule, { interval, beside: { factors } })).toBe(expected);
  });

  it.each<[Interval | null, string]>([
    [[0.51, 0.9], "supported"],
    [[0.1, 0.49], "supported"],
    [[0.5, 0.9], "undecidable"],
    [[0.1, 0.9], "undecidable"],
    [[0.4, 0.6], "not supported"],
    [[0.45, 0.61], "undecidable"],
    [null, "undecidable"],
  ])("two groups by A: %j is %s", (interval, expected) => {
    expect(verdict(rules.groupsDiffer(0.1), { interval })).toBe(expected);
  });

  it("are undecidable while there is a reason", () => {
    const rule = rules.undecidableUntil("more is known", rules.intervalAbove(0.5));
    const known = { estimate: 0.65, interval: [0.6, 0.7] } as const;
    expect(verdict(rule, { ...known, reason: "too little is known" })).toBe("undecidable");
    expect(verdict(rule, { ...known, reason: null })).toBe("supported");
    expect(rule.words).toMatch(/^left open until more is known; then supported if /);
  });

  it("follow a frozen verdict, and nothing else", () => {
    const rule = rules.frozen("made up");
    for (const frozen of ["supported", "not supported", "undecidable"])
      expect(verdict(rule, { beside: { verdict: frozen } })).toBe(frozen);
    expect(verdict(rule, { beside: { verdict: "perhaps" } })).toBe("undecidable");
  });

  it.each([
    [1, 0, "supported"],
    [1, 1, "not supported"],
    [0.8, 0, "not supported"],
    [null, 0, "undecidable"],
  ])("every one and no other: %s and %s is %s", (estimate, otherNotified, expected) => {
    expect(verdict(rules.everyOneAndNoOther, { estimate, beside: { otherNotified } })).toBe(
      expected,
    );
  });
});

describe("the rules registered on 29 November 2026", () => {
  it.each<[Interval, string]>([
    [[-0.2, 0.2], "supported"],
    [[-0.21, 0.1], "undecidable"],
    [[0.1, 0.4], "undecidable"],
    [[0.201, 0.4], "not supported"],
    [[-0.5, -0.201], "not supported"],
    [[0.2, 0.4], "undecidable"],
  ])("a weak correlation: %j is %s", (interval, expected) => {
    expect(verdict(rules.weakCorrelation(0.2), { interval })).toBe(expected);
  });

  it.each<[Interval, number, string]>([
    [[1.3, 2], 0.01, "supported"],
    // Above 1 with the test, and small: it comes first.
    [[1.01, 1.2], 0.04, "supported"],
    [[1.3, 2], 0.06, "undecidable"],
    [[1.01, 1.2], 0.06, "not supported"],
    [[0.8, 1.25], 0.5, "not supported"],
    [[0.79, 1.25], 0.5, "undecidable"],
    [[0.3, 0.99], 0.01, "not supported"],
    [[0.5, 2], 0.9, "undecidable"],
  ])("odds that rise: %j with p %d is %s", (interval, adjustedP, expected) => {
    expect(verdict(rules.oddsRise(0.05, 1.25, "X"), { interval, adjustedP })).toBe(expected);
  });

  it.each<[Interval, string]>([
    [[0.001, 0.1], "supported"],
    [[0, 0.1], "undecidable"],
    [[-0.1, 0.02], "not supported"],
    [[-0.1, 0.021], "undecidable"],
  ])("a gain: %j is %s", (interval, expected) => {
    expect(verdict(rules.gain(0.02), { interval })).toBe(expected);
  });

  it.each([
    [0.95, 0.01, "supported"],
    [0.949, 0.01, "undecidable"],
    [0.01, 0.95, "not supported"],
    // Ties in every draw: neither the lowest alone nor under another.
    [0, 0, "undecidable"],
  ])("lowest in %d of draws, another in %d: %s", (estimate, anotherLower, expected) => {
    expect(verdict(rules.lowestInDraws(0.95), { estimate, beside: { anotherLower } })).toBe(
      expected,
    );
  });

  it("leave open what is not known", () => {
    for (const rule of [
      rules.weakCorrelation(0.2),
      rules.oddsRise(0.05, 1.25, "X"),
      rules.gain(0.02),
      rules.lowestInDraws(0.95),
    ])
      expect(verdict(rule, {})).toBe("undecidable");
  });
});
