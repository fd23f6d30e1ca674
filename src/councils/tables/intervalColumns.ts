import type { Cell, Column } from "../../engine/report/block.js";

/** A value with its interval: on a page in one cell, in files each number in a column of its own. */
export function intervalColumns(key: string, shown: string, label: string): Column[] {
  return [
    { key, label: shown, isOnlyOnPage: true },
    { key: `${key} estimate`, label, isOnlyInCsv: true },
    { key: `${key} low`, label: `${label}, low`, isOnlyInCsv: true },
    { key: `${key} high`, label: `${label}, high`, isOnlyInCsv: true },
  ];
}

/** The cells of those columns: the words of the page, and the numbers. */
export function intervalCells(
  key: string,
  words: Cell,
  estimate: number | null,
  interval: readonly [number, number] | null | undefined,
): Readonly<Record<string, Cell>> {
  return {
    [key]: words,
    [`${key} estimate`]: estimate,
    [`${key} low`]: interval?.[0] ?? null,
    [`${key} high`]: interval?.[1] ?? null,
  };
}
