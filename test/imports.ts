import { readFileSync } from "node:fs";
import ts from "typescript";

/** Stands for a module whose name is computed, which only the notebook runner has cause to do. */
export const computed = "(computed)";

export interface Import {
  /** What is imported, as written: `./select.js`, `node:fs`, `vega-lite`. */
  readonly specifier: string;
  /** Whether only types are imported, so that nothing is loaded. */
  readonly typeOnly: boolean;
}

const known = new Map<string, Import[]>();

/** `readImports`, once for each file. */
export function importsOf(file: string): Import[] {
  const imports = known.get(file) ?? readImports(file);
  known.set(file, imports);
  return imports;
}

/** Every import of a TypeScript file: static, re-exported, dynamic, or in a type. */
export function readImports(file: string): Import[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022);
  const imports: Import[] = [];
  const add = (node: ts.Node | undefined, typeOnly: boolean) => {
    imports.push({
      specifier: node && ts.isStringLiteralLike(node) ? node.text : computed,
      typeOnly,
    });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node))
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier)
      add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, true);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return imports;
}

/** The package that a bare specifier names: `vega-lite/build/x` is of `vega-lite`. */
export function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}
