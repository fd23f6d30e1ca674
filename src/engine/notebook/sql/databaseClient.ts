/** A row of what a query gives. */
export type SqlRow = Record<string, unknown>;

/** What a query gave, as JSON: pages have it, and ask no database. */
export interface KeptRows {
  readonly rows: readonly SqlRow[];
  /** The columns that hold dates, which JSON writes as text. */
  readonly dates: readonly string[];
}

/** Asks a query, whose values stand between its strings. */
export type Ask = (
  strings: readonly string[],
  values: readonly unknown[],
) => Promise<KeptRows> | KeptRows;

/** What tells a query and its values from others. */
export const queryKey = (strings: readonly string[], values: readonly unknown[]): string =>
  JSON.stringify([strings, values]);

/** Rows as cells read them. */
function toRows({ rows, dates }: KeptRows): SqlRow[] {
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

/** Observable's `DatabaseClient`, of DuckDB alone. Throws for another database. */
export function databaseClients(ask: Ask): (name: string) => DatabaseClient {
  return (name) => {
    if (name !== "duckdb")
      throw new Error(
        `DatabaseClient: a report asks DuckDB alone, as "duckdb": ${name}: save what the query gives beside the notebook, and ask that`,
      );
    return {
      name,
      sql: async (strings, ...values) => toRows(await ask([...strings], values)),
    };
  };
}

/** Answers the queries that were asked when the page was made. */
export function keptAnswers(kept: Readonly<Record<string, KeptRows>>): Ask {
  return (strings, values) => {
    const key = queryKey(strings, values);
    if (!Object.hasOwn(kept, key))
      throw new Error(
        "SQL: a page has the rows of queries as they were when it was made: ask for all rows, and choose among them in a cell of JavaScript",
      );
    return kept[key];
  };
}
