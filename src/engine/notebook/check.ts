import path from "node:path";
import type TypeScript from "typescript";
import { ExpectedError } from "../../errors.js";
import { packageFolder } from "../../packageFolder.js";
import { cellGlobals } from "./cellGlobals.js";
import { CellError, errorLines, inOrder } from "./cellError.js";
import { toCellModule, type CellModule } from "./cellModule.js";
import type { CompiledCell } from "./compileCell.js";
import { compileNotebook } from "./compileNotebook.js";
import { declaredParams } from "./declaredParams.js";
import { toGraph } from "./graph.js";
import { importNotebookKit } from "./notebookKit.js";
import { inputsPackage, npmSpecifier } from "./npmSpecifier.js";
import type { Project } from "./project.js";
import { readNotebook } from "./readNotebook.js";

interface CheckedCell extends CellModule {
  readonly file: string;
  readonly compiled: CompiledCell;
  /** The path that the module would have. */
  readonly path: string;
}

/** The project's types: its source, else what was built from it. */
const typesOf = ({ entry }: Project) => entry.replace(/\.js$/, ".d.ts");

/** The options that the package's own sources are checked with, for code that a bundler resolves. */
function optionsOf(ts: typeof TypeScript): TypeScript.CompilerOptions {
  return {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    types: [],
    strict: true,
    noImplicitOverride: true,
    noFallthroughCasesInSwitch: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    verbatimModuleSyntax: true,
    resolveJsonModule: true,
    allowImportingTsExtensions: true,
    allowJs: true,
    skipLibCheck: true,
    noEmit: true,
  };
}

/** A program over modules in memory, in which the project has its name wherever they are. */
function toProgram(ts: typeof TypeScript, modules: ReadonlyMap<string, string>, project: Project) {
  const options = optionsOf(ts);
  const host = ts.createCompilerHost(options);
  host.fileExists = (file) => modules.has(file) || ts.sys.fileExists(file);
  host.readFile = (file) => modules.get(file) ?? ts.sys.readFile(file);
  const entry = typesOf(project);
  const cache = ts.createModuleResolutionCache(packageFolder, (name) => name, options);
  host.resolveModuleNameLiterals = (literals, from) =>
    literals.map(({ text: written }) => {
      const text = npmSpecifier(written)?.specifier ?? written;
      if (text === project.name)
        return { resolvedModule: { resolvedFileName: entry, extension: path.extname(entry) } };
      if (text === inputsPackage)
        return ts.resolveModuleName("./engine/controls/inputs/inputs.js", entry, options, host);
      const near = ts.resolveModuleName(text, from, options, host, cache);
      return near.resolvedModule || text.startsWith(".")
        ? near
        : ts.resolveModuleName(text, entry, options, host, cache);
    });
  return ts.createProgram([...modules.keys()], options, host);
}

/** Codes for what is declared and not used: additions to a cell need not use what they declare. */
const unused: ReadonlySet<number> = new Set([6133, 6138, 6192, 6196, 6198]);

function typeErrors(
  ts: typeof TypeScript,
  { compiled, origin }: CheckedCell,
  diagnostics: readonly TypeScript.Diagnostic[],
): CellError[] {
  return diagnostics.flatMap(({ code, start = 0, messageText }) => {
    const from = origin(start);
    if (from === null && unused.has(code)) return [];
    const message = ts.flattenDiagnosticMessageText(messageText, " ").replace(/\s+/g, " ");
    const place = compiled.cell.place(from ?? 0);
    return new CellError(compiled.cell, place, `TS${code}: ${message}`);
  });
}

/**
 * Checks the types of the cells of notebooks, JavaScript as TypeScript, under strict options:
 * what other cells define has its awaited type, a control's view the type of its value, and a
 * Markdown cell takes numbers and text nodes only. Gives every error as a line,
 * `file:line: cell ID: TSxxxx: message`, in the order of the notebooks.
 */
export async function checkNotebooks(
  files: readonly string[],
  project: Project,
): Promise<string[]> {
  const kit = await importNotebookKit();
  const ts = (await import("typescript")).default;
  const lines = new Map<string, string[]>(files.map((file) => [file, []]));
  const errors = new Map<string, CellError[]>();
  const cells: CheckedCell[] = [];
  for (const file of lines.keys()) {
    try {
      const { compiled, errors: unparsed } = await compileNotebook(readNotebook(file, kit));
      const modulePath = ({ cell }: CompiledCell) => `${path.resolve(file)}.cell-${cell.id}.mts`;
      const failed = unparsed.flatMap(({ cell }) => cell ?? []);
      const graph = toGraph(compiled, failed, () => true);
      const declared = declaredParams(compiled, project.paramNames);
      const unable = [...graph.errors.values()].flat();
      errors.set(file, [...unparsed, ...declared.errors, ...unable]);
      const modules = new Map(
        [...graph.definers].map(([name, by]) => [name, `./${path.basename(modulePath(by))}`]),
      );
      const unknown = failed.flatMap(({ value }) => value.match(/[A-Za-z_$][\w$]*/g) ?? []);
      for (const cell of compiled) {
        const inputs = unknown.filter((name) => cell.inputs.has(name));
        const module = toCellModule(cell, kit, ts, {
          modules,
          unknown: [...new Set(inputs)],
          params: declared.params,
        });
        cells.push({ ...module, file, compiled: cell, path: modulePath(cell) });
      }
    } catch (error) {
      if (!(error instanceof ExpectedError)) throw error;
      lines.get(file)!.push(...error.problems);
    }
  }
  const globals = path.join(packageFolder, "notebook-globals.d.mts");
  const program = toProgram(
    ts,
    new Map([
      [globals, cellGlobals(project.globals)],
      ...cells.map((cell) => [cell.path, cell.source] as const),
    ]),
    project,
  );
  for (const cell of cells) {
    const source = program.getSourceFile(cell.path);
    const found = errors.get(cell.file)!;
    const known = new Set(found.map(({ place }) => `${place.line}:${place.column}`));
    const diagnostics = [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ];
    found.push(
      ...typeErrors(ts, cell, diagnostics).filter(
        ({ place }) => !known.has(`${place.line}:${place.column}`),
      ),
    );
  }
  for (const [file, found] of errors) {
    lines.get(file)!.push(...inOrder(found).flatMap((error) => errorLines(file, error)));
  }
  return [...lines.values()].flat();
}
