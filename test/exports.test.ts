import path from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../", import.meta.url));
const entries = ["index", "node", "notebook"].map((name) => path.join(root, "src", `${name}.ts`));

const config = ts.readConfigFile(path.join(root, "tsconfig.json"), (file) => ts.sys.readFile(file));
const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
const program = ts.createProgram(entries, options);
const checker = program.getTypeChecker();

/** What an export, or what it stands for, says of itself. */
function described(symbol: ts.Symbol): string {
  const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  const original = isAlias ? checker.getAliasedSymbol(symbol) : symbol;
  const own = (symbol.declarations ?? []).flatMap((declaration) =>
    // `export * as name` has its comment on the statement.
    ts.getJSDocCommentsAndTags(declaration.parent ?? declaration).map((node) => node.getText()),
  );
  return ts.displayPartsToString(original.getDocumentationComment(checker)) + own.join("");
}

describe("what the package exports", () => {
  it.each(entries)("%s leaves nothing undescribed", (entry) => {
    const file = program.getSourceFile(entry);
    const symbol = file && checker.getSymbolAtLocation(file);
    const exported = symbol ? checker.getExportsOfModule(symbol) : [];
    expect(exported.length).toBeGreaterThan(1);
    expect(exported.filter((one) => described(one).trim() === "").map((one) => one.name)).toEqual(
      [],
    );
  });
});
