import { describe, expect, it } from "vitest";
import type { Block } from "../../src/engine/report/block.js";
import { madeUp } from "../madeUp.js";
import { publishedData } from "../publishedData.js";
import { blocksOf, caseData, expectPlainWords, figureOf, tableOf, wordsOf } from "./blocks.js";

describe("on the published data", () => {
  let blocks: readonly Block[];
  const get = async () =>
    (blocks ??= [
      ...(await blocksOf("intervention", publishedData)),
      ...(await blocksOf("methods", publishedData)),
    ]);

  it("opens with the councils that CQC reported, then with scores of 1", async () => {
    const words = wordsOf(await get());
    // From assessments.csv: formal, not withdrawn, nine scores known: 81. A 1 in five of them, of
    // which Blackpool and East Riding are rated Inadequate. binom.test(5, 81) in R: 0.0203 to 0.1382.
    expect(words).toMatch(
      /^\*\*We found 2 councils that CQC reported to the Secretary of State\.\*\* They are Warrington and Kingston upon Hull\. There may be others\. Neither was rated Inadequate\. Each had a score of 1\./,
    );
    expect(words).toContain(
      "5 of 81 councils have a score of 1.** 3 of them have a better rating than Inadequate. In the complete set it is 2 of 72: 2.8% (95% interval under 1% to 10%).",
    );
    expect(tableOf(await get(), "event-rates").data.rows[1]).toMatchObject({
      share: "6.2%",
      exact: "2.0% to 13.8%",
    });
    expect(words).toContain("2 of 93 councils with a confirmed rating are Inadequate");
    expect(words).toContain("Fewer than five of 81 councils lie just above Inadequate");
    expectPlainWords(words);
  });

  it("counts no rating among the steps: one of three rated councils would be all that it found", async () => {
    const { data } = tableOf(await get(), "ladder");
    expect(data.rows.map(({ step, n }) => [step, n]).slice(0, 2)).toEqual([
      ["Shortcomings flagged to the Government", 1],
      ["Section 50 notification by CQC", 2],
    ]);
  });

  it("counts words by a score of 1 and by notification", async () => {
    const { data } = tableOf(await get(), "notified");
    expect(data.rows.map((row) => Object.values(row))).toEqual([
      ["Inadequate", "Yes", 2, 0, 1, 1],
      ["Requires improvement", "Yes", 3, 2, 0, 1],
      ["Requires improvement", "No", 25, 0, 0, 25],
      ["Good", "No", 49, 0, 0, 49],
      ["Outstanding", "No", 2, 0, 0, 2],
    ]);
  });

  it("names those with a score of 1 by the alphabet, with source and confidence", async () => {
    const { data } = tableOf(await get(), "scored-one");
    expect(data.rows.map(({ council, ones, confidence }) => [council, ones, confidence])).toEqual([
      [
        "Blackpool",
        "Assessing needs, Healthier lives, Equity, Safeguarding, Governance, Learning",
        "high",
      ],
      [
        "East Riding of Yorkshire",
        "Assessing needs, Healthier lives, Equity, Care provision, Safe pathways, Safeguarding, Governance, Learning",
        "medium",
      ],
      ["Kingston upon Hull", "Assessing needs, Healthier lives", "medium"],
      ["Warrington", "Safeguarding", "medium"],
      ["York", "Assessing needs, Care provision, Safe pathways, Safeguarding", "high"],
    ]);
    for (const { address } of data.rows) expect(address).toMatch(/^https:\/\//);
  });

  it("gives no named council a number of its own in the scenario or the margins", async () => {
    for (const id of ["scenario-curve", "cliff-margins"]) {
      const { title, alt, data } = figureOf(await get(), id);
      const said = [title, alt, JSON.stringify(data.rows)].join(" ");
      for (const { name } of publishedData.councils) expect(said).not.toContain(name);
    }
    // d = 0.05: 2 are now, and the tables of the analysis give 12.94 and 2.23 (test/analysis/intervention.test.ts).
    expect(figureOf(await get(), "scenario-curve").title).toBe(
      "At a chance of 5%, 0.2 more councils would be Inadequate",
    );
    const rows = figureOf(await get(), "scenario-curve").data.rows;
    expect(rows.find(({ d }) => d === 0.05)).toMatchObject({
      first: expect.closeTo(12.94, 2) as number,
      low: expect.closeTo(2.23, 2) as number,
    });
    const { rows: bars } = figureOf(await get(), "cliff-margins").data;
    const below = bars.filter(({ what, at }) => what === "Points above 13" && Number(at) <= 0);
    expect(below.reduce((total, { councils }) => total + Number(councils), 0)).toBe(2);
  });

  it("keeps addresses whole in the data and shows them as links", async () => {
    const { data } = tableOf(await get(), "events");
    expect(data.columns.at(-1)).toMatchObject({ key: "source", isAddress: true });
    expect(data.rows).toHaveLength(10);
  });
});

describe("on other data", () => {
  it.each([
    ["one council", () => caseData("passes-one-council")],
    ["unknown scores", () => caseData("passes-unknown-scores")],
    ["no assessment", () => ({ ...publishedData, assessments: [] })],
    ["one council with a 1", () => madeUp(["122222222"])],
    ["one word", () => madeUp(["333333333", "333333333", "333333332"])],
    ["the lowest scores", () => madeUp(["111111111", "111111111"])],
  ])("reads well: %s", async (_, data) => {
    expectPlainWords(wordsOf(await blocksOf("intervention", data())));
  });

  it("says of one council what it is", async () => {
    const words = wordsOf(await blocksOf("intervention", madeUp(["122222222"])));
    expect(words).toContain("1 of 1 council has a score of 1");
  });
});
