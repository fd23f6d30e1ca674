import path from "node:path";
import { expect, it } from "vitest";
import { packageNotebooks } from "../../../src/cli/packageNotebooks.js";
import { compileNotebook } from "../../../src/engine/notebook/compileNotebook.js";
import { importNotebookKit } from "../../../src/engine/notebook/notebookKit.js";
import {
  parseNotebook,
  readNotebook,
  type Notebook,
} from "../../../src/engine/notebook/readNotebook.js";
import { readsParam } from "../../../src/engine/notebook/readsParam.js";
import { casesFolder } from "./cases.js";

const kit = await importNotebookKit();

async function reads(notebook: Notebook): Promise<boolean> {
  const { compiled, errors } = await compileNotebook(notebook);
  expect(errors).toEqual([]);
  return readsParam(compiled, "council");
}

/** A notebook of cells, each of the type that comes before its source. */
const made = (...cells: readonly (readonly [type: string, source: string])[]) =>
  parseNotebook(
    `<!doctype html><notebook><title>Made up</title>${cells
      .map(([type, source], i) => `<script id="${i + 1}" type="${type}">${source}</script>`)
      .join("\n")}</notebook>`,
    "made-up.html",
    kit,
  );

it.each([
  "params.council",
  "params?.council ?? null",
  'params["council"]',
  "params[name]",
  "params[`council`]",
  "const {council} = params;",
  "const {set, council: code = null} = params;",
  'const {"council": code} = params;',
  "const {[name]: value} = params;",
  "const {set, ...rest} = params;",
  "const all = params;",
  "const {set} = {...params};",
  'import {about} from "./local.js"; const text = about(dataset, params);',
  'import {about} from "./local.js"; const text = about({params});',
  "const show = () => () => params.council;",
  "JSON.stringify(params)",
  "params",
  // One cell reads it in an inner scope, another does not mean it.
  "const f = (params) => params.set; const g = () => params.council;",
])("may read the council: %s", async (source) => {
  expect(await reads(made(["module", "const name = 1;"], ["module", source]))).toBe(true);
});

it.each([
  "params.set",
  'params["set"]',
  "const {set} = params;",
  "const {set: which = 'all'} = params;",
  "const council = params.set;",
  "const text = 'params.council'; // params.council",
  "const f = (params) => params.council;",
  "const f = ({params}) => params.council + params[1];",
  "const spec = {params: {council: 1}}; spec.params.council",
  "const params = {council: 'a constant of its own'}; const {council} = params;",
  "dataset.councils.length",
])("does not read the council: %s", async (source) => {
  expect(await reads(made(["module", source]))).toBe(false);
});

it("looks at cells of every kind, and at every mention in them", async () => {
  const markdown = (source: string) => reads(made(["text/markdown", source]));
  expect(await markdown("The code is ${text(params.council)}.")).toBe(true);
  expect(await markdown("The set is ${text(params.set)}; params.council is not read.")).toBe(false);
  const typescript = (source: string) => reads(made(["text/x-typescript", source]));
  expect(await typescript("const code: string = params.council!;")).toBe(true);
  expect(await typescript("const code = (params as {council: string}).council;")).toBe(true);
  expect(await typescript("const set: {council?: string} = {}, name = params.set;")).toBe(false);
  expect(
    await reads(made(["module", "params.set"], ["module", "[params.set, params.council]"])),
  ).toBe(true);
  // What a cell calls its own is not what the command line gives.
  expect(
    await reads(made(["module", "const params = {council: 1};"], ["module", "params.council"])),
  ).toBe(false);
});

it("finds that of the package's notebooks those on one council do", async () => {
  const found: string[] = [];
  for (const [name, file] of packageNotebooks())
    if (await reads(readNotebook(file, kit))) found.push(name);
  expect(found).toEqual(["council", "services"]);
  for (const name of ["beside", "needs-ascof", "waits"]) {
    const file = path.join(casesFolder, "council", `${name}.html`);
    expect(await reads(readNotebook(file, kit)), name).toBe(true);
  }
});
