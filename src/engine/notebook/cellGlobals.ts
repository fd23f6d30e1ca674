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
  function md(strings: TemplateStringsArray, ...values: readonly (number | Text)[]): HTMLElement;
  /** What stands between braces in a Markdown cell. */
  function markdownValue(value: number | Text): void;
  function FileAttachment(name: string): {
    readonly name: string;
    text(encoding?: string): Promise<string>;
    json(): Promise<any>;
    arrayBuffer(): Promise<ArrayBuffer>;
  };
  const Generators: { input<T>(control: { readonly value: T }): AsyncGenerator<T, void> };
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
