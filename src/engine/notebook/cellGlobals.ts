import type { Project } from "./project.js";

/** What every cell can use without an import, as TypeScript: the types of `builtinsFor`. */
export const cellGlobals = ({ imports, declarations, params }: Project["globals"]) => `
${imports}
declare global {
  /** A variable as other cells see it: awaited, and what a generator yields. */
  type NotebookValue<T> = Awaited<T> extends infer V
    ? V extends { next(...args: never): unknown; return(...args: never): unknown }
      ? V extends Iterator<infer Y, any, any> | AsyncIterator<infer Y, any, any> ? Awaited<Y> : V
      : V
    : never;
  ${declarations}
  /** What \`params\` has in every notebook. */
  interface NotebookParams { ${params} }
  const width: number;
  const invalidation: Promise<void>;
  function visibility<T>(value?: T): Promise<T>;
  function display<T>(value: T): T;
  function view<T>(control: HTMLElement & { readonly value: T }): AsyncGenerator<T, void>;
  /** What Markdown holds between braces: text, or elements. */
  type MarkdownValue = number | bigint | string | Node | readonly Node[];
  function md(strings: TemplateStringsArray, ...values: readonly MarkdownValue[]): HTMLElement;
  /** What stands between braces in a Markdown cell. */
  function markdownValue(value: MarkdownValue): void;
  interface DsvOptions {
    readonly delimiter?: string;
    readonly array?: boolean;
    readonly typed?: boolean | "auto";
  }
  type Records = any[] & { readonly columns: string[] };
  interface Attachment {
    readonly name: string;
    readonly mimeType: string;
    url(): Promise<string>;
    text(encoding?: string): Promise<string>;
    json(): Promise<any>;
    dsv(options?: DsvOptions): Promise<Records>;
    csv(options?: DsvOptions): Promise<Records>;
    tsv(options?: DsvOptions): Promise<Records>;
    arrayBuffer(): Promise<ArrayBuffer>;
    blob(): Promise<Blob>;
    stream(): Promise<ReadableStream>;
    image(properties?: Readonly<Record<string, unknown>>): Promise<HTMLElement>;
    xml(): Promise<Document>;
    html(): Promise<Document>;
    parquet(): Promise<Records>;
    arrow(): Promise<any>;
    zip(): Promise<{ readonly filenames: string[]; file(name: string): Attachment }>;
    xlsx(): Promise<{
      readonly sheetNames: string[];
      sheet(name: string | number, options?: { range?: string; headers?: boolean }): Records;
    }>;
    arquero(options?: object): Promise<any>;
  }
  function FileAttachment(name: string): Attachment;
  const Plot: typeof import("@observablehq/plot");
  const d3: typeof import("d3");
  const aq: typeof import("arquero");
  const topojson: typeof import("topojson-client");
  const htl: any;
  function html(strings: TemplateStringsArray, ...values: readonly unknown[]): HTMLElement;
  function svg(strings: TemplateStringsArray, ...values: readonly unknown[]): SVGElement;
  const Inputs: typeof import("ninefold").Inputs;
  const now: number;
  const DOM: any;
  const Promises: any;
  const tex: any;
  const dot: any;
  const vl: any;
  const _: any;
  const Arrow: any;
  const React: any;
  function DatabaseClient(name: string): any;
  const DuckDBClient: { of(tables: Readonly<Record<string, unknown>>): Promise<any> };
  const Generators: {
    input<T>(control: { readonly value: T }): AsyncGenerator<T, void>;
    observe<T>(initialize: (change: (value: T) => void) => unknown): AsyncGenerator<T, void>;
    queue<T>(initialize: (change: (value: T) => void) => unknown): AsyncGenerator<T, void>;
  };
  function Mutable<T>(value: T): AsyncGenerator<T, void> & { value: T };
}
`;

/** The same for an editor, which knows no notebook's own parameters. */
export const editorGlobals = (globals: Project["globals"]) =>
  `${cellGlobals(globals)}
declare global {
  const params: NotebookParams & { readonly [own: string]: any };
}
export {};
`;
