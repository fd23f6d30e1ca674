import path from "node:path";
import { chooseSet } from "../../src/cli/notebooks.js";
import { readDataset } from "../../src/councils/data/readDataset.js";
import type { Dataset } from "../../src/councils/data/dataset.js";
import type { Block, Figure, Table } from "../../src/engine/report/block.js";
import { proseText } from "../../src/engine/report/proseNode.js";
import { expect } from "vitest";
import { runNamed } from "./said.js";

const folder = path.join(import.meta.dirname, "..", "..");

/** The blocks of a notebook that comes with Ninefold, run on a dataset. */
export async function blocksOf(name: string, dataset: Dataset): Promise<readonly Block[]> {
  const { blocks } = await runNamed(name, dataset, chooseSet(dataset, undefined));
  return blocks;
}

/** A dataset of test/cases/data. */
export function caseData(name: string): Dataset {
  return readDataset({ dir: path.join(folder, "test", "cases", "data", name) });
}

/** All that a reader reads, with escapes taken off. */
export function wordsOf(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === "prose") return block.markdown.replace(/\\([!-/:-@[-`{-~])/g, "$1");
      if (block.kind === "figure")
        return [block.title, block.detail ?? "", block.subtitle, block.alt, block.caption].join(
          "\n",
        );
      if (block.kind === "table")
        return [
          block.caption,
          block.scope,
          ...block.data.rows.map((row) => Object.values(row).join(" ")),
        ].join("\n");
      if (block.kind === "content") return proseText(block.nodes);
      return `${block.label}: ${block.value}`;
    })
    .join("\n");
}

export function tableOf(blocks: readonly Block[], id: string): Table {
  const found = blocks.find((block): block is Table => block.kind === "table" && block.id === id);
  return found ?? expect.fail(`no table ${id}`);
}

export function figureOf(blocks: readonly Block[], id: string): Figure {
  const found = blocks.find((block): block is Figure => block.kind === "figure" && block.id === id);
  return found ?? expect.fail(`no figure ${id}`);
}

/** Nothing that a computer would say and a writer would not. */
export function expectPlainWords(words: string): void {
  expect(words).not.toMatch(/\b(?:NaN|undefined|Infinity|null)\b/);
  expect(words).not.toMatch(/(?<![\d.])1 (?:councils|claims|verdicts|events)\b/);
  expect(words).not.toMatch(/league|manipulat|traffic/i);
}
