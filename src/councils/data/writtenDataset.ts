import type { Dataset } from "./dataset.js";
import { packRows } from "./packRows.js";
import { tableHolders } from "./tableHolders.js";

/** A table for those pages that read it. */
export interface WrittenTable {
  readonly json: string;
  /** Code that reads the table mentions one of these words, unless it puts the name together. */
  readonly words: readonly string[];
}

/** A dataset for pages: what every page has, and tables by their places in it. */
export interface WrittenDataset {
  readonly json: string;
  readonly tables: Readonly<Record<string, WrittenTable>>;
}

type Holder = (typeof tableHolders)[number]["holder"];

const tablesOf = (dataset: Dataset, holder: Holder): [string, readonly object[]][] => {
  const tables: Readonly<Record<string, readonly object[]>> = dataset[holder];
  return Object.entries(tables);
};

/** A dataset as JSON in parts. Its tables are packed: their fields' names stand there once. */
export function writeParts(dataset: Dataset): WrittenDataset {
  const tables = tableHolders.flatMap(({ holder, isReadByName }) =>
    tablesOf(dataset, holder).map(([name, rows]): [string, WrittenTable] => [
      `${holder}/${name}`,
      { json: JSON.stringify(packRows(rows)), words: isReadByName ? [name] : [name, holder] },
    ]),
  );
  const names = tableHolders.map(({ holder }) => [holder, Object.keys(dataset[holder])] as const);
  return {
    json: JSON.stringify({ ...dataset, ...Object.fromEntries(names) }),
    tables: Object.fromEntries(tables),
  };
}

/** A dataset as one text of JSON. */
export function writeDataset(dataset: Dataset): string {
  const packed = tableHolders.map(({ holder }) => {
    const tables = tablesOf(dataset, holder).map(([name, rows]) => [name, packRows(rows)]);
    return [holder, Object.fromEntries(tables) as unknown] as const;
  });
  return JSON.stringify({ ...dataset, ...Object.fromEntries(packed) });
}
