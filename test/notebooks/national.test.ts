import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readDataset } from "../../src/councils/data/readDataset.js";
import type { Dataset } from "../../src/councils/data/dataset.js";
import reference from "../reference/driftRegionsContext.json" with { type: "json" };
import { madeUp } from "../madeUp.js";
import { expectWellSaid, proseIn, runNamed, saidIn } from "./said.js";

const real = readDataset();
const caseOf = (name: string) =>
  readDataset({ dir: fileURLToPath(new URL(`../cases/data/${name}`, import.meta.url)) });

describe("the national notebook on the published data", () => {
  const report = runNamed("national", real);

  it("opens with the words known, their bounds, the common sum and the lowest statement", async () => {
    const opening = proseIn(await report).slice(0, 4);
    // awk over data/assessments.csv: 115 formal words that stand, 23 of low confidence; without
    // them 3, 53, 34 and 2. 56 and 56 + 61 of 153 are 36.6% and 76.5%.
    expect(opening[0]).toMatch(
      /^A word is known for 115 of 153 councils, 23 of them with low confidence\. Of the 92 words known with more confidence, 3 are Outstanding, 53 Good, 34 Requires improvement and 2 Inadequate\./,
    );
    expect(opening[0]).toContain(
      "between 56 and 117 of 153 councils (36% to 77%, rounded outward) are Good or Outstanding",
    );
    // R on the 72: 16 at 23; binom.test(50, 72): .5747 to .7976.
    expect(opening[1]).toMatch(
      /^The most common sum is 23, the lowest that is Good: 16 of 72 councils\./,
    );
    expect(opening[1]).toContain("Sums run from 12 to 32.");
    expect(opening[1]).toContain("50 of 72 (69%, 95% interval 57% to 80%");
    // A count of scores of 1 and 2 by a script over the file: 52, 41 and 11 of 72.
    expect(opening[2]).toMatch(
      /^Assessing needs is the statement most often scored below 3, a good standard: 52 of 72 councils\. Next is Equity in experience and outcomes \(41 of 72\)\. Least often below 3 is Learning, improvement and innovation \(11 of 72\)\./,
    );
    // 61 = 153 - 92. Later reports: 9 with nine scores, of which 1 is Good; 16 of the 34 others.
    expect(opening[3]).toMatch(/^What cannot be said\. For 61 of 153 councils/);
    expect(opening[3]).toContain(
      "of the 9 with nine known scores 1 has a word of Good or better, and of the 34 others with a known word, of whatever confidence, 16.",
    );
  });

  it("quotes the test of regions that R gave, on both sets, to what a permutation can differ", async () => {
    const text = proseIn(await report).find((line) => line.startsWith("The Kruskal-Wallis"))!;
    const [, ofRegions, ofTypes] =
      /9 regions the permutation test gives p (\.\d+)\..*4 types of council the permutation test gives p (\.\d+)\./.exec(
        text,
      )!;
    expect(Math.abs(Number(ofRegions) - reference.complete.regions.permutationP)).toBeLessThan(
      0.01,
    );
    expect(Math.abs(Number(ofTypes) - reference.complete.types.permutationP)).toBeLessThan(0.02);
    const [, ofAll, typesOfAll] =
      /\(81 councils, no fair sample\), over 9 regions it is p (\.\d+), and over 4 types p (\.\d+)\./.exec(
        text,
      )!;
    expect(Math.abs(Number(ofAll) - reference.all.regions.permutationP)).toBeLessThan(0.006);
    expect(Math.abs(Number(typesOfAll) - reference.all.types.permutationP)).toBeLessThan(0.02);
  });

  it("shows each figure and table once, and controls with their defaults", async () => {
    const { blocks } = await report;
    expect(blocks.flatMap((block) => ("id" in block ? [block.id] : []))).toEqual([
      "words",
      "coverage-bars",
      "hex-map",
      "sum-histogram",
      "statement-bars",
      "score-heat-map",
      "sums-by-region",
      "sums-by-type",
      "checks",
      "sources",
      "notes",
      "revisions",
    ]);
    expect(blocks.filter(({ kind }) => kind === "control")).toEqual([
      { kind: "control", label: "Region", value: "Every region" },
      { kind: "control", label: "Type of council", value: "Every type" },
      { kind: "control", label: "Council", value: "everything" },
    ]);
    const heatMap = blocks.find((block) => "id" in block && block.id === "score-heat-map");
    expect(heatMap).toHaveProperty("vegaLite.$schema", expect.stringContaining("vega-lite/v6"));
  });

  it("states no word of low confidence as a council's in its prose", async () => {
    const low = real.assessments.filter(({ confidence }) => confidence === "low");
    expect(low.length).toBeGreaterThan(20);
    const text = proseIn(await report).join("\n");
    for (const { council } of low) expect(text).not.toContain(council);
  });

  it("is well said on each set", async () => {
    expectWellSaid(await report);
    const all = await runNamed("national", real, "all");
    expectWellSaid(all);
    // 81 councils with nine scores among all known, 85 with a sum.
    expect(saidIn(all).join("\n")).toContain(
      "The most common sum is 23, the lowest that is Good: 16 of 85",
    );
  });
});

describe("the national notebook on other data", () => {
  const one = "223333333";
  const cases: Readonly<Record<string, Dataset>> = {
    "no council": madeUp([]),
    "one council": madeUp([one]),
    "one council of low confidence": madeUp([one], () => ({ confidence: "low" })),
    "one word for all": madeUp(Array.from({ length: 20 }, () => one)),
    "no scores": madeUp([".........", "........."], () => ({ rating: "Good" })),
    "no words": madeUp([one, one], () => ({ rating: null })),
    "withdrawn alone": madeUp([one], () => ({ status: "withdrawn" })),
    "later reports alone": madeUp([one, one], () => ({ published: "2026-03" })),
    "undated reports": madeUp([one, "222222222"], () => ({ published: null })),
    "all sums apart": madeUp(["222222222", "322222222", "332222222", "333222222"]),
    "a case of one council": caseOf("passes-one-council"),
    "a case of unknown scores": caseOf("passes-unknown-scores"),
    "a case of every sum": caseOf("passes-every-sum"),
    "a case of markup": caseOf("passes-markup-as-text"),
  };

  it.each(Object.keys(cases))("is well said: %s", async (name) => {
    for (const set of ["complete", "all"] as const)
      expectWellSaid(await runNamed("national", cases[name], set));
  });

  it("says what there is of no council, of one, and of one word", async () => {
    const opening = async (name: string) =>
      proseIn(await runNamed("national", cases[name]))
        .slice(0, 2)
        .join("\n");
    expect(await opening("no council")).toMatch(
      /^No word is known for any of 0 councils\..*\nNo council has a known sum in these data\./,
    );
    expect(await opening("one council")).toMatch(
      /^A word is known for 1 of 1 council\. Of the one word known with more confidence, 0 are Outstanding, 1 Good, 0 Requires improvement and 0 Inadequate\..*\nOne council has a known sum\./,
    );
    expect(await opening("one council of low confidence")).toMatch(
      /^A word is known for 1 of 1 council, with low confidence\. .*between 0 and 1 of 1 council \(0% to 100%, rounded outward\)/,
    );
    // Twenty of one profile: every one at 25, which is not the lowest that is Good.
    expect(await opening("one word for all")).toContain(
      "The most common sum is 25: 20 of 20 councils.",
    );
    expect(await opening("all sums apart")).toContain("No two of 4 councils have the same sum.");
  });

  it("writes a council's name as text", async () => {
    const { blocks } = await runNamed("national", cases["a case of markup"]);
    for (const block of blocks)
      if (block.kind === "prose") expect(block.markdown).not.toMatch(/(?<!\\)<\w/);
  });
});
