import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Dataset } from "../../../src/councils/data/dataset.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { runNotebook } from "../../../src/runNotebook.js";
import type { Report } from "../../../src/engine/report/block.js";
import { madeUp } from "../../madeUp.js";
import { reference } from "./reference.js";

const warnings: string[] = [];
const explore = (dataset: Dataset): Promise<Report> =>
  runNotebook(fileURLToPath(new URL("../../../notebooks/explore.html", import.meta.url)), {
    dataset,
    params: { set: "complete", council: null },
    onWarning: (line) => warnings.push(line),
  });

const tablesOf = ({ blocks }: Report) =>
  blocks.flatMap((block) => (block.kind === "table" ? [block] : []));

describe("the notebook to copy", () => {
  it("shows an Arquero table, a Plot with words and rows of SQL, with the numbers that R gives", async () => {
    const report = await explore(readDataset());
    const { n, byWord } = reference.complete;
    const [words, reports] = tablesOf(report);
    expect(words.data.rows).toEqual(
      ["Inadequate", "Requires improvement", "Good", "Outstanding"].map((word) => ({
        rating: word,
        councils: byWord[word].n,
        lowest: byWord[word].min,
        median: byWord[word].median,
        highest: byWord[word].max,
      })),
    );
    // The files have every report; R counts them by kind.
    const counted = new Map<unknown, number>();
    for (const { kind, reports: count } of reports.data.rows)
      counted.set(kind, (counted.get(kind) ?? 0) + Number(count));
    expect(Object.fromEntries(counted)).toEqual(reference.kind);
    const text = JSON.stringify(report.blocks);
    expect(text).toContain(`for ${n} councils. Sums of councils that are Good run from`);
    expect(text).toContain(`Sums of ${n} councils of every type`);
    expect(report.blocks.find(({ kind }) => kind === "control")).toMatchObject({
      label: "Type of council",
      value: "every type",
    });
    expect(warnings).toEqual([]);
  });

  it.each([
    ["no council with nine scores", ["1.2222222"]],
    ["one council", ["333333333"]],
    ["councils that all have the same scores", Array<string>(5).fill("222222222")],
  ])("runs with %s", async (_, profiles) => {
    const report = await explore(madeUp(profiles));
    expect(JSON.stringify(report.blocks.filter(({ kind }) => kind !== "content"))).not.toMatch(
      /NaN|undefined|Infinity/,
    );
  });
});
