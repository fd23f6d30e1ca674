import { describe, expect, it } from "vitest";
import type { Block } from "../../src/report/block.js";
import { toCsv } from "../../src/report/csv.js";
import { blockHtml } from "../../src/report/blockHtml.js";
import { claims } from "../../src/claims/claims.js";
import { readDataset } from "../../src/data/readDataset.js";
import { madeUp } from "../madeUp.js";
import { blocksOf, caseData, expectPlainWords, figureOf, tableOf, wordsOf } from "./blocks.js";

describe("on the published data", { timeout: 120_000 }, () => {
  let blocks: readonly Block[];
  const get = async () => (blocks ??= await blocksOf("claims", readDataset()));

  it("opens with the number of each verdict", async () => {
    const words = wordsOf(await get());
    const rows = tableOf(await get(), "claims").data.rows;
    const n = (verdict: string) => rows.filter((row) => row.verdict === verdict).length;
    expect(n("supported") + n("not supported") + n("undecidable")).toBe(18);
    // The verdicts themselves are held in test/claims/verdicts.test.ts.
    expect(words).toContain(
      `Of 18 claims about the word and its nine scores, the data support ${n("supported")}, do not support ${n("not supported")}, and leave ${n("undecidable")} open.`,
    );
    expect(words).toContain("Undecidable does not mean false.");
    expectPlainWords(words);
  });

  it("has a section for each claim, with who, rule, evidence and other data", async () => {
    const words = wordsOf(await get());
    for (const { id, text, by, rule } of claims) {
      const section = words.slice(words.indexOf(`### ${id}. ${text}`));
      expect(section.startsWith(`### ${id}. `)).toBe(true);
      expect(section).toContain(`**Who says it:** ${by}.`);
      expect(section).toContain(`**What would decide it:** ${rule.words}.`);
    }
    // C1, counted from assessments.csv: 30 of 46 rated Good by 3 October 2025 by their date, and both
    // of those dated October alone that the coverage file lists: 32 of 48.
    expect(words).toMatch(
      /Share of councils rated Good that score 1 or 2 on assessing needs: 67% \(/,
    );
  });

  it("keeps every column of the table in its CSV, and the long ones off the page", async () => {
    const table = tableOf(await get(), "claims");
    const [header] = toCsv(table.data).split("\r\n");
    expect(header).toBe(
      "Claim,What is claimed,Who claims it,Mark,Verdict,Kind,Evidence,Rule,On other data",
    );
    const html = blockHtml(table);
    expect(html.match(/<th scope="col"/g)).toHaveLength(5);
    expect(html).not.toContain("Holm");
  });

  it("draws each claim that has an interval against its bound", async () => {
    const { data } = figureOf(await get(), "claim-intervals");
    const row = (id: string) => data.rows.find((one) => one.id === id);
    expect(row("C1")).toMatchObject({ bound: "50%" });
    expect(row("C7")).toMatchObject({ bound: ".70" });
    expect(row("C10")).toMatchObject({ bound: "−.20 and .20" });
    expect(row("C8")).toBeUndefined();
  });
});

describe("on other data", { timeout: 120_000 }, () => {
  it.each([
    ["one council", () => caseData("passes-one-council")],
    ["no assessment", () => ({ ...readDataset(), assessments: [] })],
    ["one word", () => madeUp(["333333333", "333333333", "333333332"])],
  ])("reads well: %s", async (_, data) => {
    expectPlainWords(wordsOf(await blocksOf("claims", data())));
  });
});
