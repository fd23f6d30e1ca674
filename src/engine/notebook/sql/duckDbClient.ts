import { nameAsked } from "../files/attachment.js";
import { recordsOf } from "../recordsTable.js";
import { textPrint } from "../rowsPrint.js";
import {
  toRows,
  type Ask,
  type GivenTable,
  type GivenTables,
  type SqlRow,
} from "./databaseClient.js";

export interface DuckDbClient {
  readonly sql: (strings: readonly string[], ...values: readonly unknown[]) => Promise<SqlRow[]>;
  /** A query with `?` where each of the values goes. */
  readonly query: (query: string, values?: readonly unknown[]) => Promise<SqlRow[]>;
  /** The first row of it, or null. */
  readonly queryRow: (query: string, values?: readonly unknown[]) => Promise<SqlRow | null>;
}

async function toTable(name: string, promised: unknown): Promise<GivenTable> {
  const value = await promised;
  const file = typeof value === "object" && value !== null ? nameAsked(value) : undefined;
  if (file !== undefined) return { file };
  const rows = recordsOf(value);
  if (rows === null)
    throw new TypeError(`DuckDBClient.of: expected records or FileAttachment(…): ${name}`);
  return { rows };
}

/** JSON has no large integers. */
const plain = (_: string, value: unknown) => (typeof value === "bigint" ? String(value) : value);

async function toTables(given: Readonly<Record<string, unknown>>): Promise<GivenTables> {
  const entries = Object.entries(given).map(
    async ([name, value]) => [name, await toTable(name, value)] as const,
  );
  const tables = Object.fromEntries(await Promise.all(entries));
  const print = Object.entries(tables).map(([name, table]) =>
    "file" in table ? [name, table.file] : [name, textPrint(JSON.stringify(table.rows, plain))],
  );
  return { tables, print: JSON.stringify(print) };
}

/** Observable's `DuckDBClient`, of records and of files beside the notebook. */
export function duckDbClients(ask: Ask) {
  return {
    async of(given: Readonly<Record<string, unknown>> = {}): Promise<DuckDbClient> {
      const tables = await toTables(given);
      const query: DuckDbClient["query"] = async (text, values = []) => {
        const parts = text.split("?");
        if (parts.length !== values.length + 1)
          throw new TypeError(`query: expected ${parts.length - 1} values: ${values.length}`);
        return toRows(await ask(parts, values, tables));
      };
      return {
        sql: async (strings, ...values) => toRows(await ask([...strings], values, tables)),
        query,
        queryRow: async (text, values) => (await query(text, values))[0] ?? null,
      };
    },
  };
}
