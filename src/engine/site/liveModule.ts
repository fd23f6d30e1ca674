import path from "node:path";
import { fileURLToPath } from "node:url";
import { messageOf } from "../../errors.js";
import { CellError, toExpectedError } from "../notebook/cellError.js";
import { attachedBy, imagesIn } from "../notebook/attachedBy.js";
import { nameShown } from "../notebook/collectShown.js";
import type { CompiledCell } from "../notebook/compileCell.js";
import { fileAttachmentFor, fileFinder } from "../notebook/fileAttachment.js";
import { sharedNames } from "../notebook/freezeExports.js";
import { importedName, importName, type ImportDeclaration } from "../notebook/liftImports.js";
import { isOwnLibrary, libraryOf } from "../notebook/libraries/libraries.js";
import { notebookKitFolder } from "../notebook/notebookKit.js";
import { npmSpecifier } from "../notebook/npmSpecifier.js";
import type { Project } from "../notebook/project.js";
import { toReaders } from "../notebook/readers.js";
import { findNodes, type Node } from "../notebook/syntaxTree.js";

interface Literal {
  readonly type: string;
  readonly value?: unknown;
}
interface ImportExpression extends Node {
  readonly source: Literal;
}

const quote = (text: string) => JSON.stringify(text);

/** The names of libraries that cells read without an import. */
function libraryNames(cells: readonly CompiledCell[]): string[] {
  const defined = new Set(cells.flatMap(({ outputs }) => [...outputs.keys()]));
  const names = new Set(cells.flatMap(({ inputs }) => [...inputs.keys()]));
  return [...names].filter((name) => !defined.has(name));
}

/** The packages and files that a notebook's cells import, as they write them. */
export function importedBy(cells: readonly CompiledCell[]): string[] {
  const nodes = cells.flatMap(({ syntax }) => [
    ...(findNodes(syntax, "ImportDeclaration") as ImportDeclaration[]),
    ...(findNodes(syntax, "ImportExpression") as ImportExpression[]),
  ]);
  const libraries = libraryNames(cells).flatMap((name) => libraryOf(name, "")?.specifier ?? []);
  const named = nodes.map(({ source }) => source.value).filter((name) => typeof name === "string");
  return [...named.map((name) => npmSpecifier(name)?.specifier ?? name), ...libraries];
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
  const find = fileFinder(file, "image");
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
  { name: project, liveEntry }: Pick<Project, "name" | "liveEntry">,
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
    `import { live } from ${quote(liveEntry)};`,
  ];
  const readers = toReaders(cells);
  const definitions = cells.map((compiled) => {
    const { cell, inputs, outputs, displays, code, syntax } = compiled;
    const modules: string[] = [];
    const name = nameShown(compiled);
    for (const declaration of findNodes(syntax, "ImportDeclaration") as ImportDeclaration[]) {
      const { start, source, specifiers } = declaration;
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
      if (typeof source.value === "string")
        modules.push(`${start}: () => import(${quote(source.value)})`);
    return [
      "{",
      `id: ${cell.id}, displays: ${displays},`,
      name === undefined ? "" : `name: ${quote(name)},`,
      `inputs: ${JSON.stringify([...inputs.keys()])},`,
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
    (name) => libraryCode(name, project, here, ending) ?? [],
  );
  return `${lines.join("\n")}
openNotebook(
{ files: { ${files.join(", ")} }, libraries: { ${libraries.join(", ")} }, cells: [${definitions.join(",\n")}] },
{ Runtime, define, input, observe, queue, width, Mutable },
live
);
`;
}
