import type { Readers } from "../files/attachment.js";
import type { KeptRows } from "../sql/databaseClient.js";
import type { Param } from "../params.js";

/** A cell of a notebook as the browser gets it. */
export interface LiveCell {
  readonly id: number;
  /** As its author would name it. */
  readonly name: string;
  /** Where it begins: the notebook's file, line and column. */
  readonly where: string;
  /** The variables that it reads, in the order of its function's parameters. */
  readonly inputs: readonly string[];
  /** The parameters of the page's address that what it does depends on. */
  readonly follows?: readonly string[];
  readonly outputs: readonly string[];
  /** The one variable that holds its value, for a cell with an `output` attribute. */
  readonly output?: string;
  /** The variables among them that other cells read. */
  readonly shared: readonly string[];
  /** The variable that it shows, where that is all it says. */
  readonly variable?: string;
  /** Its value is displayed. */
  readonly displays: boolean;
  /** Gives the cell's function, which imports by the offset of the import in the cell. */
  readonly make: (
    importAt: (offset: number) => () => Promise<object>,
  ) => (...inputs: unknown[]) => unknown;
  /** What its imports give, by offset. */
  readonly modules: Readonly<Record<number, () => Promise<object>>>;
}

/** A compiled notebook, as the module that is made for it says. */
export interface LiveNotebook {
  readonly cells: readonly LiveCell[];
  /** Whether a cell reads the project's data. */
  readonly readsData: boolean;
  /** The parameters of its own. */
  readonly params: readonly Param[];
  /** The addresses of files that its cells attach, by the name they use. */
  readonly files: Readonly<Record<string, string>>;
  /** What reads the kinds of its files that few notebooks have. */
  readonly readers: Readers;
  /** What its queries in SQL gave when the page was made, by `queryKey`. */
  readonly queries: Readonly<Record<string, KeptRows>>;
  /** The libraries that its cells read without an import, each loaded when first read. */
  readonly libraries: Readonly<Record<string, () => Promise<unknown>>>;
}

/** The part of Observable's runtime that runs a live notebook. */
export interface Observer {
  pending(): void;
  fulfilled(value: unknown): void;
  rejected(error: unknown): void;
}

export interface CellState {
  readonly root: HTMLElement;
  readonly expanded: unknown[];
  readonly variables: unknown[];
  autoclear?: boolean;
}

export interface ObservableParts {
  readonly Runtime: new (builtins: Readonly<Record<string, () => unknown>>) => {
    module(): object;
    dispose?(): void;
  };
  /** Notebook Kit's `define`. */
  readonly define: (
    main: object,
    state: CellState,
    definition: {
      readonly id: number;
      readonly inputs: readonly string[];
      readonly outputs: readonly string[];
      readonly output?: string;
      readonly body: (...inputs: unknown[]) => unknown;
      readonly autodisplay: boolean;
    },
    observe: (state: CellState) => Observer,
  ) => void;
  readonly input: (control: HTMLElement) => unknown;
  readonly observe: (initialize: (change: (value: unknown) => void) => unknown) => unknown;
  readonly queue: (initialize: (change: (value: unknown) => void) => unknown) => unknown;
  readonly width: (target: HTMLElement) => unknown;
  readonly Mutable: (value: unknown) => unknown;
}
