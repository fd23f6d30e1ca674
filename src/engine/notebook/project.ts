import type { Rows } from "../report/block.js";
import type { Tables } from "./sql/duckDb.js";

/** What a notebook is run with, as a project says it. */
export interface Given {
  /** What cells read without an import besides the engine's own, by name. */
  readonly values: Readonly<Record<string, unknown>>;
  /** What a reader must know before any figure, a sentence each, where the notebook says no other. */
  readonly about: readonly string[];
  /** The data of a figure or table as files hold them, with what says whose each row is. */
  readonly inFiles?: (data: Rows) => Rows;
}

/** Called with what an address asks for and nobody knows, and with what stands in its place. */
export type OnUnknown = (name: string, asked: string, shown: string) => void;

/** The part of a project that runs in a browser too. */
export interface LiveProject<Data = unknown, Asked = unknown> {
  /**
   * The project's data, from the JSON that was made of them. `load` gives the text of a table that was
   * left out of it, by its name; it is called when the table is read.
   */
  revive(json: string, load?: (name: string) => string): Data;
  /** What a page's address asks for, else what the page was made with. */
  params(search: string, made: Asked, onUnknown?: OnUnknown): Asked;
  /** The data are null where a notebook reads none of them. */
  given(data: Data | null, asked: Asked): Given;
}

/** A project's data as pages get them. */
export interface WrittenData {
  readonly json: string;
  /** What is left out of it for pages whose scripts mention none of the words, by name. */
  readonly tables: Readonly<
    Record<string, { readonly json: string; readonly words: readonly string[] }>
  >;
}

/**
 * The project whose notebooks the engine runs. The engine knows nothing of what they are about: it
 * is told here. What notebooks are about (`Data`) and what they are asked for (`Asked`) reach other
 * processes and pages as JSON.
 */
export interface Project<Data = unknown, Asked = unknown> {
  /** The name that cells import the project's own functions by. */
  readonly name: string;
  /** Gives those functions. */
  readonly load: () => Promise<object>;
  /** The names by which cells read the project's data. */
  readonly dataNames: readonly string[];
  /** What cells always read of `params`: a notebook's own parameters have other names. */
  readonly paramNames: readonly string[];
  /** The file of those functions, for types and for a browser. */
  readonly entry: string;
  /**
   * The types of `Given.values`, as declarations in TypeScript, and the imports that they need; those
   * of `params` are members.
   */
  readonly globals: {
    readonly imports: string;
    readonly declarations: string;
    readonly params: string;
  };
  /** The data as tables for SQL, by name. */
  tables(data: Data): Promise<Tables>;
  /** The tables among them that say what the data do: a query that names one reads them. */
  readonly tableNames: readonly string[];
  /** The data as pages get them: what every page has, and tables that are left out of it, by name. */
  written(data: Data): WrittenData;
  /** The same data, whose records tell of fields that a cell asks for and they have not. */
  telling(data: Data): Data;
  readonly live: LiveProject<Data, Asked>;
  /** The file that exports `live`, for a browser. */
  readonly liveEntry: string;
  /** The file that makes reports in a process of its own: it calls `answerJobs` with the project. */
  readonly worker: string;
}
