import { perObject } from "../../perObject.js";
import type { NotebookKit } from "./notebookKit.js";
import { findNodes, type Node } from "./syntaxTree.js";

type Root = ReturnType<NotebookKit["parseJavaScript"]>["body"];

export interface ImportDeclaration extends Node {
  readonly source: { readonly value: string };
  readonly specifiers: readonly {
    readonly type: string;
    readonly local: { readonly name: string };
    readonly imported?: { readonly name?: string; readonly value?: string };
  }[];
}

/** The function that imports for a cell: given an offset, then a specifier, options and names. */
export const importName = "__ninefoldImport";

/** What a specifier imports: a name, or null for the module as a whole. */
export function importedName({
  type,
  imported,
}: ImportDeclaration["specifiers"][number]): string | null {
  if (type === "ImportNamespaceSpecifier") return null;
  if (type === "ImportDefaultSpecifier") return "default";
  return imported?.name ?? imported?.value ?? null;
}

/** The variables that a cell's imports define; found once, however often its notebook runs. */
export const importedNames = perObject((syntax: Node): ReadonlySet<string> => {
  const declarations = findNodes(syntax, "ImportDeclaration") as ImportDeclaration[];
  return new Set(
    declarations.flatMap(({ specifiers }) => specifiers.map(({ local }) => local.name)),
  );
});

/**
 * Turns a cell's imports into calls, since a cell is a function: declarations into a line of code
 * that goes before the rest, `import(…)` in place. Every other character keeps its line.
 */
export function liftImports(root: Root, source: string): { imports: string; body: string } {
  const declarations = findNodes(root, "ImportDeclaration") as ImportDeclaration[];
  const calls: string[] = [];
  const bindings: string[] = [];
  declarations.forEach(({ start, source: { value }, specifiers }, index) => {
    const module = `__ninefoldModule${index}`;
    const names = specifiers.map(importedName).filter((name) => name !== null);
    calls.push(
      `${importName}(${start})(${JSON.stringify(value)}, undefined, ${JSON.stringify(names)})`,
    );
    for (const specifier of specifiers) {
      const name = importedName(specifier);
      const { local } = specifier;
      bindings.push(
        name === null
          ? `${local.name} = ${module}`
          : `{${JSON.stringify(name)}: ${local.name}} = ${module}`,
      );
    }
  });
  let body = "";
  let index = 0;
  const edits = [...declarations, ...findNodes(root, "ImportExpression")];
  for (const { type, start, end } of edits.sort((a, b) => a.start - b.start)) {
    body += source.slice(index, start);
    if (type === "ImportExpression") {
      body += `${importName}(${start})`;
      index = start + "import".length;
    } else {
      body += source.slice(start, end).replace(/[^\r\n]/g, " ");
      index = end;
    }
  }
  body += source.slice(index);
  if (declarations.length === 0) return { imports: "", body };
  const modules = declarations.map((_, i) => `__ninefoldModule${i}`).join(", ");
  const bound = bindings.length > 0 ? `const ${bindings.join(", ")};` : "";
  return {
    imports: `const [${modules}] = await Promise.all([${calls.join(", ")}]);${bound}`,
    body,
  };
}
