import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readDataset } from "../../src/councils/data/readDataset.js";
import type { Figure, Table } from "../../src/engine/report/block.js";
import type { Dataset } from "../../src/councils/data/dataset.js";
import drift from "../reference/driftRegionsContext.json" with { type: "json" };
import tranches from "../reference/tranches.json" with { type: "json" };
import { madeUp } from "../madeUp.js";
import { publishedData as real } from "../publishedData.js";
import { expectWellSaid, proseIn, runNamed } from "./said.js";

const caseOf = (name: string) =>
  readDataset({ dir: fileURLToPath(new URL(`../cases/data/${name}`, import.meta.url)) });

/** The first number after some words: "−0.12" is -0.12. */
function numberAfter(text: string, words: string): number {
  const at = text.indexOf(words);
  expect(at, words).toBeGreaterThanOrEqual(0);
  const [found] = /[−-]?(?:\d+)?\.?\d+/.exec(text.slice(at + words.length))!;
  return Number(found.replace("−", "-"));
}

describe("the pilots' notebook on the published data", () => {
  const report = runNamed("pilots", real);
  const methods = runNamed("methods", real);

  it("says first what five councils cannot show", async () => {
    const [opening] = proseIn(await report);
    // Birmingham and Nottingham have nine scores; Nottingham's later rating is not confirmed.
    expect(opening).toMatch(
      /^Too little is known to compare pilots with later councils\. A total is known for 2 of 5 pilots, and a later rating is confirmed for none\. The pilots' ratings are indicative\./,
    );
    // Five pairs of one sign, either way: 2 of 2^5 = .0625.
    expect(proseIn(await methods).join()).toContain(
      "5 pairs would give a two-sided p of 0.0625 at the least, so no such test of these pairs can reach 0.05.",
    );
  });

  it("does not say of pilots that it shows that they are left out", async () => {
    const { blocks } = await report;
    const dots = blocks.find(
      (block): block is Figure => "id" in block && block.id === "tranche-scores",
    )!;
    expect(dots.source).toMatch(/Left out: 1 \(withdrawn\), 46 /);
    // 72 councils and five pilots.
    expect(dots.n).toBe(77);
    const said = proseIn(await report).join("\n");
    expect(said).toContain("Pilots, whose ratings were indicative, stand by themselves");
    expect(said).not.toContain("Pilots are left out");
  });

  it("compares the tranches as R does, and calls what is inconclusive so", async () => {
    const text = proseIn(await report).join("\n");
    // R: 22 of mean 22.909 and 50 of mean 23.58.
    expect(text).toContain(
      "Whether first and later councils were scored differently is not settled. The mean total of 22 councils reported by January 2025 is 22.9, and of 50 reported later 23.6.",
    );
    const note = proseIn(await methods).join("\n");
    expect(
      numberAfter(note, "higher total than a later one, a tie counting half, is "),
    ).toBeCloseTo(tranches.complete.sums.A, 1);
    // R: .435 and .3823; Freeman and Halton .5007; delta 2 x .435 - 1.
    expect(note).toContain("is 0.435 (95% interval 0.303 to 0.579)");
    expect(note).toContain(
      "as Cliff's delta −0.13, on a scale from −1 to 1; exact permutation p = 0.38.",
    );
    expect(note).toContain("exact test, give p = 0.50.");
    const figure = (await methods).blocks.find(
      (block) => "id" in block && block.id === "statement-differences",
    );
    // R: the smallest of nine p adjusted by Holm is .4175, of safeguarding.
    expect(figure).toHaveProperty(
      "title",
      "First and later councils cannot be told apart on any statement",
    );
    // R: .0464 before, .4175 after.
    expect((figure as Figure).data.rows).toContainEqual(
      expect.objectContaining({
        name: "Safeguarding",
        unadjusted: expect.closeTo(0.0464, 4) as number,
        p: expect.closeTo(0.4175, 4) as number,
      }),
    );
  });

  it("gives the drift that R gives, on both sets, and does not take it for a steady scale", async () => {
    expect(proseIn(await report).join("\n")).toContain(
      "Totals show no clear trend over the months.",
    );
    const text = proseIn(await methods).find((line) => line.includes("Kendall's tau-b"))!;
    const note = text.slice(text.indexOf("On the complete set (72 councils) Kendall"));
    const { complete, all } = drift;
    expect(numberAfter(note, "month is ")).toBe(Number(complete.drift.tauB.toFixed(2)));
    expect(Math.abs(numberAfter(note, "interval ") - complete.drift.interval[0])).toBeLessThan(
      0.011,
    );
    expect(
      Math.abs(numberAfter(note, "permutation p = ") - complete.drift.permutationP),
    ).toBeLessThan(0.02);
    const others = note.slice(note.indexOf("no fair sample"));
    expect(numberAfter(others, "month is ")).toBe(Number(all.drift.tauB.toFixed(2)));
    expect(note).toContain("January 2025 (22 councils) and later (50)");
    expect(
      Math.abs(numberAfter(note, "later (50): permutation p = ") - complete.drift.jonckheereP),
    ).toBeLessThan(0.02);
    // The square root of R's chi-square, 1.0175; the exact p.
    expect(note).toContain("over 18 months: z 1.01, exact p = 0.33.");
    expect(
      Math.abs(
        numberAfter(note, "deviations from the mean: permutation p = ") - complete.drift.cusumP,
      ),
    ).toBeLessThan(0.02);
  });

  it("names the pilots, their known totals, and no rating that is not confirmed", async () => {
    const table = (await report).blocks.find(
      (block) => "id" in block && block.id === "pilots",
    ) as Table;
    // The scores in the rows: 2+3+3+3+3+2+2+3+3 and 2+2+2+3+2+2+3+2+3.
    expect(
      table.data.rows.map(({ council, pilotSum, formal }) => [council, pilotSum, formal]),
    ).toEqual([
      ["Birmingham", 24, null],
      ["Lincolnshire", null, null],
      ["North Lincolnshire", null, null],
      ["Nottingham", 21, "Not confirmed"],
      ["Suffolk", null, null],
    ]);
  });

  it("states the cut of its control and is well said on each set", async () => {
    const { blocks } = await report;
    expect(blocks.filter(({ kind }) => kind === "control")).toEqual([
      { kind: "control", label: "Last month of the first councils", value: "January 2025" },
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
    const said = async (name: string) => proseIn(await runNamed("pilots", cases[name])).join("\n");
    expect(await said("no council")).toMatch(/^There are no pilots in these data\./);
    expect(await said("no council")).toContain("First and later councils cannot be compared.");
    const tests = async (name: string) =>
      proseIn(await runNamed("methods", cases[name])).join("\n");
    // Of the one council the pilot is a copy: one pair, 2 / 2 = 1.
    expect(await tests("one council that was a pilot")).toContain(
      "1 pair would give a two-sided p of 1 at the least",
    );
    // All of the first tranche at 27, all later ones at 18: A is 1, and totals fell.
    const apart = await said("tranches apart");
    expect(apart).toContain("First and later councils have different totals.");
    expect(apart).toContain("Totals fell with the month of publication.");
    expect(await tests("tranches apart")).toContain("a tie counting half, is 1 (");
    // 120 and 120 with the same two totals: A is .5, its interval within .4 to .6.
    expect(await said("tranches alike")).toContain(
      "First and later councils have totals that are alike.",
    );
    // Twenty pairs could reach .05, so that nothing is said of the least p.
    expect(await tests("many pilots")).not.toContain("at the least");
  });
});
