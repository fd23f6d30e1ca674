import { describe, expect, it } from "vitest";
import type { Block } from "../../src/engine/report/block.js";
import { toCsv } from "../../src/engine/report/csv.js";
import { blockHtml } from "../../src/engine/report/blockHtml.js";
import { claims } from "../../src/councils/claims/claims.js";
import { evaluateClaims } from "../../src/councils/claims/evaluateClaims.js";
import { claimsTable } from "../../src/councils/tables/claimsTable.js";
import { madeUp } from "../madeUp.js";
import { publishedData } from "../publishedData.js";
import { blocksOf, caseData, expectPlainWords, figureOf, tableOf, wordsOf } from "./blocks.js";

describe("on the published data", { timeout: 120_000 }, () => {
  let blocks: readonly Block[];
  const get = async () => (blocks ??= await blocksOf("claims", publishedData));

  it("opens with the number of each verdict", async () => {
    const words = wordsOf(await get());
    const rows = tableOf(await get(), "claims").data.rows;
    const n = (verdict: string) => rows.filter((row) => row.verdict === verdict).length;
    expect(n("supported") + n("not supported") + n("undecidable")).toBe(25);
    // The verdicts themselves are held in test/claims/verdicts.test.ts.
    expect(words).toContain(
      `The data support ${n("supported")} of 25 claims, and leave ${n("undecidable")} open.** They speak against ${n("not supported")}.`,
    );
    expect(words).toContain("A claim that is left open may be true.");
    expectPlainWords(words);
  });

  it("has a section for each claim, with who, rule, evidence and other data", async () => {
    const words = wordsOf(await get());
    for (const { id, text, by, rule } of claims) {
      const section = words.slice(words.indexOf(`### ${id}. ${text}`));
      expect(section.startsWith(`### ${id}. `)).toBe(true);
      expect(section).toContain(`**Who says it:** ${by}.`);
      expect(section).toContain(`**Rule:** ${rule.words}.`);
    }
    // C1, counted from assessments.csv: 30 of 46 rated Good by 3 October 2025 by their date, and both
    // of those dated October alone that the coverage file lists: 32 of 48.
    expect(words).toMatch(
      /Share of councils rated Good that score 1 or 2 on assessing needs: 67% \(/,
    );
  });

  it("gives the verdicts that ninefold claims gives, on other data too, where it draws less", async () => {
    const { rows } = tableOf(await get(), "claims").data;
    const drawn = claimsTable(evaluateClaims(publishedData), { source: "Ninefold" }).data.rows;
    const verdicts = (some: typeof rows) =>
      some.map(({ id, verdict, changes }) => `${id} ${verdict}: ${changes}`).sort();
    expect(rows).toHaveLength(claims.length);
    expect(verdicts(rows)).toEqual(verdicts(drawn));
  });

  it("says in the same breath what a number would mislead without", async () => {
    const words = wordsOf(await get());
    const evidence = (id: string) => {
      const section = words.slice(words.indexOf(`### ${id}. `));
      return /Data:\*\* (.*)/.exec(section)![1];
    };
    // Seven seeds of 99,999 draws end between -.1981 and -.1966, and one of 9,999 at -.203.
    expect(evidence("C12")).toMatch(/−0\.020 \(−0\.19\d to 0\.1\d\d; 95%, percentile bootstrap\)/);
    expect(evidence("C12")).toContain("Of 72 councils 1 (Isles of Scilly) is left out");
    // R's formula for the error of a quantile: 0.0024, which is less than what is left to 0.20.
    expect(evidence("C12")).toMatch(
      /close to the edge of the rule: an end of the interval lies 0\.004 from a bound\. With 39,999 draws that end is known to about ±0\.002\./,
    );
    expect(evidence("C10")).toContain("does not show that the scale held still");
    // R: the largest of ten, of 71 councils with it.
    expect(evidence("C18")).toMatch(
      /: 0\.18; p .*largest of 10 measures, 3c\(1\).*known for 71 of the 72/,
    );
    expect(evidence("C14")).toContain("(1% to 41%; certain bounds, rounded outward");
    expect(evidence("C13")).toContain("these data can never decide it");
    expect(words).not.toContain("another seed may");
  });

  it("keeps every column of the table in its CSV, and the long ones off the page", async () => {
    const table = tableOf(await get(), "claims");
    const [header] = toCsv(table.data).split("\r\n");
    expect(header).toBe(
      '\ufeffClaim,What is claimed,Who claims it,Mark,By,Verdict,Kind,Estimate,"Interval, low",' +
        '"Interval, high",Unit (a share is 0 to 1),Councils,p,"p, adjusted",Evidence,Rule,On other data',
    );
    const html = blockHtml(table);
    expect(html.match(/<th scope="col"/g)).toHaveLength(5);
    expect(html).not.toContain("Holm");
  });

  it("draws each claim that has an interval against its bound", async () => {
    const { data } = figureOf(await get(), "claim-intervals");
    const row = (id: string) => data.rows.find((one) => one.id === id);
    expect(row("C1")).toMatchObject({ bound: "50%" });
    expect(row("C7")).toMatchObject({ bound: "0.70" });
    expect(row("C10")).toMatchObject({ bound: "−0.20 and 0.20" });
    expect(row("C8")).toBeUndefined();
  });
});

describe("on other data", { timeout: 120_000 }, () => {
  it.each([
    ["one council", () => caseData("passes-one-council")],
    ["no assessment", () => ({ ...publishedData, assessments: [] })],
    ["one word", () => madeUp(["333333333", "333333333", "333333332"])],
  ])("reads well: %s", async (_, data) => {
    expectPlainWords(wordsOf(await blocksOf("claims", data())));
  });
});
