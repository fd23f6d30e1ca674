import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, expect, test } from "vitest";
import { editorGlobals } from "../../../src/engine/notebook/cellGlobals.js";
import { project } from "../../../src/project.js";

const root = path.join(import.meta.dirname, "..", "..", "..");
/** The folder of an author who has installed the package, and named its types in a tsconfig. */
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "ninefold-globals-"));
  const own = path.join(folder, "node_modules", "ninefold");
  mkdirSync(path.join(own, "dist"), { recursive: true });
  copyFileSync(path.join(root, "package.json"), path.join(own, "package.json"));
  writeFileSync(path.join(own, "dist", "globals.d.ts"), editorGlobals(project.globals));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What an editor says of a cell, with the one line in its tsconfig that the page on notebooks gives. */
function saidOf(cell: string): string[] {
  const file = path.join(folder, "cell.ts");
  writeFileSync(file, `${cell}\nexport {};\n`);
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    types: ["ninefold/globals"],
    paths: { ninefold: [path.join(root, "src", "index.ts")] },
    ...{ strict: true, skipLibCheck: true, noEmit: true },
  };
  const host = ts.createCompilerHost(options);
  host.getCurrentDirectory = () => folder;
  const program = ts.createProgram([file], options, host);
  return [
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...program.getSemanticDiagnostics(program.getSourceFile(file)),
  ].map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
}

test("an editor knows what every cell is given", () => {
  const cell = `
    import {control} from "ninefold";
    const names: string[] = dataset.councils.map(({name}) => name);
    const year: number = params.year ?? 2024;
    const set: "complete" | "all" = params.set;
    const size: number = width;
    const points = view(control.range({label: "Points", min: 1, max: 3}));
    const rows = await FileAttachment("rows.json").json();
    display(names.length + year + size);
    invalidation.then(() => rows);
    const shown = [set, points, visibility, Generators, Mutable(1).value, md\`\${1}\`];
  `;
  expect(saidOf(cell)).toEqual([]);
});

test("and what they have not", () => {
  const said = saidOf("dataset.concils; params.set = 'x'; dataset.councils[0].nmae;");
  expect(said).toEqual([
    expect.stringMatching(/'concils' does not exist .*Did you mean 'councils'\?/),
    expect.stringMatching(/'set' because it is a read-only property|not assignable to type/),
    expect.stringMatching(/'nmae' does not exist on type 'Council'/),
  ]);
});
