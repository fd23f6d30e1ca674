/** A row of what a query gives. */
export type SqlRow = Record<string, unknown>;

/** What a query gave, as JSON: pages have it, and ask no database. */
export interface KeptRows {
  readonly rows: readonly SqlRow[];
  /** The columns that hold dates, which JSON writes as text. */
  readonly dates: readonly string[];
}

/** Tables that a cell gives a database, by name. */
export interface GivenTables {
  readonly tables: Readonly<Record<string, GivenTable>>;
  /** What tells them from others. */
  readonly print: string;
  /** A database of DuckDB's that they are in, as the notebook names its file. */
  readonly file?: string;
}

/** A file beside the notebook, or records. */
export type GivenTable = { readonly file: string } | { readonly rows: readonly SqlRow[] };

/** Asks a query, whose values stand between its strings, of what a cell gave or of all there is. */
export type Ask = (
  strings: readonly string[],
  values: readonly unknown[],
  given?: GivenTables,
) => Promise<KeptRows> | KeptRows;

/** What tells a query, its values and its tables from others. */
export const queryKey = (
  strings: readonly string[],
  values: readonly unknown[],
  given?: GivenTables,
): string => JSON.stringify([strings, values, ...(given ? [given.print] : [])]);

/** Rows as cells read them. */
export function toRows({ rows, dates }: KeptRows): SqlRow[] {
  return rows.map((row) => {
    const own = { ...row };
    for (const name of dates) if (typeof own[name] === "string") own[name] = new Date(own[name]);
    return own;
  });
}

export interface DatabaseClient {
  readonly name: string;
  readonly sql: (strings: readonly string[], ...values: readonly unknown[]) => Promise<SqlRow[]>;
}

/** Observable's `DatabaseClient`, of DuckDB and of files of its own. Throws for another database. */
export function databaseClients(ask: Ask): (name: string) => DatabaseClient {
  return (name) => {
    const isFile = /\.duckdb$/i.test(name);
    if (name !== "duckdb" && !isFile)
      throw new Error(
        `DatabaseClient: a report asks DuckDB alone, as "duckdb" or as a file that ends in .duckdb: ${name}: save what the query gives beside the notebook, and ask that`,
      );
    const given = isFile ? [{ tables: {}, print: name, file: name }] : [];
    return {
      name,
      sql: async (strings, ...values) => toRows(await ask([...strings], values, ...given)),
    };
  };
}

/** Answers the queries that were asked when the page was made. */
export function keptAnswers(kept: Readonly<Record<string, KeptRows>>): Ask {
  return (strings, values, given) => {
    const key = queryKey(strings, values, given);
    if (!Object.hasOwn(kept, key))
      throw new Error(
        "SQL: a page has the rows of queries as they were when it was made: ask for all rows, and choose among them in a cell of JavaScript",
      );
    return kept[key];
  };
}
