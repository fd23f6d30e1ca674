import { describe, expect, it } from "vitest";
import { toCsv } from "../../src/engine/report/csv.js";
import { publishedData } from "../publishedData.js";
import { blocksOf, figureOf, tableOf, wordsOf } from "./blocks.js";

/**
 * Counted by hand in assessments.csv: formal, not withdrawn, with a rating, 116 rows. Inadequate: 3,
 * of which one has low confidence. Of the 93 with more confidence 3 are Outstanding, 53 Good, 35
 * Requires improvement, 2 Inadequate. Of 153 councils 153 - 93 = 60 are open, so Inadequate are 2 to
 * 62: 1.31% to 40.52%.
 */
describe("no rating is counted once with and once without what is not confirmed", () => {
  it("in the table of ratings", async () => {
    const table = tableOf(await blocksOf("methods", publishedData), "words");
    expect(table.scope).toContain("116 councils; 23 of their ratings are not confirmed");
    const csv = toCsv(table.data).split("\r\n");
    expect(csv[0]).toBe(
      '\ufeffRating,"Councils, confirmed ratings",Lowest possible share of all councils,Highest possible share of all councils',
    );
    expect(csv.slice(1, 5).map((line) => line.split(",").slice(0, 2))).toEqual([
      ["Outstanding", "3"],
      ["Good", "53"],
      ["Requires improvement", "35"],
      ["Inadequate", "2"],
    ]);
    expect(table.data.rows[3]).toMatchObject({ low: 2 / 153, high: 62 / 153 });
  });

  it("among rare events", async () => {
    const blocks = await blocksOf("methods", publishedData);
    const { rows } = tableOf(blocks, "event-rates").data;
    const rated = rows.filter(({ event }) => event === "Confirmed rating is Inadequate");
    // The complete set has one, Blackpool, and no rating that is not confirmed.
    expect(rated.map(({ seen, among }) => [seen, among])).toEqual([
      ["1 of 72", 81],
      ["2 of 93", 60],
    ]);
    const published = figureOf(blocks, "icon-array").data.rows.slice(-4);
    expect(published.map(({ what, councils }) => [what, councils])).toEqual([
      ["Inadequate", 2],
      ["another rating", 91],
      ["rating not confirmed", 23],
      ["rating not known here", 37],
    ]);
  });

  it("in the evidence of a claim, on the page and in its CSV", async () => {
    const blocks = await blocksOf("claims", publishedData);
    const { rows } = tableOf(blocks, "claims").data;
    const evidence = rows.find(({ id }) => id === "C14")!.evidence as string;
    expect(evidence).toMatch(/ Beside it: by confirmed ratings alone: 2\.$/);
    expect(wordsOf(blocks)).toContain(evidence);
    expect(wordsOf(blocks)).not.toContain("as far as is known");
  });
});
