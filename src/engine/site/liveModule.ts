import path from "node:path";
import { fileURLToPath } from "node:url";
import { messageOf, type LeftOut } from "../../errors.js";
import { CellError, toExpectedError } from "../notebook/cellError.js";
import { attachedBy, imagesIn } from "../notebook/attachedBy.js";
import { nameShown } from "../notebook/collectShown.js";
import type { CompiledCell } from "../notebook/compileCell.js";
import { declaredParams } from "../notebook/declaredParams.js";
import { fileAttachmentFor, imageFinder } from "../notebook/fileAttachment.js";
import { readerFiles } from "../notebook/files/readers.js";
import { importedBy, type ImportExpression } from "../notebook/importedBy.js";
import { followsParams } from "../notebook/followsParams.js";
import { inNeitherOf } from "../notebook/inNeither.js";
import { whyNoModule } from "../notebook/importModule.js";
import { sharedNames } from "../notebook/freezeExports.js";
import { importedName, importName, type ImportDeclaration } from "../notebook/liftImports.js";
import { isOwnLibrary, libraryOf } from "../notebook/libraries/libraries.js";
import { notebookKitFolder } from "../notebook/notebookKit.js";
import { npmSpecifier } from "../notebook/npmSpecifier.js";
import type { KeptRows } from "../notebook/sql/databaseClient.js";
import type { Project } from "../notebook/project.js";
import { readsData } from "../notebook/readsData.js";
import { toReaders } from "../notebook/readers.js";
import { whereBegins } from "../notebook/thrown.js";
import { findNodes, type Node } from "../notebook/syntaxTree.js";

const quote = (text: string) => JSON.stringify(text);

const leftOutCode = ({ message, because }: LeftOut) =>
  `new LeftOut(${quote(message)}, ${quote(because)})`;

/** The names of libraries that cells read without an import. */
function libraryNames(cells: readonly CompiledCell[]): string[] {
  const defined = new Set(cells.flatMap(({ outputs }) => [...outputs.keys()]));
  const names = new Set(cells.flatMap(({ inputs }) => [...inputs.keys()]));
  return [...names].filter((name) => !defined.has(name));
}

/** The packages that cells use, by import or by names, and the own libraries by their names. */
export function packagesOf(cells: readonly CompiledCell[]): string[] {
  const named = [...importedBy("", cells).keys()];
  const libraries = libraryNames(cells).flatMap((name) =>
    isOwnLibrary(name) ? name : (libraryOf(name, "")?.specifier ?? []),
  );
  return [...named.map((name) => npmSpecifier(name)?.specifier ?? name), ...libraries];
}

interface Member extends Node {
  readonly property: { readonly name?: string };
}

/** The readers of files that cells call by their names. */
function readersUsed(cells: readonly CompiledCell[]): (keyof typeof readerFiles)[] {
  const members = cells.flatMap(({ syntax }) => findNodes(syntax, "MemberExpression") as Member[]);
  const called = new Set(members.map(({ property }) => property.name));
  return (Object.keys(readerFiles) as (keyof typeof readerFiles)[]).filter((kind) =>
    called.has(kind),
  );
}

/** Whether cells ask queries in SQL, whose rows a page needs with it. */
export function asksQueries(cells: readonly CompiledCell[]): boolean {
  return libraryNames(cells).some((name) =>
    ["DatabaseClient", "DuckDBClient", "db"].includes(name),
  );
}

/** What loads a library in a browser, as JavaScript; null for a name that is no library's. */
function libraryCode(name: string, project: string, folder: string, ending: string): string | null {
  if (isOwnLibrary(name)) {
    const file = path.join(folder, `../notebook/libraries/${name}${ending}`);
    return `${quote(name)}: () => import(${quote(file)}).then((module) => module.library())`;
  }
  const library = libraryOf(name, project);
  if (library === undefined) return null;
  const from = `import(${quote(library.specifier)})`;
  return library.export === undefined
    ? `${quote(name)}: () => ${from}`
    : `${quote(name)}: () => ${from}.then((module) => module[${quote(library.export)}])`;
}

/** The names of the files that cells attach. Throws an ExpectedError for each that is not to be had. */
function attachedFiles(file: string, cells: readonly CompiledCell[]): string[] {
  const attach = fileAttachmentFor(file);
  const names = new Set<string>();
  const errors: CellError[] = [];
  for (const compiled of cells)
    for (const { name, place } of attachedBy(compiled)) {
      try {
        attach(name);
        names.add(name);
      } catch (error) {
        errors.push(new CellError(compiled.cell, place, messageOf(error), { cause: error }));
      }
    }
  if (errors.length > 0) throw toExpectedError(file, errors);
  // A picture that is not there is said by the cell that shows it.
  const find = imageFinder(file);
  for (const name of cells.flatMap(imagesIn)) {
    try {
      find(name);
      names.add(name);
    } catch {
      continue;
    }
  }
  return [...names];
}

/**
 * The module that opens a notebook in a browser. Imports of names stay imports of names, so that a
 * bundler leaves out what no cell uses.
 */
export function liveModule(
  file: string,
  cells: readonly CompiledCell[],
  project: Pick<Project, "name" | "liveEntry" | "paramNames" | "dataNames" | "tableNames">,
  queries: Readonly<Record<string, KeptRows>> = {},
): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const folder = path.join(notebookKitFolder(), "runtime");
  const ending = path.extname(fileURLToPath(import.meta.url));
  const lines = [
    `import { Runtime } from "@observablehq/runtime";`,
    `import { define } from ${quote(path.join(folder, "define.js"))};`,
    `import { input, observe, queue, width } from ${quote(path.join(folder, "stdlib/generators/index.js"))};`,
    `import { Mutable } from ${quote(path.join(folder, "stdlib/mutable.js"))};`,
    `import { openNotebook } from ${quote(path.join(here, `../notebook/live/openNotebook${ending}`))};`,
    `import { live } from ${quote(project.liveEntry)};`,
    `import { LeftOut } from ${quote(path.join(here, `../../errors${ending}`))};`,
  ];
  const { params, errors } = declaredParams(cells, project.paramNames);
  if (errors.length > 0) throw toExpectedError(file, errors);
  const readers = toReaders(cells);
  const names = [...project.paramNames, ...params.map(({ name }) => name)];
  const follows = followsParams(cells, names);
  const inNeither = inNeitherOf(file, cells, project.dataNames);
  const definitions = cells.map((compiled) => {
    const { cell, outputs, displays } = compiled;
    const leftOut = inNeither(compiled);
    const inputs = leftOut ? [] : [...compiled.inputs.keys()];
    const code = leftOut ? `() => { throw ${leftOutCode(leftOut)}; }` : compiled.code;
    const modules: string[] = [];
    const variable = nameShown(compiled);
    const syntax = leftOut ? { type: "Program", start: 0, end: 0 } : compiled.syntax;
    /** Modules that no page has are left out when they are asked for. */
    const isLeftOut = (start: number, specifier: string) => {
      const why = whyNoModule(specifier, file);
      if (why) modules.push(`${start}: async () => { throw ${leftOutCode(why)}; }`);
      return why !== null;
    };
    for (const declaration of findNodes(syntax, "ImportDeclaration") as ImportDeclaration[]) {
      const { start, source, specifiers } = declaration;
      if (isLeftOut(start, source.value)) continue;
      const names = specifiers.map(importedName);
      const local = `cell${cell.id}_${start}`;
      if (names.includes(null)) lines.push(`import * as ${local} from ${quote(source.value)};`);
      else {
        const bindings = names.map((name, i) => `${quote(name!)} as ${local}_${i}`);
        lines.push(`import { ${bindings.join(", ")} } from ${quote(source.value)};`);
      }
      const object = names.map((name, i) => `${quote(name ?? "")}: ${local}_${i}`);
      const value = names.includes(null) ? local : `{ ${object.join(", ")} }`;
      modules.push(`${start}: async () => (${value})`);
    }
    for (const { start, source } of findNodes(syntax, "ImportExpression") as ImportExpression[])
      if (typeof source.value === "string" && !isLeftOut(start, source.value))
        modules.push(`${start}: () => import(${quote(source.value)})`);
    return [
      "{",
      `id: ${cell.id}, name: ${quote(cell.name)}, where: ${quote(whereBegins(file, compiled))},`,
      variable === undefined ? "" : `variable: ${quote(variable)},`,
      `displays: ${displays},`,
      `inputs: ${JSON.stringify(inputs)},`,
      `follows: ${JSON.stringify(follows.get(compiled))},`,
      `outputs: ${JSON.stringify(cell.output === undefined ? [...outputs.keys()] : [])},`,
      cell.output === undefined ? "" : `output: ${quote(cell.output)},`,
      `shared: ${JSON.stringify([...sharedNames(compiled, readers)])},`,
      `modules: { ${modules.join(", ")} },`,
      `make: (${importName}) => ${code}`,
      "}",
    ].join("\n");
  });
  const files = attachedFiles(file, cells).map((name, i) => {
    const address = path.resolve(path.dirname(file), name);
    lines.push(`import file${i} from ${quote(`${address}?url&no-inline`)};`);
    return `${quote(name)}: file${i}`;
  });
  const libraries = libraryNames(cells).flatMap(
    (name) => libraryCode(name, project.name, here, ending) ?? [],
  );
  const fileReaders = readersUsed(cells).map(
    (kind) =>
      `${kind}: () => import(${quote(path.join(here, `../notebook/files/${readerFiles[kind]}${ending}`))})`,
  );
  return `${lines.join("\n")}
openNotebook(
{ readsData: ${readsData(cells, project)}, params: ${JSON.stringify(params)}, files: { ${files.join(", ")} }, readers: { ${fileReaders.join(", ")} }, queries: ${JSON.stringify(queries)}, libraries: { ${libraries.join(", ")} }, cells: [${definitions.join(",\n")}] },
{ Runtime, define, input, observe, queue, width, Mutable },
live
);
`;
}
