import { describe, expect, it } from "vitest";
import { linkTexts, published } from "../../src/cli/published.js";
import type { Dataset } from "../../src/councils/data/dataset.js";
import type { Figure, Report } from "../../src/engine/report/block.js";
import {
  complaintsOf,
  fleschKincaid,
  numbersIn,
  wordsIn,
} from "../councils/findings/plainWords.js";
import { madeUp } from "../madeUp.js";
import { publishedData } from "../publishedData.js";
import { caseData } from "./blocks.js";
import { csvFaults } from "./csvFaults.js";
import { proseIn, runNamed } from "./said.js";

/** Every report there is; `methods` and `claims` hold what statisticians say, in their words. */
const reports = [...published, "compare", "region"];
const technical: readonly string[] = ["methods", "claims"];

const datasets: Readonly<Record<string, Dataset>> = {
  "the published data": publishedData,
  "one council": madeUp(["223333333"]),
  "one council, not confirmed": madeUp(["223333333"], () => ({ confidence: "low" })),
  "no scores": madeUp([".........", "........."], () => ({ rating: "Good" })),
  "no council": madeUp([]),
  "withdrawn alone": madeUp(["223333333"], () => ({ status: "withdrawn" })),
  "no rating": caseData("passes-no-word"),
  "a rating by judgement": caseData("passes-word-by-judgement"),
};

const isFigure = (block: Report["blocks"][number]): block is Figure => block.kind === "figure";

/** Lines of prose as a reader meets them: a paragraph, an item or a heading each. */
const linesOf = (report: Report) =>
  proseIn({
    ...report,
    blocks: report.blocks.filter((block) => !("as" in block && block.as === "tiles")),
  })
    .join("\n\n")
    .split(/\n+(?:- |\d\. )?|^- /)
    .filter((line) => line.trim() !== "");
const isHeading = (line: string) => line.startsWith("#");

/** What breaks a rule, a line each. */
function faultsOf(report: Report): string[] {
  const lines = linesOf(report);
  const figures = report.blocks.filter(isFigure);
  const headings = [
    ...lines.filter(isHeading),
    ...figures.map(({ title }) => title),
    ...report.blocks.flatMap((block) => (block.kind === "table" ? [block.caption] : [])),
  ];
  const prose = lines.filter((line) => !isHeading(line));
  const details = figures.flatMap(({ detail }) => detail ?? []);
  return [
    ...headings.flatMap((heading) => [
      ...(wordsIn(heading).length > 12 ? [`words of a heading: ${heading}`] : []),
      ...(numbersIn(heading).length > 2 ? [`numbers of a heading: ${heading}`] : []),
    ]),
    // A scheme's own name may hold any word.
    ...[...prose, ...details].map((line) => line.replace(/“[^”]*”/g, "")).flatMap(complaintsOf),
    ...figures.flatMap(({ caption, n }) => [
      ...(wordsIn(caption).length > 45 ? [`words of a caption: ${caption}`] : []),
      ...(n === 0 ? [`an empty chart: ${caption}`] : []),
    ]),
  ];
}

/** Names of a page about places count for no word that is hard, nor for a number. */
const asSentences = (lines: readonly string[]) =>
  lines
    .filter((line) => !isHeading(line))
    // The names of Acts and of pages are links.
    .map((line) =>
      line
        .replace(/\[[^\]]*\]\([^)]*\)/g, "")
        .trim()
        .replace(/[^.?!]$/, "$&."),
    )
    .join(" ");

describe.each(reports.filter((name) => !technical.includes(name)))("%s", (name) => {
  it.each(Object.keys(datasets))("is plain: %s", async (data) => {
    const report = await runNamed(name, datasets[data]);
    expect(faultsOf(report)).toEqual([]);
  });
});

describe.each(reports)("%s", (name) => {
  const report = runNamed(name, publishedData);

  it("opens with its finding, in few words, and shows its first chart soon", async () => {
    const { blocks, title, about } = await report;
    const head = [title, ...about].flatMap(wordsIn).length;
    expect(head).toBeLessThanOrEqual(45);
    const first = blocks.find(({ kind }) => kind !== "control")!;
    expect(first).toMatchObject({ kind: "prose", as: "lead" });
    const chart = blocks.findIndex(isFigure);
    const before = proseIn({ ...(await report), blocks: blocks.slice(0, Math.max(0, chart)) });
    if (!technical.includes(name))
      expect(head + before.flatMap(wordsIn).length).toBeLessThanOrEqual(150);
  });

  it("says each caveat once", async () => {
    const text = proseIn(await report).join("\n");
    for (const caveat of ["hypothetical repeat", "ranks councils", "how well a council serves"])
      expect([caveat, text.split(caveat).length]).toEqual([
        caveat,
        expect.toSatisfy((n) => n <= 2),
      ]);
  });

  it("has files that a person can count with: one value to a cell", async () => {
    expect(csvFaults(await report, publishedData)).toEqual([]);
  });

  it("ends with what its figures rest on", async () => {
    if (name === "council") return;
    expect(proseIn(await report).at(-1)).toMatch(/^## About these figures/);
  });

  it("is easy to read, with few numbers", async () => {
    if (technical.includes(name)) return;
    // What the figures rest on is told in numbers.
    const lines = linesOf(await report);
    const end = lines.findIndex((line) => line.startsWith("## About these figures"));
    const figures = (await report).blocks.filter(isFigure);
    const text = asSentences([
      ...(end === -1 ? lines : lines.slice(0, end)),
      ...figures.flatMap(({ detail, caption }) => [detail ?? "", caption]),
    ]);
    expect.soft(fleschKincaid(text)).toBeLessThanOrEqual(8);
    // Five in 100 words, and five in fewer.
    const hundreds = Math.max(1, wordsIn(text).length / 100);
    expect.soft(numbersIn(text).length / hundreds).toBeLessThanOrEqual(5);
  });
});

it("has words for a link to each report that is made when none is named", () => {
  expect(published.filter((name) => !linkTexts[name])).toEqual([]);
});
