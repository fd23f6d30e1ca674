import path from "node:path";
import { pathToFileURL } from "node:url";
import vm from "node:vm";
import { transpile } from "@observablehq/notebook-kit";
import { Runtime } from "@observablehq/runtime";
import { expect, test } from "vitest";
import { escapeMarkdown } from "../../../src/engine/report/block.js";
import { lendDocument } from "../../../src/engine/notebook/headlessDocument.js";
import { project } from "../../../src/project.js";
import { importerFor } from "../../../src/engine/notebook/importModule.js";
import { importNotebookKit, notebookKitFolder } from "../../../src/engine/notebook/notebookKit.js";
import { readNotebook } from "../../../src/engine/notebook/readNotebook.js";
import { runNotebook } from "../../../src/runNotebook.js";
import { casesFolder, options } from "./cases.js";

interface Observer {
  pending(): void;
  fulfilled(value: unknown): void;
  rejected(error: unknown): void;
}
type Define = (
  main: object,
  state: object,
  definition: object,
  observe: (state: object) => Observer,
) => void;

/**
 * What the expressions of a notebook first give under Notebook Kit's own transpiler and runtime, in
 * the order of the cells.
 */
async function liveValues(file: string): Promise<unknown[]> {
  const { cells } = await readNotebook(file, await importNotebookKit());
  const url = pathToFileURL(path.join(notebookKitFolder(), "runtime", "define.js")).href;
  const { define } = (await import(/* @vite-ignore */ url)) as { define: Define };
  const runtime = new Runtime({ width: () => 640, md: () => () => undefined });
  const main = runtime.module();
  const values = cells.map(({ id, mode, value, hidden, output }) => {
    const live = transpile({ id, mode, value, hidden, output, pinned: false });
    const body = live.body.replaceAll("import(", "__import(");
    const make = new vm.Script(`(__import) => ${body}`).runInThisContext() as (
      importModule: (specifier: string) => Promise<object>,
    ) => unknown;
    return new Promise((resolve, reject) => {
      const state = { root: document.createElement("div"), expanded: [], variables: [] };
      const observer = { pending: () => undefined, fulfilled: resolve, rejected: reject };
      define(main, state, { ...live, id, body: make(importerFor(file, project)) }, () => observer);
    }).then((result) => (live.autodisplay && mode !== "md" ? [result] : []));
  });
  const settled = await Promise.all(values);
  runtime.dispose();
  return settled.flat();
}

test("cells give what they give under the live runtime", async () => {
  const file = path.join(casesFolder, "pass", "order.html");
  const giveBack = lendDocument();
  try {
    const shown = (await liveValues(file)).filter((value) =>
      ["string", "number"].includes(typeof value),
    );
    // Cells 4, 9, 11 and 15; cell 13 gives an element.
    expect(shown).toEqual([3.5, 1, "1 one 640", 9]);
    const { blocks } = await runNotebook(file, options);
    const headless = blocks.map((block) => block.kind === "prose" && block.markdown);
    for (const value of shown)
      expect(headless).toContain(
        typeof value === "number" ? `${value}` : escapeMarkdown(String(value)),
      );
  } finally {
    giveBack();
  }
});
