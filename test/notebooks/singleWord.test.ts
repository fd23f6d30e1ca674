import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readDataset } from "../../src/councils/data/readDataset.js";
import type { Dataset } from "../../src/councils/data/dataset.js";
import { runNotebook } from "../../src/runNotebook.js";
import type { Block, Figure, Report } from "../../src/engine/report/block.js";
import { renderHtml } from "../../src/engine/report/html.js";
import { parseMarkdown, type Inline, type ProseNode } from "../../src/engine/report/markdown.js";
import { madeUp } from "../madeUp.js";

const file = fileURLToPath(new URL("../../notebooks/single-word.html", import.meta.url));
const run = (dataset: Dataset, set: "complete" | "all" = "complete") =>
  runNotebook(file, { dataset, params: { set, council: null } });

const inlineWords = (children: readonly Inline[]): string =>
  children
    .map((node) =>
      "value" in node ? node.value : "children" in node ? inlineWords(node.children) : "",
    )
    .join("");

/** Prose as a reader sees it: without the marks of Markdown. */
function wordsOf(nodes: readonly ProseNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === "list") return node.items.map(wordsOf).join(" ");
      if (node.type === "blockquote") return wordsOf(node.children);
      return node.type === "thematicBreak" ? "" : inlineWords(node.children);
    })
    .join(" ")
    .replace(/ +/g, " ");
}

/** All that a block says outside its picture. */
function saidBy(block: Block): string {
  if (block.kind === "prose") return wordsOf(parseMarkdown(block.markdown));
  if (block.kind === "control") return `${block.label}: ${block.value}`;
  if (block.kind === "table") return `${block.caption} ${block.scope}`;
  return `${block.title} ${block.subtitle} ${block.alt} ${block.caption}`;
}

const saidIn = (report: Report) => report.blocks.map(saidBy).join("\n");
const figureOf = (report: Report, id: string) =>
  report.blocks.find((block): block is Figure => block.kind === "figure" && block.id === id)!;

const real = await run(readDataset());

describe("what one word hides, on the complete set", () => {
  const said = saidIn(real);

  // Numbers of R: test/reference/*.json, from the scripts beside them.
  it.each([
    [
      "margins",
      "Of 72 councils, 22 (31%) are one point on one statement away from another word, 18 from a lower and 4 from a higher one.",
    ],
    [
      "shares",
      "Of 48 councils whose scores carry Good, 32 are below a good score on assessing needs: 67% (exact 95% interval 52% to 80%), a majority.",
    ],
    ["reversals", "In 334 of 1,008 pairs (33%, 95% interval 22% to 45%,"],
    [
      "reversals beside chance",
      "Among the 65 councils with only 2s and 3s it is 35%, where one quality plus chance would give 31%",
    ],
    [
      "distances",
      "two Good councils differ on 3.1 of 9 statements, two that require improvement on 3.0 and one of each on 5.1.",
    ],
    [
      "shares of the lower word",
      "of 21 councils whose scores carry Requires improvement, 12 reach a good score on Partnerships and communities (57%, exact 95% interval 34% to 78%).",
    ],
    ["variation", "the word carries 31% (95% interval 18% to 43%)."],
    [
      "what is kept",
      "the sum keeps 45% of the variation between councils (95% interval 33% to 56%), and the word 36% (21% to 48%). So the word keeps 78% of what the sum keeps. Four words, one a theme, keep 53%, and four uncut theme means 68%",
    ],
    ["sums at the cut", "In the complete set 4 councils have a sum of 22, 16 of 23 and 10 of 24."],
    ["the placebo", "and at 23 p .029."],
    [
      "the registered test",
      "is undecidable so far: the sums of 15 of 81 councils are known; the test needs 95%.",
    ],
    ["what is known there", "Of the 15 sums known there, 4 are 22, none is 23 and 1 is 24."],
    [
      "another panel",
      "with a chance of 10%, which is not known, 6.8 of 72 councils would be expected to have another word where each statement moves by itself, and 9.1 where",
    ],
    [
      "Lee's consistency",
      "for 83% of councils (Lee's consistency; kappa, which leaves out agreement by luck, is .63).",
    ],
    [
      "other aggregations",
      "Weighting the four themes alike would change 2 words, and a geometric mean, which one low score pulls down further, 0. A word no better than the lowest of the nine scores would change 44.",
    ],
    ["random weights", "would be expected to change 11.0 words (10.3 with"],
    ["the least shift", "The least shift of weight that changes any word is 5.6% of the whole"],
    ["order", "In 1,034 of 2,556 pairs of councils (40%) each is higher on some statement"],
    ["groupings", "135 of 1,260 ways"],
    ["alpha", "Cronbach's alpha of the sum is .85 (95% interval"],
    ["omega", "McDonald's omega, which lets statements count unequally, is .85 (95% interval"],
    ["intraclass correlation", "its intraclass correlation is .39 (95% interval"],
    [
      "factors",
      "Parallel analysis shows one factor: the first eigenvalue, how much of the variation of nine scores one factor takes up, is 4.16,",
    ],
    ["places", "16 councils share the sum of 23, and with it all places from 35 to 50."],
  ])("gives R's number: %s", (_, sentence) => {
    expect(said).toContain(sentence);
  });

  it("gives a range for the excess at 23, as R's curves do", () => {
    // The smallest and the largest of eight: 16 less 10.61 and less 8.37.
    expect(said).toContain(
      "Smooth curves through the other sums put 8.4 to 10.6 councils at 23, so that 5.4 to 7.6 lie there beyond what 8 curves expect.",
    );
  });

  it("says how likely chance is, in the words that may be said of it", () => {
    expect(said).toMatch(
      /Of councils' own patterns, 3[78]% would lie between CQC's themes, where 41% do \(p \.1[123]\)/,
    );
    expect(said).toContain(
      "not distinguishable from one quality plus chance, which is not evidence of it",
    );
    expect(figureOf(real, "one-quality-dots").title).toBe(
      "All 5 measures of variety drawn lie within the middle 95% of what one quality plus chance would give, which is not evidence of one quality",
    );
  });

  it("opens with both sides, of like length", () => {
    const proses = real.blocks.slice(0, 6).map(saidBy);
    expect(proses[0]).toMatch(/^Nine scores say more than one word, but by the test chosen for it/);
    expect([proses[1], proses[3]]).toEqual([
      "What speaks against one word",
      "What speaks for one word",
    ]);
    const [against, speaksFor] = [proses[2], proses[4]].map((text) => text.split(" ").length);
    expect(Math.max(against, speaksFor) / Math.min(against, speaksFor)).toBeLessThan(1.5);
  });

  it("states the default of each control, by which no word changes", () => {
    const controls = real.blocks.filter((block) => block.kind === "control");
    expect(controls.map(({ value }) => value)).toEqual([
      "10",
      "1 each",
      "Requires improvement 1.54, Good 2.5 and Outstanding 3.5",
    ]);
    expect(figureOf(real, "what-if-bars").title).toBe(
      "This rule changes the word of none of 72 councils",
    );
    expect(real.blocks.some((block) => "id" in block && block.id === "what-if-flips")).toBe(false);
  });

  it("says nothing that a report must not say", () => {
    expect(said).not.toMatch(/\bsignificant|manipulat|league|\bfail|\bpoor\b/i);
  });
});

it("reads all that is known as what it is", async () => {
  const report = await run(readDataset(), "all");
  expect(saidIn(report)).toContain("For 81 councils, this page");
  expect(figureOf(report, "below-good-shares").subtitle).toContain(
    "All reports known, not a complete set, 81 councils, of which Good 49",
  );
});

const cases = fileURLToPath(new URL("../cases/data/", import.meta.url));
const others: Record<string, () => Dataset> = {
  "no council": () => madeUp([]),
  "one council": () => madeUp(["222233333"]),
  "one council one point up from a cut": () => madeUp(["222223333"]),
  "one word for all": () => madeUp(["222233333", "333333332", "323232333", "333222333"]),
  "one profile for all": () => madeUp(Array.from({ length: 12 }, () => "222233333")),
  "two words": () => madeUp(["222222222", "333333333"]),
  "every score 1": () => madeUp(["111111111"]),
  "every score 4": () => madeUp(["444444444", "444444444"]),
  "no scores": () => madeUp([".........", "2.3......"]),
  ...Object.fromEntries(
    [
      "passes-every-sum",
      "passes-markup-as-text",
      "passes-one-council",
      "passes-unknown-scores",
    ].map((name) => [name, () => readDataset({ dir: `${cases}${name}` })]),
  ),
};

describe("on other data", () => {
  it.each(Object.keys(others))("%s", async (name) => {
    const report = await run(others[name]());
    const said = saidIn(report);
    expect(said).not.toMatch(/\b(?:NaN|undefined|null|Infinity)\b|\[object/);
    expect(said).not.toMatch(/(?<![.,\d])\b1 (?:councils|words|pairs|sums|draws|factors)\b/);
    expect(said).not.toMatch(/\(\)|, \.|p 1 or more/);
    expect(report.blocks.filter(({ kind }) => kind === "figure")).toHaveLength(10);
    expect(renderHtml(report)).toContain("What speaks for one word");
  });

  it("says first that nothing is known where no council has nine scores", async () => {
    const [first] = (await run(madeUp(["........."]))).blocks;
    expect(saidBy(first)).toBe(
      "No council has nine known scores in these data, so nothing can be said of what its word hides.",
    );
  });

  it("says which measures are missing, and why", async () => {
    // Ten councils whose scores rise in one order: told apart without error.
    const apart = Array.from({ length: 10 }, (_, k) => "3".repeat(k) + "2".repeat(9 - k));
    const report = await run(madeUp(apart));
    expect(figureOf(report, "one-quality-dots").caption).toContain(
      "variation that the word carries and variation that the sum carries (the scores are separated, telling the rows apart without error, so that the likelihood has no finite maximum).",
    );
    const said = saidIn(report);
    expect(said).toContain("Lee's consistency, cannot be computed: with scores below 3 as 1");
    expect(said).toMatch(/McDonald's omega, or its interval, cannot be given: [^u]/);
  });

  it("says where patterns go beyond chance", async () => {
    // Twenty councils good at the first theme alone and twenty at all others alone.
    const halves = Array.from({ length: 40 }, (_, i) => (i % 2 ? "333222222" : "222333333"));
    const mixed = ["232323232", "323232323", "223322332", "332233223"];
    const report = await run(madeUp([...halves, ...mixed]));
    const said = saidIn(report);
    expect(said).toContain(
      "the patterns that the word hides go beyond chance around a single quality.",
    );
    expect(said).not.toContain("which is not evidence of it");
    expect(said).not.toContain("One quality plus chance would give much of this variety.");
    expect(figureOf(report, "one-quality-dots").title).toContain(
      "councils' own patterns that lie between themes",
    );
  });
});
