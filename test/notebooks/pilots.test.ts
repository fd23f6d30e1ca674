import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readDataset } from "../../src/councils/data/readDataset.js";
import type { Figure } from "../../src/engine/report/block.js";
import type { Dataset } from "../../src/councils/data/dataset.js";
import drift from "../reference/driftRegionsContext.json" with { type: "json" };
import tranches from "../reference/tranches.json" with { type: "json" };
import { madeUp } from "../madeUp.js";
import { expectWellSaid, proseIn, runNamed } from "./said.js";

const real = readDataset();
const caseOf = (name: string) =>
  readDataset({ dir: fileURLToPath(new URL(`../cases/data/${name}`, import.meta.url)) });

/** The first number after some words: "−.12" is -0.12. */
function numberAfter(text: string, words: string): number {
  const at = text.indexOf(words);
  expect(at, words).toBeGreaterThanOrEqual(0);
  const [found] = /[−-]?(?:\d+)?\.?\d+/.exec(text.slice(at + words.length))!;
  return Number(found.replace("−", "-"));
}

describe("the pilots' notebook on the published data", () => {
  const report = runNamed("pilots", real);

  it("says first what five councils cannot show", async () => {
    const [opening] = proseIn(await report);
    // Birmingham and Nottingham have nine scores; Nottingham a formal word of low confidence.
    // Five pairs of one sign, either way: 2 of 2^5 = .0625.
    expect(opening).toMatch(
      /^The pilots cannot show that they were scored differently, nor that they were scored alike\. All nine scores are known for 2 of 5 pilots, and a formal word for 1, with low confidence\. The pilots' words were indicative\..*5 pairs would give a two-sided p of \.0625 at the least, so no such test of these pairs can reach \.05\./,
    );
  });

  it("compares the tranches as R does, and calls what is inconclusive so", async () => {
    const [, text] = proseIn(await report);
    expect(text).toMatch(
      /^Whether the first tranche was scored differently from later ones is inconclusive, which is not “no difference”\. The chance that a council published up to January 2025/,
    );
    expect(numberAfter(text, "counting half, is ")).toBeCloseTo(tranches.complete.sums.A, 1);
    // R: .435 and .3823.
    expect(text).toContain("is .435 (95% interval .303 to .579");
    expect(text).toContain("By exact permutation, p .38.");
    const shown = proseIn(await report).find((line) => line.startsWith("Up to January 2025"))!;
    // R: 22 of mean 22.909 and 50 of mean 23.58; Freeman and Halton .5007; delta 2 x .435 - 1.
    expect(shown).toMatch(
      /^Up to January 2025 22 reports were published \(mean sum 22\.9\), after it 50 \(mean sum 23\.6\)\./,
    );
    expect(shown).toContain("Cliff's delta is −.13");
    expect(shown).toContain("exact test, give p .50.");
    const figure = (await report).blocks.find(
      (block) => "id" in block && block.id === "statement-differences",
    );
    // R: the smallest of nine p adjusted by Holm is .4175, of safeguarding.
    expect(figure).toHaveProperty("title", expect.stringContaining("adjusted by Holm, is .42"));
    // R: .0464 before, .4175 after.
    expect((figure as Figure).data.rows).toContainEqual(
      expect.objectContaining({ name: "Safeguarding", unadjusted: "p .046", p: "p .42" }),
    );
  });

  it("gives the drift that R gives, on both sets, and does not take it for a steady scale", async () => {
    const [, , text] = proseIn(await report);
    expect(text).toMatch(
      /^A trend in sums over the months cannot be told from none, which does not show that the scale held still\./,
    );
    const { complete, all } = drift;
    expect(numberAfter(text, "month is ")).toBe(Number(complete.drift.tauB.toFixed(2)));
    expect(Math.abs(numberAfter(text, "interval ") - complete.drift.interval[0])).toBeLessThan(
      0.011,
    );
    expect(
      Math.abs(numberAfter(text, "permutation p ") - complete.drift.permutationP),
    ).toBeLessThan(0.02);
    expect(numberAfter(text, "no fair sample) it is ")).toBe(Number(all.drift.tauB.toFixed(2)));
    const tests = proseIn(await report).find((line) => line.startsWith("4 tests"))!;
    expect(tests).toContain("January 2025 (22 councils) and later (50)");
    expect(
      Math.abs(numberAfter(tests, "later (50): permutation p ") - complete.drift.jonckheereP),
    ).toBeLessThan(0.02);
    // The square root of R's chi-square, 1.0175; the exact p.
    expect(tests).toContain("over 18 months: z 1.01, exact p .33.");
    expect(
      Math.abs(
        numberAfter(tests, "deviations from the mean: permutation p ") - complete.drift.cusumP,
      ),
    ).toBeLessThan(0.02);
  });

  it("names the pilots, their known sums and the conflict of dates", async () => {
    const text = proseIn(await report).join("\n");
    expect(text).toContain(
      "The data hold Birmingham, Lincolnshire, North Lincolnshire, Nottingham and Suffolk, published on 17 November 2023.",
    );
    expect(text).toContain("a page of the Local Government Association 24 November");
    // The scores in the rows: 2+3+3+3+3+2+2+3+3 and 2+2+2+3+2+2+3+2+3.
    expect(text).toContain("A sum is known for Birmingham (24) and Nottingham (21)");
    // The formal word of Nottingham has low confidence: no sentence states it.
    expect(text).not.toMatch(/Nottingham (?:is|was|has)\b/);
  });

  it("states the cut of its control and is well said on each set", async () => {
    const { blocks } = await report;
    expect(blocks.filter(({ kind }) => kind === "control")).toEqual([
      { kind: "control", label: "Last month of the first tranche", value: "January 2025" },
    ]);
    expectWellSaid(await report);
    expectWellSaid(await runNamed("pilots", real, "all"));
  });
});

/** The first so many councils as pilots too, with the scores given. */
function withPilots(dataset: Dataset, pilots: number): Dataset {
  return {
    ...dataset,
    assessments: [
      ...dataset.assessments.slice(0, pilots).map((a) => ({ ...a, kind: "pilot" as const })),
      ...dataset.assessments,
    ],
  };
}

describe("the pilots' notebook on other data", () => {
  const one = "223333333";
  const overMonths = (n: number, profile: (i: number) => string) =>
    madeUp(
      Array.from({ length: n }, (_, i) => profile(i)),
      (i) => ({ published: i < n / 2 ? "2024-11" : "2025-06" }),
    );
  const cases: Readonly<Record<string, Dataset>> = {
    "no council": madeUp([]),
    "one council": madeUp([one]),
    "one council that was a pilot": withPilots(madeUp([one]), 1),
    "two councils, one a pilot": withPilots(madeUp([one, "222222222"]), 1),
    "one word for all": overMonths(20, () => one),
    "no scores": madeUp([".........", "........."], () => ({ rating: "Good" })),
    "no words": madeUp([one, one], () => ({ rating: null })),
    "undated reports": madeUp([one, "222222222"], () => ({ published: null })),
    "later reports alone": madeUp([one, "222222222"], () => ({ published: "2026-03" })),
    "tranches apart": overMonths(40, (i) => (i < 20 ? "333333333" : "222222222")),
    "tranches alike": overMonths(240, (i) => (i % 2 ? "333333333" : "222222222")),
    "many pilots": withPilots(
      overMonths(40, (i) => (i % 2 ? one : "222222222")),
      20,
    ),
    "a case of one council": caseOf("passes-one-council"),
    "a case of unknown scores": caseOf("passes-unknown-scores"),
    "a case of every sum": caseOf("passes-every-sum"),
    "a case of markup": caseOf("passes-markup-as-text"),
  };

  it.each(Object.keys(cases))("is well said: %s", async (name) => {
    for (const set of ["complete", "all"] as const)
      expectWellSaid(await runNamed("pilots", cases[name], set));
  });

  it("says what there is", async () => {
    const opening = async (name: string) =>
      proseIn(await runNamed("pilots", cases[name])).slice(0, 3);
    expect(await opening("no council")).toEqual([
      expect.stringMatching(/^There are no pilots in these data\./),
      expect.stringMatching(/^The first tranche and later ones cannot be compared\./),
      expect.stringMatching(/^No trend over months can be computed\. No council/),
    ]);
    // Of the one council the pilot is a copy: one pair, 2 / 2 = 1.
    expect((await opening("one council that was a pilot"))[0]).toContain(
      "one pair would give a two-sided p of 1 at the least",
    );
    // All of the first tranche at 27, all later ones at 18: A is 1, and sums fell.
    const apart = await opening("tranches apart");
    expect(apart[1]).toMatch(/^The first tranche and later ones have different sums\. .* is 1 \(/);
    expect(apart[2]).toMatch(/^Sums fell with the month of publication\. .*It does not show that/);
    // 120 and 120 with the same two sums: A is .5, its interval within .4 to .6.
    expect((await opening("tranches alike"))[1]).toMatch(
      /^The first tranche and later ones have sums that are alike to within the margin\. .* is \.500 \(/,
    );
    // Twenty pairs could reach .05, so that nothing is said of the least p.
    expect((await opening("many pilots"))[0]).not.toContain("at the least");
  });
});
