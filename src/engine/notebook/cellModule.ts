import type TypeScript from "typescript";
import type { CompiledCell } from "./compileCell.js";
import { givenModule } from "./givenImports.js";
import { whyNotRun } from "./inNeither.js";
import type { Param } from "./params.js";
import type { NotebookKit } from "./notebookKit.js";

/** A cell as a module of TypeScript, to be checked and never run. */
export interface CellModule {
  readonly source: string;
  /** The offset in the cell's value that an offset in the source comes from; null for additions. */
  readonly origin: (offset: number) => number | null;
}

export interface CellModuleOptions {
  /** The module that another cell's variable comes from, by the variable's name. */
  readonly modules: ReadonlyMap<string, string>;
  /** Variables of cells that do not parse. */
  readonly unknown: readonly string[];
  /** The notebook's own parameters. */
  readonly params: readonly Param[];
}

/** The type of `params` in a notebook. */
function paramsType(params: readonly Param[]): string {
  const own = params.map(
    ({ name, byDefault }) => `readonly ${JSON.stringify(name)}: ${typeof byDefault};`,
  );
  return `NotebookParams & { ${own.join(" ")} }`;
}

/** Text made of parts of a cell and of additions. */
function patchwork() {
  const parts: { readonly at: number; readonly from: number; readonly length: number }[] = [];
  let source = "";
  return {
    add: (text: string) => {
      source += text;
    },
    take: (text: string, from: number) => {
      parts.push({ at: source.length, from, length: text.length });
      source += text;
    },
    finish: (): CellModule => ({
      source,
      origin: (offset) => {
        const part = parts.find(({ at, length }) => offset >= at && offset <= at + length);
        return part ? part.from + offset - part.at : null;
      },
    }),
  };
}

const blank = (text: string) => text.replace(/[^\r\n]/g, " ");

/** The expressions in a cell that is a template, with their offsets. */
function expressionsOf(value: string, kit: NotebookKit): [text: string, start: number][] {
  const { quasis } = kit.parseTemplate(value);
  return quasis.slice(1).map((next, i) => {
    const start = quasis[i].end + "${".length;
    return [value.slice(start, next.start - "}".length), start];
  });
}

/** The names that an import declaration defines. */
function importedNames(ts: typeof TypeScript, declaration: TypeScript.ImportDeclaration): string[] {
  const { name, namedBindings } = declaration.importClause ?? {};
  const named = !namedBindings
    ? []
    : ts.isNamespaceImport(namedBindings)
      ? [namedBindings.name.text]
      : namedBindings.elements.map((element) => element.name.text);
  return name ? [name.text, ...named] : named;
}

/**
 * Writes a cell as a module: its imports, then the rest as an async function whose result's
 * properties are what the module exports, as other cells see them (awaited, and what a generator
 * yields). Variables of other cells are imported from theirs.
 */
export function toCellModule(
  compiled: CompiledCell,
  kit: NotebookKit,
  ts: typeof TypeScript,
  { modules, unknown, params }: CellModuleOptions,
): CellModule {
  const { cell, outputs, expression } = compiled;
  const { value } = cell;
  const { add, take, finish } = patchwork();
  const mentioned = new Set(value.match(/[\w$]+/g));
  for (const [name, module] of modules)
    if (mentioned.has(name) && !outputs.has(name))
      add(`import { ${name} } from ${JSON.stringify(module)};\n`);
  if (mentioned.has("params") && !outputs.has("params") && !modules.has("params"))
    add(`declare const params: ${paramsType(params)};\n`);
  for (const name of unknown)
    if (mentioned.has(name) && !outputs.has(name) && !modules.has(name))
      add(`declare const ${name}: any;\n`);

  const imported = new Set<string>();
  let rest = value;
  const isTemplate = ["md", "html", "tex", "dot", "sql"].includes(cell.mode);
  if (cell.mode === "ojs" || whyNotRun(cell)) {
    // Its language is not TypeScript's, and says nothing of types.
    for (const name of outputs.keys()) add(`export declare const ${name}: any;\n`);
    add("export {};\n");
    return finish();
  }
  if (!isTemplate && !expression) {
    const file = ts.createSourceFile("cell.ts", value, ts.ScriptTarget.ESNext);
    for (const statement of file.statements.filter(ts.isImportDeclaration)) {
      const start = statement.getStart(file);
      // What it imports is there for every cell.
      const isGiven = (statement.moduleSpecifier as TypeScript.StringLiteral).text === givenModule;
      if (!isGiven) take(value.slice(start, statement.end), start);
      add("\n");
      rest =
        rest.slice(0, start) + blank(value.slice(start, statement.end)) + rest.slice(statement.end);
      if (!isGiven) for (const name of importedNames(ts, statement)) imported.add(name);
    }
  }

  const declared = [...outputs.keys()].filter((name) => !imported.has(name));
  add("async function $cell() {");
  if (isTemplate) {
    for (const [text, start] of value ? expressionsOf(value, kit) : []) {
      add(cell.mode === "md" ? "\nmarkdownValue(" : "\nvoid (");
      take(text, start);
      add("\n);");
    }
    add(cell.mode === "md" ? "\nreturn md``;" : "\nreturn null as any;");
  } else if (expression) {
    add("return (");
    take(value, 0);
    add("\n);");
  } else {
    take(rest, 0);
    if (cell.output === undefined) add(`\nreturn { ${declared.join(", ")} };`);
  }
  add("}\n");
  for (const name of outputs.keys()) {
    const whole = "Awaited<ReturnType<typeof $cell>>";
    const type = cell.output === undefined ? `${whole}["${name}"]` : whole;
    if (imported.has(name)) add(`export { ${name} };\n`);
    else add(`declare const $${name}: NotebookValue<${type}>; export { $${name} as ${name} };\n`);
  }
  add("export {};\n");
  return finish();
}
