import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Dataset } from "../../../src/councils/data/dataset.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { runNotebook } from "../../../src/runNotebook.js";
import type { Report, Rows } from "../../../src/engine/report/block.js";
import { madeUp, scheme } from "../../madeUp.js";
import { reference } from "./reference.js";

const statements = scheme.parts;

const explore = (dataset: Dataset): Promise<Report> =>
  runNotebook(fileURLToPath(new URL("../../../notebooks/explore.html", import.meta.url)), {
    dataset,
    params: { set: "complete", council: null },
  });

/** The rows of each table and figure, by id. */
function rowsOf({ blocks }: Report): Record<string, Rows["rows"]> {
  return Object.fromEntries(
    blocks.flatMap((block) =>
      block.kind === "table" || block.kind === "figure" ? [[block.id, block.data.rows]] : [],
    ),
  );
}

describe("the notebook to copy", () => {
  it("shows an Arquero table, a Plot and a Vega-Lite figure with the numbers that R gives", async () => {
    const report = await explore(readDataset());
    const { n, byWord, byType, below3 } = reference.complete;
    const rows = rowsOf(report);
    expect(Object.keys(rows)).toEqual(["sums-by-word", "sums-by-type", "statements-below-3"]);
    const words = ["Inadequate", "Requires improvement", "Good", "Outstanding"];
    expect(rows["sums-by-word"]).toEqual(
      words.map((word) => ({
        implied_rating: word,
        councils: byWord[word].n,
        lowest: byWord[word].min,
        median: byWord[word].median,
        highest: byWord[word].max,
      })),
    );
    for (const [type, spread] of Object.entries(byType)) {
      const ofType = rows["sums-by-type"].filter((row) => row.type === type);
      const total = ofType.reduce((sum, { councils }) => sum + Number(councils), 0);
      const points = ofType.reduce((sum, row) => sum + Number(row.councils) * Number(row.sum), 0);
      expect(total).toBe(spread.n);
      expect(points / total).toBeCloseTo(spread.mean, 9);
    }
    expect(rows["statements-below-3"].map(({ councils }) => councils)).toEqual(
      statements.map(({ id }) => below3[id]),
    );
    const figures = report.blocks.filter((block) => block.kind === "figure");
    expect(figures.map((figure) => figure.n)).toEqual([n, n]);
    expect(figures.map((figure) => figure.vegaLite !== undefined)).toEqual([false, true]);
    // 52 of 72 is the count of scores below 3 on QS1 in the complete set
    expect(figures[1].title).toBe(
      `Scores below 3 are most common on Assessing needs: ${below3.qs1} of ${n} councils`,
    );
    const [opening] = report.blocks;
    expect(opening).toMatchObject({ kind: "prose" });
    expect(JSON.stringify(opening)).toContain(`for ${n} councils with nine known scores`);
    expect(JSON.stringify(opening)).toContain(
      `are Good run from ${byWord.Good.min} to ${byWord.Good.max}`,
    );
  });

  it.each([
    ["no council with nine scores", ["1.2222222"]],
    ["one council", ["333333333"]],
    ["councils that all have the same scores", Array<string>(5).fill("222222222")],
  ])("runs with %s", async (_, profiles) => {
    const report = await explore(madeUp(profiles));
    expect(Object.keys(rowsOf(report))).toHaveLength(3);
    expect(JSON.stringify(report)).not.toMatch(/NaN|undefined|Infinity/);
  });
});
