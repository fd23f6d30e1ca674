import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readDataset } from "../../src/councils/data/readDataset.js";
import type { Table } from "../../src/engine/report/block.js";
import type { Dataset } from "../../src/councils/data/dataset.js";
import reference from "../reference/driftRegionsContext.json" with { type: "json" };
import { madeUp } from "../madeUp.js";
import { publishedData as real } from "../publishedData.js";
import { expectWellSaid, proseIn, runNamed, saidIn } from "./said.js";

const caseOf = (name: string) =>
  readDataset({ dir: fileURLToPath(new URL(`../cases/data/${name}`, import.meta.url)) });

describe("the national notebook on the published data", () => {
  const report = runNamed("national", real);

  it("opens with the finding, then with four numbers", async () => {
    const [finding, numbers] = proseIn(await report);
    // R on the 72: binom.test(50, 72): 0.5747 to 0.7976.
    expect(finding).toBe(
      "50 of 72 councils are rated Good or Outstanding. That is 69% (95% interval 57% to 80%). Of all 153 councils it may be from 56 to 116.",
    );
    expect(numbers).toBe(
      [
        "- 93 of 153 councils with a confirmed rating",
        "- 16 of 72 councils with a total of 23",
        "- 52 of 72 councils below good on assessing needs",
        "- 22 of 72 councils one point from another rating",
      ].join("\n"),
    );
  });

  // What single findings say of these data is in test/councils/findings.
  it.each([
    "The most common total is 23, the lowest that is Good. 16 of 72 councils have it. Totals run from 12 to 32.",
    "Of 9 councils with every score known, 1 is rated Good or better. Of 12 councils with a confirmed rating and without every score, 5 are rated Good or better.",
    "An interval describes a hypothetical repeat of the rating process on councils like these.",
    "Nothing here ranks councils",
  ])("says: %s", async (sentence) => {
    expect(proseIn(await report).join("\n")).toContain(sentence);
  });

  it("quotes the test of regions that R gave, on both sets, to what a permutation can differ", async () => {
    const text = proseIn(await runNamed("methods", real)).find((line) =>
      line.includes("The Kruskal-Wallis"),
    )!;
    const found =
      /complete set \(72 councils\): over 9 regions p = (0\.\d+) and over 4 types of council p = (0\.\d+)\. On every report known \(81 councils, no fair sample\): over 9 regions p = (0\.\d+) and over 4 types of council p = (0\.\d+)\./.exec(
        text,
      )!;
    const [ofRegions, ofTypes, ofAll, typesOfAll] = found.slice(1).map(Number);
    const { complete, all } = reference;
    expect(Math.abs(ofRegions - complete.regions.permutationP)).toBeLessThan(0.01);
    expect(Math.abs(ofTypes - complete.types.permutationP)).toBeLessThan(0.02);
    expect(Math.abs(ofAll - all.regions.permutationP)).toBeLessThan(0.006);
    expect(Math.abs(typesOfAll - all.types.permutationP)).toBeLessThan(0.02);
  });

  it("shows each figure and table once, and controls with their defaults", async () => {
    const { blocks } = await report;
    expect(blocks.flatMap((block) => ("id" in block ? [block.id] : []))).toEqual([
      "sum-histogram",
      "statement-bars",
      "sums-by-region",
      "sums-by-type",
      "hex-map",
      "look-up",
    ]);
    expect(blocks.filter(({ kind }) => kind === "control")).toEqual([
      { kind: "control", label: "Region", value: "Every region" },
      { kind: "control", label: "Type of council", value: "Every type" },
      { kind: "control", label: "Council", value: "everything" },
    ]);
  });

  it("prints no rating that is not confirmed or that was withdrawn", async () => {
    const { blocks } = await report;
    const rowsOf = (id: string) =>
      blocks.find((block): block is Table => block.kind === "table" && block.id === id)!.data.rows;
    const low = real.assessments.filter(
      ({ kind, confidence, rating, status }) =>
        kind === "formal" && confidence === "low" && rating !== null && status !== "withdrawn",
    );
    expect(low.length).toBeGreaterThan(15);
    // Both numbers stand on one page: 116 with a rating, 23 of them not confirmed.
    const map = blocks.find((block) => "id" in block && block.id === "hex-map")!;
    expect(map).toHaveProperty("title", "93 of 153 councils have a confirmed rating here");
    const rated = new Map(rowsOf("look-up").map(({ council, rating }) => [council, rating]));
    for (const { council } of low)
      expect([council, rated.get(council)]).toEqual([council, "Not confirmed"]);
    expect(rated.get("Bromley")).toBe("Reported withdrawn");
    // Sources disagree on one of its scores: 19, or 20.
    expect(rowsOf("look-up").find(({ council }) => council === "Warrington")!.total).toBe(
      "19 or 20",
    );
    const text = proseIn(await report).join("\n");
    for (const { council } of low) expect(text).not.toContain(council);
  });

  it("is well said on each set", async () => {
    expectWellSaid(await report);
    const all = await runNamed("national", real, "all");
    expectWellSaid(all);
    // 81 councils with nine scores among all known, 85 with a sum.
    expect(saidIn(all).join("\n")).toContain("16 of 85 councils have it.");
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

  it("says what there is of no council, of one, and of one rating", async () => {
    const opening = async (name: string) =>
      proseIn(await runNamed("national", cases[name]))
        .slice(0, 2)
        .join("\n");
    expect(await opening("no council")).toMatch(
      /^No total is known in these data\. So nothing can be said of how councils are rated\.\n/,
    );
    expect(await opening("one council")).toMatch(
      /^1 of 1 council is rated Good or Outstanding\..*\n- 1 of 1 council with a confirmed rating\n/,
    );
    // Twenty of one profile: every one at 25, which is not the lowest that is Good.
    const said = async (name: string) =>
      proseIn(await runNamed("national", cases[name])).join("\n");
    expect(await said("one word for all")).toContain("The most common total is 25. 20 of 20");
    expect(await said("all sums apart")).toContain("No two of 4 councils have the same total.");
  });

  it("writes a council's name as text", async () => {
    const { blocks } = await runNamed("national", cases["a case of markup"]);
    for (const block of blocks)
      if (block.kind === "prose") expect(block.markdown).not.toMatch(/(?<!\\)<\w/);
  });
});
