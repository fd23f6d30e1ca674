import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import type { SetName } from "../../src/councils/analysis/select.js";
import type { Dataset } from "../../src/councils/data/dataset.js";
import { perObject } from "../../src/perObject.js";
import { runNotebook } from "../../src/runNotebook.js";
import type { Block, Report } from "../../src/engine/report/block.js";
import { proseText } from "../../src/engine/report/proseNode.js";

const runsOf = perObject<Dataset, Map<string, Promise<Report>>>(() => new Map());

/**
 * A run of one of the notebooks that come with the package. Nothing changes a report: what was run
 * on the same dataset before is not run again.
 */
export function runNamed(name: string, dataset: Dataset, set: SetName = "complete") {
  const runs = runsOf(dataset);
  const key = `${name} ${set}`;
  const file = fileURLToPath(new URL(`../../notebooks/${name}.html`, import.meta.url));
  const params = { set, council: null };
  // As long as a test may take: the machine may be slow.
  const report = runs.get(key) ?? runNotebook(file, { dataset, params, timeout: 180_000 });
  runs.set(key, report);
  return report;
}

/** A run on one council. */
export function runFor(name: string, dataset: Dataset, { gssCode }: { readonly gssCode: string }) {
  const file = fileURLToPath(new URL(`../../notebooks/${name}.html`, import.meta.url));
  return runNotebook(file, { dataset, params: { set: "complete", council: gssCode } });
}

function wordsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case "prose":
      // As a reader sees it: no escapes, no marks of emphasis.
      return [block.markdown.replace(/\*\*/g, "").replace(/\\(?=[!-/:-@[-`{-~])/g, "")];
    case "figure":
      return [
        block.title,
        block.detail ?? "",
        block.subtitle,
        block.alt,
        block.caption,
        block.source,
      ];
    case "table":
      return [block.caption, block.scope, block.source];
    case "content":
      return [proseText(block.nodes)];
    case "control":
      return [`${block.label}: ${block.value}`];
  }
}

/** All that a report says, one text a line. */
export function saidIn({ title, blocks }: Report): string[] {
  return [title, ...blocks.flatMap(wordsOf)];
}

/** Prose alone, one block a line. */
export function proseIn({ blocks }: Report): string[] {
  return blocks.filter(({ kind }) => kind === "prose").flatMap(wordsOf);
}

/** What no report may say of any data: a value that is not one, a plural that is not one. */
export function expectWellSaid(report: Report): void {
  for (const text of saidIn(report)) {
    expect(text).not.toMatch(/\b(?:NaN|undefined|null|Infinity|\[object)\b/);
    expect(text).not.toMatch(
      /(?<![\d.,] ?of )\b1 (?:councils|assessments|reports|words|pilots|sums|regions|months|tests|statements|points)\b/,
    );
    // CQC calls a score of 1 "significant shortfalls"; nothing else is significant.
    expect(text.replace(/significant shortfalls/g, "")).not.toMatch(
      /significan|manipulat|league table(?! )|\bfail/i,
    );
  }
  const ids = report.blocks.flatMap((block) => ("id" in block ? [block.id] : []));
  expect(new Set(ids).size).toBe(ids.length);
}
