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

function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true);
}

/** Every import of a TypeScript file: static, re-exported, dynamic, or in a type. */
export function readImports(file: string): Import[] {
  const source = parse(file);
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

/** The code of a file that depends on when, where or with what chance it runs. */
export function unrepeatable(file: string): string[] {
  const source = parse(file);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const text = () => node.getText(source).slice(0, 60);
    if (ts.isPropertyAccessExpression(node)) {
      const name = node.getText(source);
      if (name === "Date.now" || name === "Math.random" || name.startsWith("performance."))
        found.push(name);
    }
    if (ts.isNewExpression(node) && node.expression.getText(source) === "Date")
      if (!node.arguments?.length) found.push(text());
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const name = node.expression.name.text;
      const locale = name === "localeCompare" ? 1 : 0;
      if (/^(localeCompare|toLocale\w+)$/.test(name) && node.arguments.length <= locale)
        found.push(text());
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The names that a file uses, the members of something left out: `process` of `process.exit`. */
export function namesOf(file: string): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    const { parent } = node;
    const isMember =
      (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
      (ts.isPropertyAssignment(parent) && parent.name === node) ||
      (ts.isPropertySignature(parent) && parent.name === node);
    if (ts.isIdentifier(node) && !isMember) names.add(node.text);
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(parse(file), visit);
  return names;
}

/** The package that a bare specifier names: `vega-lite/build/x` is of `vega-lite`. */
export function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}
