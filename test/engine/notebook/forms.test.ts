import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { compareForms } from "../../../src/engine/notebook/forms/compareForms.js";
import { runLive } from "../../../src/engine/notebook/forms/runLive.js";
import { lendDocument } from "../../../src/engine/notebook/headlessDocument.js";
import { importerFor } from "../../../src/engine/notebook/importModule.js";
import { prepareNotebook } from "../../../src/engine/notebook/run.js";
import { project } from "../../../src/project.js";
import { runNotebook } from "../../../src/runNotebook.js";
import { casesFolder, failureOf, options } from "./cases.js";

const forms = (name: string) => path.join(casesFolder, "forms", name);
const refused = (name: string) => path.join(casesFolder, "forms", "refused", name);
const notebooksIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".html"))
    .map((name) => path.join(folder, name));

const given = { project, ...project.live.given(options.dataset, options.params) };

/** The prose that a report holds, and that a page comes to. */
async function prose(file: string) {
  const { blocks } = await runNotebook(file, options);
  return blocks.map((block) => (block.kind === "prose" ? block.markdown : block.kind));
}

/** What each cell of a page says that could not run, by the cell. */
async function failedLive(file: string) {
  const giveBack = lendDocument();
  Object.defineProperty(globalThis, "reportError", { value: () => {}, configurable: true });
  try {
    const { compiled } = await prepareNotebook(file);
    const importModule = importerFor(file, project);
    const how = { file, importModule, values: given.values, project: project.name, timeout: 5000 };
    return Object.fromEntries((await runLive(compiled, how)).failed);
  } finally {
    Reflect.deleteProperty(globalThis, "reportError");
    giveBack();
  }
}

describe("a report and a page say the same", () => {
  test("of every notebook that comes with the package", async () => {
    const dataset = readDataset();
    for (const name of readdirSync("notebooks").filter((file) => file.endsWith(".html"))) {
      const council = name === "council.html" ? "E06000047" : null;
      const asked = { set: "complete", council } as const;
      const tables = () => project.tables(dataset);
      const real = { project, tables, ...project.live.given(dataset, asked), timeout: 120_000 };
      expect(await compareForms(path.join("notebooks", name), real), name).toEqual([]);
    }
  }, 600_000);

  test.each([
    ...notebooksIn(path.join(casesFolder, "pass")),
    ...notebooksIn(path.join(casesFolder, "forms")),
  ])("of %s", async (file) => {
    expect(await compareForms(file, { ...given, timeout: 5000 })).toEqual([]);
  });

  // 10 / 4 = 2.5; 300 steps; 1 + 2 + 3 + 10 for the one council + 2 times 7 = 30; 4 + 1 = 5.
  test.each([
    ["generator.html", ["The mean is 2.5 after 300 steps."]],
    ["waiting.html", ["The value is 7."]],
    ["mutable.html", ["The total is 30."]],
    ["mutables.html", ["The second is 5."]],
    ["late.html", ["the file holds 7", "The end."]],
    ["memo.html", ["9 and 9 and 1."]],
  ])("which is what the notebook comes to: %s", async (name, says) => {
    expect(await prose(forms(name))).toEqual(says);
  });
});

describe("what would differ is refused", () => {
  const words =
    "what one cell defines no other may change: copy it first, as in [...array] or structuredClone(object)";

  test("a cell that changes what another defines, in both forms", async () => {
    expect(await failureOf(refused("array.html"))).toEqual([
      `array.html:8:36: cell 2: Cannot add property 0, object is not extensible: ${words}`,
    ]);
    expect(await failedLive(refused("array.html"))).toEqual({
      2: `Cell 2 (array.html:8:5) could not run: Cannot add property 0, object is not extensible: ${words}`,
    });
    const lines = await failureOf(refused("object.html"));
    expect(lines).toEqual(
      [12, 15, 18, 21, 24, 27].map((line, i): unknown =>
        expect.stringMatching(new RegExp(`^object\\.html:${line}:\\d+: cell ${i + 2}: `)),
      ),
    );
    for (const line of lines) expect(line).toContain(words);
    expect(Object.keys(await failedLive(refused("object.html")))).toEqual([
      "2",
      "3",
      "4",
      "5",
      "6",
      "7",
    ]);
  });

  test("a cell that changes the rows that others read, though not what a chart notes in them", async () => {
    expect(await failureOf(refused("rows.html"))).toEqual([
      "rows.html:5:11: cell rows, alone, drawn: a cell changed the objects in rows, which several cells read, so that what each gets depends on which runs first: copy them there, as in rows.map((row) => ({...row, share: 1}))",
    ]);
  });

  test("a timer that shows something when all is done", async () => {
    const says = /a timer was still to run when all cells had settled, and a report shows nothing/;
    const lines = await failureOf(refused("timer.html"));
    expect(lines).toEqual([expect.stringMatching(says), expect.stringMatching(says)]);
    expect(lines[0]).toMatch(/^timer\.html:5:\d+: cell 1: /);
    expect(lines[1]).toMatch(/^timer\.html:12:\d+: cell 3: /);
  });

  test("a cell that changes what it reads", async () => {
    expect(await failureOf(refused("chases.html"))).toEqual([
      "chases.html:5:11: cell total, add: total was changed after other cells had read it: what reads it may not change it",
    ]);
  });

  test("an address on any host, in both forms, but not what the address itself holds", async () => {
    const says = (address: string) =>
      `fetch: a report asks no host for anything: save it beside the notebook and use FileAttachment: ${address}`;
    expect(await failureOf(refused("fetch.html"))).toEqual([
      `fetch.html:5:24: cell rows: ${says("https://example.org/data.json")}`,
      `fetch.html:8:23: cell own: ${says("small.json")}`,
    ]);
  });
});
