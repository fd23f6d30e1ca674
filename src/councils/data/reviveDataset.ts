import type { Dataset } from "./dataset.js";
import { unpackRows, type PackedRows } from "./packRows.js";
import { tableHolders } from "./tableHolders.js";
import { tablesWhenRead } from "./tablesWhenRead.js";

function freeze(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  Object.freeze(value);
  Object.values(value).forEach(freeze);
}

type Rows = PackedRows | readonly object[];

function frozenRows(rows: Rows): readonly object[] {
  const unpacked = unpackRows(rows);
  freeze(unpacked);
  return unpacked;
}

/**
 * The dataset that was written as JSON, frozen as `readDataset` gave it. What was written without its
 * tables has each from `load`, which gives the text of a table by its place, as
 * `context/population`. Nothing is validated again: what is written was validated first.
 */
export function reviveDataset(
  json: string,
  load: (name: string) => string = (name) => {
    throw new Error(`there is no such table: ${name}`);
  },
): Dataset {
  const written = JSON.parse(json) as Record<string, Readonly<Record<string, Rows>> | string[]>;
  const tables = tableHolders.map(({ holder }) => {
    const held = written[holder];
    if (Array.isArray(held)) {
      const read = (name: string) => frozenRows(JSON.parse(load(`${holder}/${name}`)) as Rows);
      return [holder, tablesWhenRead(held, read)] as const;
    }
    const entries = Object.entries(held).map(([name, rows]) => [name, frozenRows(rows)] as const);
    return [holder, Object.freeze(Object.fromEntries(entries))] as const;
  });
  const rest = { ...written };
  for (const { holder } of tableHolders) delete rest[holder];
  freeze(rest);
  return Object.freeze({ ...rest, ...Object.fromEntries(tables) }) as unknown as Dataset;
}
