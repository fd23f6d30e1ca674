import { realpathSync } from "node:fs";
import path from "node:path";
import type { DuckDBConnection, DuckDBValue } from "@duckdb/node-api";
import { messageOf } from "../../../errors.js";
import type { Ask, GivenTables, KeptRows, SqlRow } from "./databaseClient.js";

type Cell = string | number | boolean | Date | null;
/** Records that queries find by the name of their table. */
export type Tables = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

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

/** A value as a database has it: what is not known is null, what has parts is JSON. */
function toCell(value: unknown): Cell {
  if (value === null || value === undefined || Number.isNaN(value)) return null;
  if (typeof value === "bigint") return Number(value);
  if (["string", "number", "boolean"].includes(typeof value)) return value as Cell;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value;
  return JSON.stringify(value) ?? null;
}

/** The type of a column that holds these values. */
function typeOf(values: readonly Cell[]): "DOUBLE" | "BOOLEAN" | "TIMESTAMP" | "VARCHAR" {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return "VARCHAR";
  if (known.every((value) => typeof value === "number")) return "DOUBLE";
  if (known.every((value) => value instanceof Date)) return "TIMESTAMP";
  return known.every((value) => typeof value === "boolean") ? "BOOLEAN" : "VARCHAR";
}

const textOf = (value: Cell) => (value instanceof Date ? value.toISOString() : String(value));

async function addTable(
  connection: DuckDBConnection,
  name: string,
  rows: Tables[string],
  schema = "main",
): Promise<void> {
  const { DuckDBTimestampValue } = await import("@duckdb/node-api");
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const types = keys.map((key) => typeOf(rows.map((row) => toCell(row[key]))));
  const columns = keys.map((key, i) => `${quoted(key)} ${types[i]}`);
  await connection.run(`CREATE TABLE ${quoted(schema)}.${quoted(name)} (${columns.join(", ")})`);
  const appender = await connection.createAppender(name, schema);
  for (const row of rows) {
    keys.forEach((key, i) => {
      const value = toCell(row[key]);
      if (value === null) appender.appendNull();
      else if (types[i] === "TIMESTAMP")
        appender.appendTimestamp(
          new DuckDBTimestampValue(BigInt((value as Date).getTime()) * 1000n),
        );
      else if (types[i] === "DOUBLE") appender.appendDouble(value as number);
      else if (types[i] === "BOOLEAN") appender.appendBoolean(value as boolean);
      else appender.appendVarchar(textOf(value));
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

/** A moment as DuckDB writes it, in ISO form; as it is written where it is none, as infinity. */
function isoDate(text: string): string {
  const [, day, time, zone = ""] = /^(\S+) (\S+?)([+-]\d{2}(?::\d{2})?)?$/.exec(text) ?? [];
  const hours = zone.length === 3 ? `${zone}:00` : zone;
  const moment = new Date(time === undefined ? text : `${day}T${time}${hours || "Z"}`);
  return Number.isNaN(moment.getTime()) ? text : moment.toISOString();
}

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
      else if (dates.test(types[i])) row[name] = isoDate(value);
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
  const schemas = new Map<string, string>();
  /** Where the tables are that a cell gave, made when they are first asked. */
  const schemaOf = async (opened: DuckDBConnection, { tables, print, file }: GivenTables) => {
    const known = schemas.get(print);
    if (known !== undefined) return known;
    const schema = `given_${schemas.size + 1}`;
    await opened.run(
      file === undefined
        ? `CREATE SCHEMA ${schema}`
        : `ATTACH ${literal(find(file))} AS ${schema} (READ_ONLY)`,
    );
    for (const [name, table] of Object.entries(tables))
      if ("rows" in table) await addTable(opened, name, table.rows, schema);
      else
        await opened.run(
          `CREATE VIEW ${schema}.${quoted(name)} AS SELECT * FROM ${literal(find(table.file))}`,
        );
    schemas.set(print, schema);
    return schema;
  };
  const run = async (
    strings: readonly string[],
    values: readonly unknown[],
    given: GivenTables | undefined,
  ) => {
    connection ??= open(folder);
    const opened = await connection;
    await opened.run(
      `SET search_path = ${literal(given ? await schemaOf(opened, given) : "main")}`,
    );
    const sql = strings
      .reduce((text, part, i) => `${text}$${i}${part}`)
      .replace(files, (_, _quote, name: string) => literal(find(name)));
    for (const [name, rows] of Object.entries(given ? {} : await tables())) {
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
    ask: (strings, values, given) => {
      const asked = last.then(() => run(strings, values, given));
      last = asked.catch(() => undefined);
      return asked;
    },
    close: () => void connection?.then((opened) => opened.closeSync()).catch(() => undefined),
  };
}
