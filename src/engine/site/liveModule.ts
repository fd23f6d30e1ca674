import path from "node:path";
import { fileURLToPath } from "node:url";
import { messageOf } from "../../errors.js";
import { CellError, toExpectedError } from "../notebook/cellError.js";
import { attachedBy } from "../notebook/attachedBy.js";
import type { CompiledCell } from "../notebook/compileCell.js";
import { declaredParams } from "../notebook/declaredParams.js";
import { fileAttachmentFor } from "../notebook/fileAttachment.js";
import type { ImportExpression } from "../notebook/importedBy.js";
import { sharedNames } from "../notebook/freezeExports.js";
import { importedName, importName, type ImportDeclaration } from "../notebook/liftImports.js";
import { notebookKitFolder } from "../notebook/notebookKit.js";
import type { Project } from "../notebook/project.js";
import { readsData } from "../notebook/readsData.js";
import { toReaders } from "../notebook/readers.js";
import { whereBegins } from "../notebook/thrown.js";
import { findNodes } from "../notebook/syntaxTree.js";

const quote = (text: string) => JSON.stringify(text);

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
  return [...names];
}

/**
 * The module that opens a notebook in a browser. Imports of names stay imports of names, so that a
 * bundler leaves out what no cell uses.
 */
export function liveModule(
  file: string,
  cells: readonly CompiledCell[],
  project: Pick<Project, "liveEntry" | "paramNames" | "dataNames">,
): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const folder = path.join(notebookKitFolder(), "runtime");
  const ending = path.extname(fileURLToPath(import.meta.url));
  const lines = [
    `import { Runtime } from "@observablehq/runtime";`,
    `import { define } from ${quote(path.join(folder, "define.js"))};`,
    `import { input, width } from ${quote(path.join(folder, "stdlib/generators/index.js"))};`,
    `import { Mutable } from ${quote(path.join(folder, "stdlib/mutable.js"))};`,
    `import { openNotebook } from ${quote(path.join(here, `../notebook/live/openNotebook${ending}`))};`,
    `import { live } from ${quote(project.liveEntry)};`,
  ];
  const { params, errors } = declaredParams(cells, project.paramNames);
  if (errors.length > 0) throw toExpectedError(file, errors);
  const readers = toReaders(cells);
  const definitions = cells.map((compiled) => {
    const { cell, inputs, outputs, displays, code, syntax } = compiled;
    const modules: string[] = [];
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
      `id: ${cell.id}, name: ${quote(cell.name)}, where: ${quote(whereBegins(file, compiled))},`,
      `displays: ${displays},`,
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
  return `${lines.join("\n")}
openNotebook(
{ readsData: ${readsData(cells, project)}, params: ${JSON.stringify(params)}, files: { ${files.join(", ")} }, cells: [${definitions.join(",\n")}] },
{ Runtime, define, input, width, Mutable },
live
);
`;
}
