import { realpathSync } from "node:fs";
import path from "node:path";
import type { DuckDBConnection, DuckDBValue } from "@duckdb/node-api";
import { messageOf } from "../../../errors.js";
import type { Ask, KeptRows, SqlRow } from "./databaseClient.js";

type Cell = string | number | boolean | null;
/** Records that queries find by the name of their table. */
export type Tables = Readonly<Record<string, readonly Readonly<Record<string, Cell>>[]>>;

export interface DuckDbOptions {
  /** The folder of the notebook. */
  readonly folder: string;
  /** The path of a file that a query names. Throws for one that is not beside the notebook. */
  readonly find: (name: string) => string;
  readonly tables: () => Promise<Tables>;
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** A file that a query reads, in either kind of quotes. */
const files = /(['"])((?:(?!\1)[^\n])+\.(?:csv|tsv|txt|json|ndjson|parquet)(?:\.gz)?)\1/gi;

/** The type of a column that holds these values. */
function typeOf(values: readonly Cell[]): "DOUBLE" | "BOOLEAN" | "VARCHAR" {
  const known = values.filter((value) => value !== null);
  if (known.length > 0 && known.every((value) => typeof value === "number")) return "DOUBLE";
  return known.length > 0 && known.every((value) => typeof value === "boolean")
    ? "BOOLEAN"
    : "VARCHAR";
}

async function addTable(
  connection: DuckDBConnection,
  name: string,
  rows: Tables[string],
): Promise<void> {
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const types = keys.map((key) => typeOf(rows.map((row) => row[key] ?? null)));
  const columns = keys.map((key, i) => `${quoted(key)} ${types[i]}`);
  await connection.run(`CREATE TABLE ${quoted(name)} (${columns.join(", ")})`);
  const appender = await connection.createAppender(name);
  for (const row of rows) {
    keys.forEach((key, i) => {
      const value = row[key] ?? null;
      if (value === null) appender.appendNull();
      else if (types[i] === "DOUBLE") appender.appendDouble(value as number);
      else if (types[i] === "BOOLEAN") appender.appendBoolean(value as boolean);
      else appender.appendVarchar(String(value));
    });
    appender.endRow();
  }
  appender.closeSync();
}

async function open(folder: string): Promise<DuckDBConnection> {
  const { DuckDBInstance } = await import("@duckdb/node-api").catch((error: unknown) => {
    throw new Error("SQL needs @duckdb/node-api: npm install @duckdb/node-api", { cause: error });
  });
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const real = realpathSync(folder);
  const folders = [real, path.join(real, "..", "data")];
  // It reads what the notebook's FileAttachment would, and asks no host for anything.
  for (const setting of [
    "SET autoinstall_known_extensions = false",
    "SET autoload_known_extensions = false",
    `SET allowed_directories = [${folders.map((one) => literal(`${one}${path.sep}`)).join(", ")}]`,
    "SET enable_external_access = false",
    // The same rows in the same order, however many processors there are.
    "SET threads = 1",
  ])
    await connection.run(setting);
  return connection;
}

const numbers = /^(?:BIGINT|UBIGINT|HUGEINT|UHUGEINT|DECIMAL|VARINT|BIGNUM)/;
const dates = /^(?:DATE|TIMESTAMP)/;

/** The rows of a query, with large numbers as numbers and dates as text in ISO form. */
async function answer(
  connection: DuckDBConnection,
  sql: string,
  values: readonly unknown[],
): Promise<KeptRows> {
  const given = values.map((value) => (value instanceof Date ? value.toISOString() : value));
  const result = await connection.run(sql, given as DuckDBValue[]);
  const names = result.columnNames();
  const types = names.map((_, i) => String(result.columnType(i)));
  const rows = (await result.getRowObjectsJson()) as SqlRow[];
  for (const row of rows)
    names.forEach((name, i) => {
      const value = row[name];
      if (typeof value !== "string") return;
      if (numbers.test(types[i])) row[name] = Number(value);
      else if (dates.test(types[i]))
        row[name] = new Date(
          /\d{2}:\d{2}/.test(value) ? `${value.replace(" ", "T")}Z` : value,
        ).toISOString();
    });
  return { rows, dates: names.filter((_, i) => dates.test(types[i])) };
}

/**
 * DuckDB in memory, opened by the first query: over the files beside the notebook, and the project's
 * records as tables. Queries are asked one after another.
 */
export function duckDb({ folder, find, tables }: DuckDbOptions): {
  readonly ask: Ask;
  readonly close: () => void;
} {
  let connection: Promise<DuckDBConnection> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const added = new Set<string>();
  const run = async (strings: readonly string[], values: readonly unknown[]) => {
    connection ??= open(folder);
    const opened = await connection;
    const sql = strings
      .reduce((text, part, i) => `${text}$${i}${part}`)
      .replace(files, (_, _quote, name: string) => literal(find(name)));
    for (const [name, rows] of Object.entries(await tables())) {
      if (added.has(name) || !new RegExp(`\\b${name}\\b`, "i").test(sql)) continue;
      added.add(name);
      await addTable(opened, name, rows);
    }
    try {
      return await answer(opened, sql, values);
    } catch (error) {
      // What follows draws the place.
      throw new Error(`SQL: ${messageOf(error).split("\n")[0]}`, { cause: error });
    }
  };
  return {
    ask: (strings, values) => {
      const asked = last.then(() => run(strings, values));
      last = asked.catch(() => undefined);
      return asked;
    },
    close: () => void connection?.then((opened) => opened.closeSync()).catch(() => undefined),
  };
}
