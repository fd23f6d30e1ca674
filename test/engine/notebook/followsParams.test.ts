import { expect, it } from "vitest";
import { compileNotebook } from "../../../src/engine/notebook/compileNotebook.js";
import { followsParams } from "../../../src/engine/notebook/followsParams.js";
import { importNotebookKit } from "../../../src/engine/notebook/notebookKit.js";
import { parseNotebook } from "../../../src/engine/notebook/readNotebook.js";

const kit = await importNotebookKit();

/** What each cell of a made-up notebook follows, in the order of the names. */
async function follows(...sources: readonly string[]): Promise<(readonly string[])[]> {
  const cells = sources.map(
    (source, i) => `<script id="${i + 1}" type="module">${source}</script>`,
  );
  const text = `<!doctype html><notebook><title>Made up</title>${cells.join("\n")}</notebook>`;
  const { compiled, errors } = await compileNotebook(parseNotebook(text, "made-up.html", kit));
  expect(errors).toEqual([]);
  const followed = followsParams(compiled, ["set", "council", "year"]);
  return compiled.map((cell) => [...followed.get(cell)!].sort());
}

it("a cell follows what it reads and what those before it read, in whatever order they stand", async () => {
  expect(
    await follows(
      "const last = middle + 1;",
      "const middle = first.length;",
      "const first = params.council ?? '';",
      "const year = params.year ?? 2024; const set = params.set;",
      "const both = first + year;",
      "const neither = dataset.councils.length;",
    ),
  ).toEqual([
    ["council"],
    ["council"],
    ["council"],
    ["set", "year"],
    ["council", "set", "year"],
    [],
  ]);
});

it("a cell that hands on all of them follows each, and one with its own of the name none", async () => {
  expect(await follows("const all = {...params};", "all.x")).toEqual([
    ["council", "set", "year"],
    ["council", "set", "year"],
  ]);
  expect(await follows("const params = {council: 1};", "params.council")).toEqual([[], []]);
});
