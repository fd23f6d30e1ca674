import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { deserialize, serialize, transpile } from "@observablehq/notebook-kit";
import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { compileNotebook } from "../../../src/engine/notebook/compileNotebook.js";
import { importNotebookKit } from "../../../src/engine/notebook/notebookKit.js";
import {
  parseNotebook,
  readNotebook,
  type Notebook,
} from "../../../src/engine/notebook/readNotebook.js";
import { casesFolder } from "./cases.js";

test("Notebook Kit still has the parts that are imported by file", async () => {
  const kit = await importNotebookKit();
  expect(Object.values(kit).map((part: unknown) => typeof part)).toContain("function");
  expect(kit.parseJavaScript("a + 1").references.map(({ name }) => name)).toEqual(["a"]);
});

test.each(["order.html", "views.html"])(
  "%s reads, defines and displays what it does live",
  async (name) => {
    const file = path.join(casesFolder, "pass", name);
    const { compiled } = await compileNotebook(readNotebook(file, await importNotebookKit()));
    expect(compiled.length).toBeGreaterThan(5);
    for (const { cell, inputs, outputs, displays } of compiled) {
      const { id, mode, value, hidden, output } = cell;
      const live = transpile({ id, mode, value, hidden, output, pinned: false });
      expect([cell.id, [...inputs.keys()].sort()]).toEqual([id, [...(live.inputs ?? [])].sort()]);
      expect([id, [...outputs.keys()].sort()]).toEqual([
        id,
        (live.output === undefined ? [...(live.outputs ?? [])] : [live.output]).sort(),
      ]);
      expect([id, displays]).toEqual([id, live.autodisplay]);
    }
  },
);

test.each(readdirSync("notebooks").filter((name) => name.endsWith(".html")))(
  "%s comes back from Notebook Kit's own format as it went",
  async (name) => {
    const page = readFileSync(path.join("notebooks", name), "utf8");
    const { window } = new JSDOM();
    const parser = new window.DOMParser();
    const again = serialize(deserialize(page, { parser }), { document: window.document });
    const parse = async (text: string) => parseNotebook(text, name, await importNotebookKit());
    const plain = ({ title, cells }: Notebook) => ({
      title,
      cells: cells.map((cell) => ({ ...cell, place: null })),
    });
    expect(plain(await parse(again))).toEqual(plain(await parse(page)));
    expect(again).toBe(page);
  },
);
