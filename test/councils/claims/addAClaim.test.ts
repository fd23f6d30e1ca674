import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { claims } from "../../../src/councils/claims/claims.js";
import { toClaim, toEvidence } from "../../../src/councils/claims/claim.js";
import { evaluateClaims } from "../../../src/councils/claims/evaluateClaims.js";
import type { ClaimResult } from "../../../src/councils/claims/evaluateClaims.js";
import { estimateAtLeast, intervalAbove, testAt } from "../../../src/councils/claims/rules.js";
import { madeUp } from "../../madeUp.js";

const folder = fileURLToPath(new URL("example/", import.meta.url));

describe("adding a claim", () => {
  it("takes one file of about 20 lines, through what ninefold exports", () => {
    const lines = readFileSync(`${folder}safeguarding.ts`, "utf8").trim().split("\n");
    expect(lines.length).toBeLessThanOrEqual(25);
    expect(lines.filter((line) => /^import .* from "(?!ninefold")/.test(line))).toEqual([]);
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["--import", "tsx", `${folder}run.ts`],
      { cwd: fileURLToPath(new URL("../../../", import.meta.url)), encoding: "utf8" },
    );
    expect([status, stderr]).toEqual([0, ""]);
    const { results, rows } = JSON.parse(stdout) as {
      results: ClaimResult[];
      rows: Record<string, string>[];
    };
    // Of the 21 councils rated Requires improvement 4 have 3 or more on safeguarding; the interval
    // is binom.test(4, 21) in R.
    expect(results[0].evidence.estimate).toBeCloseTo(4 / 21, 12);
    expect(results[0].evidence.interval![0]).toBeCloseTo(0.0544636, 6);
    expect(results[0].evidence.interval![1]).toBeCloseTo(0.419066, 6);
    expect(results[0]).toMatchObject({ id: "X1", verdict: "not supported", set: "complete" });
    expect(rows[0]).toMatchObject({ id: "X1", verdict: "not supported", kind: "exploratory" });
    expect(rows[0].evidence).toContain("19% (5% to 42%; 95%, Clopper and Pearson). 72 councils");
  });
});

describe("evaluateClaims", () => {
  const dataset = madeUp(["223333333", "222222223"]);
  const used = { set: "complete", n: 2, leftOut: [] } as const;
  const made = (id: string, p: number | null, family?: string) =>
    toClaim({
      id,
      text: "Something is so.",
      by: "Nobody",
      kind: "decided",
      quantity: "p",
      unit: "number",
      sensitivities: [],
      rule: testAt(0.05),
      family,
      test: () => toEvidence(used, { estimate: 1, p }),
    });

  it("adjusts over a family of a researcher's own, and counts a missing p as 1", () => {
    const ours = [made("A", 0.02, "ours"), made("B", 0.03, "ours"), made("D", null, "ours")];
    const results = evaluateClaims(dataset, { claims: [...ours, made("E", 0.04)] });
    // Holm by hand: 3 * .02 = .06; 2 * .03 = .06; E stands alone.
    expect(results.map(({ evidence }) => evidence.adjustedP)).toEqual([0.06, 0.06, null, 0.04]);
    expect(results.map(({ verdict }) => verdict)).toEqual([
      "undecidable",
      "undecidable",
      "undecidable",
      "supported",
    ]);
  });

  it("draws four times as often where another seed could give another verdict, and once", () => {
    const asked: number[] = [];
    const drawn = (end: number) =>
      toClaim({
        ...made("Z", null),
        family: undefined,
        rule: intervalAbove(0.5),
        test: (_, { replicates }) => {
          asked.push(replicates!);
          const method = { intervalMethod: "95%, percentile bootstrap" };
          return toEvidence(used, { estimate: 0.6, interval: [end, 0.7], ...method });
        },
      });
    const evaluate = (end: number) =>
      evaluateClaims(dataset, { claims: [drawn(end)], replicates: 999 })[0];
    // By R's formula for a quantile, the end of .501 to .7 is known to .0084 with 999 draws.
    expect(evaluate(0.501).replicates).toBe(3999);
    expect(asked).toEqual([999, 3999]);
    expect(evaluate(0.51).replicates).toBe(999);
    expect(asked).toEqual([999, 3999, 999]);
  });

  it("refuses two claims with one id", () => {
    expect(() => evaluateClaims(dataset, { claims: [made("C1", 0.5)] })).toThrow(
      "claim C1: id: another claim has it",
    );
  });

  it("names the claim whose test gives what is no JSON", () => {
    const broken = toClaim({
      ...made("Z", 1),
      family: undefined,
      rule: estimateAtLeast(0.1),
      test: () => ({ ...toEvidence(used, { estimate: 1 }), estimate: NaN }),
    });
    expect(() => evaluateClaims(dataset, { claims: [broken] })).toThrow(
      "claim Z: evidence.estimate: not a finite number: NaN",
    );
  });
});

describe("every claim on data that say little", () => {
  it.each([
    ["one council", madeUp(["223333333"])],
    ["no council", madeUp([])],
    ["one word", madeUp(Array.from({ length: 12 }, () => "223333333"))],
    ["only 1s", madeUp(["111111111", "111111111", "111111111"])],
    ["no scores", madeUp([".........", "........."])],
    [
      "no words",
      madeUp(["223333333", "222222223", "122222222"], () => ({ rating: null, percentage: null })),
    ],
  ])("%s: a verdict, and a reason where there is no estimate", (_, dataset) => {
    const results = evaluateClaims(dataset, { replicates: 99 });
    expect(results).toHaveLength(claims.length);
    for (const { id, evidence, verdict } of results) {
      expect(["supported", "not supported", "undecidable"]).toContain(verdict);
      if (evidence.estimate === null && !evidence.interval) expect(verdict, id).toBe("undecidable");
      if (evidence.estimate === null) expect(evidence.reason, id).toMatch(/\w/);
    }
  });
});
