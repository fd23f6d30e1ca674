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

/** What is said of one claim, from its verdict on. */
const sectionOf = (words: string, id: string) =>
  new RegExp(
    `^${id}, (?:supported|not supported|left open): [^]*?(?=\n[A-Z]\\d+, |(?![^]))`,
    "m",
  ).exec(words)?.[0] ?? expect.fail(`nothing is said of ${id}`);

describe("on the published data", { timeout: 120_000 }, () => {
  let blocks: readonly Block[];
  const get = async () => (blocks ??= await blocksOf("claims", publishedData));

  it("opens with the number of each verdict", async () => {
    const words = wordsOf(await get());
    const rows = tableOf(await get(), "claims").data.rows;
    const n = (verdict: string) => rows.filter((row) => row.verdict === verdict).length;
    expect(n("supported") + n("not supported") + n("left open")).toBe(25);
    // The verdicts themselves are held in test/claims/verdicts.test.ts.
    expect(words).toContain(
      `The data support ${n("supported")} of 25 claims, and leave ${n("left open")} open.** By the rules set for them ${n("not supported")} are not supported. Of the 5 that others made, 1 is supported and 1 not; the rest of theirs are open. We asked 20.`,
    );
    expect(words).toContain("A claim that is left open may be true.");
    expectPlainWords(words);
  });

  it("has a section for each claim, with who, rule, evidence and other data", async () => {
    const words = wordsOf(await get());
    for (const { id, text, by, rule } of claims) {
      const section = sectionOf(words, id);
      expect(section).toContain(`: ${text}\n`);
      expect(section).toContain(`Who says it: ${by}.\n`);
      expect(section).toMatch(/^Rule \((?:rule first|exploratory|descriptive)\): /m);
      expect(section).toContain(`: ${rule.words}.\n`);
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
    const evidence = (id: string) => /^Data: (.*)/m.exec(sectionOf(words, id))![1];
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
    expect(html.match(/<th scope="col"/g)).toHaveLength(4);
    expect(html).not.toContain("Holm");
  });

  it("draws each claim that has an interval against its bound", async () => {
    const blocks = await get();
    const row = (figure: string, id: string) =>
      figureOf(blocks, figure).data.rows.find((one) => one.id === id);
    expect(row("claim-intervals", "C1")).toMatchObject({ bound: "50%", verdict: "supported" });
    expect(row("claim-intervals", "C7")).toBeUndefined();
    expect(row("claim-numbers", "C7")).toMatchObject({ bound: "0.70" });
    expect(row("claim-numbers", "C10")).toMatchObject({ bound: "−0.20 and 0.20" });
    expect(row("claim-numbers", "C8")).toBeUndefined();
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
