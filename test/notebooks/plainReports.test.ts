import { describe, expect, it } from "vitest";
import { readDataset } from "../../src/councils/data/readDataset.js";
import type { Dataset } from "../../src/councils/data/dataset.js";
import type { Report } from "../../src/engine/report/block.js";
import {
  complaintsOf,
  fleschKincaid,
  numbersIn,
  sentencesOf,
  wordsIn,
} from "../councils/findings/plainWords.js";
import { madeUp } from "../madeUp.js";
import { proseIn, runNamed } from "./said.js";

const datasets: Readonly<Record<string, () => Dataset>> = {
  "the published data": () => readDataset(),
  "one council": () => madeUp(["223333333"]),
  "no scores": () => madeUp([".........", "........."], () => ({ rating: "Good" })),
  "no council": () => madeUp([]),
};

/** What any reader reads: prose up to the notes for analysts, a paragraph or an item each. */
function readBy(report: Report): string[] {
  const text = proseIn(report).join("\n\n");
  return text
    .slice(0, text.indexOf("## Notes for analysts"))
    .split(/\n+(?:- )?|^- /)
    .filter((line) => line.trim() !== "");
}

const isHeading = (line: string) => line.startsWith("#");

/** Headlines, which have no full stop of their own, are sentences too. */
const asSentences = (lines: readonly string[]) =>
  lines
    .filter((line) => !isHeading(line))
    .map((line) => line.trim().replace(/[^.?!]$/, "$&."))
    .join(" ");

describe.each(["national", "single-word"])("%s is plain", (name) => {
  it.each(Object.keys(datasets))("%s", async (data) => {
    const report = await runNamed(name, datasets[data]());
    const lines = readBy(report);
    const text = asSentences(lines);
    expect(lines.flatMap(complaintsOf)).toEqual([]);
    for (const heading of lines.filter(isHeading)) {
      expect(wordsIn(heading).length).toBeLessThanOrEqual(12);
      expect(numbersIn(heading).length).toBeLessThanOrEqual(2);
    }
    expect(fleschKincaid(text)).toBeLessThanOrEqual(8);
    expect((100 * numbersIn(text).length) / wordsIn(text).length).toBeLessThanOrEqual(5);
  });

  it("has few words before the finding and before the first chart", async () => {
    const report = await runNamed(name, readDataset());
    const head = [report.title, ...report.about].flatMap(wordsIn).length;
    expect(head).toBeLessThanOrEqual(45);
    const chart = report.blocks.findIndex(({ kind }) => kind === "figure");
    const before = proseIn({ ...report, blocks: report.blocks.slice(0, chart) }).flatMap(wordsIn);
    expect(head + before.length).toBeLessThanOrEqual(150);
    // The first block is the finding: one sentence of at most 12 words, and a little more.
    const [finding] = sentencesOf(proseIn(report)[0]);
    expect(wordsIn(finding).length).toBeLessThanOrEqual(12);
  });

  it("says each caveat once in its prose", async () => {
    const text = proseIn(await runNamed(name, readDataset())).join("\n");
    for (const caveat of ["hypothetical repeat", "ranks councils", "how well a council serves"])
      expect(text.split(caveat)).toHaveLength(2);
  });
});
