import path from "node:path";
import { expect, test } from "vitest";
import { compareForms } from "../../../src/engine/notebook/forms/compareForms.js";
import { prepareNotebook } from "../../../src/engine/notebook/run.js";
import { liveModule } from "../../../src/engine/site/liveModule.js";
import { project } from "../../../src/project.js";
import { runNotebook } from "../../../src/runNotebook.js";
import { casesFolder, failureOf, options } from "./cases.js";

const folder = path.join(casesFolder, "leftOut");
const file = (name: string) => path.join(folder, name);
const because = (why: string) => `A part of this notebook is left out here: ${why}.`;

/** What a report says, and what its author is told. */
async function made(name: string, timeout?: number) {
  const lines: string[] = [];
  const { blocks } = await runNotebook(file(name), {
    ...options,
    ...(timeout !== undefined && { timeout }),
    onWarning: (line) => lines.push(line.replace(`${folder}/`, "")),
  });
  return {
    lines,
    says: blocks.map((block) =>
      block.kind === "prose" ? block.markdown.replaceAll("\\", "") : block.kind,
    ),
  };
}

test("a canvas is left out where it stands, once a cell, and the rest is made", async () => {
  const { says, lines } = await made("canvas.html");
  expect(says).toEqual([
    "Two drawings.",
    "before",
    "after",
    because("it is drawn on a canvas"),
    "its size is known",
  ]);
  expect(lines).toHaveLength(2);
  for (const line of lines)
    expect(line).toMatch(
      /^canvas\.html:8:\d+: cell surface: cannot show a <canvas> element: .*; the report leaves it out$/,
    );
});

test("so is what a graphics card draws or a speaker plays, with what needs it", async () => {
  const { says, lines } = await made("card.html");
  expect(says).toEqual([
    because("it is drawn by a graphics card"),
    because("it is drawn by a graphics card"),
    because("it needs a browser (AudioContext)"),
    "The rest.",
  ]);
  expect(lines.map((line) => /cell (\w+): ([^:]+)/.exec(line)?.slice(1))).toEqual([
    ["device", "navigator.gpu"],
    ["surface", 'getContext("webgl2")'],
    ["player", "AudioContext is not available"],
  ]);
});

test("so is what never ends", async () => {
  const { says, lines } = await made("endless.html", 1000);
  const what = "has not ended after 1 s: a report shows what a generator comes to";
  expect(says).toEqual([because("it goes on moving"), because("it goes on moving")]);
  expect(lines).toEqual([
    `endless.html:5:11: cell ticks, slow: ticks ${what}; the report leaves it out`,
    `endless.html:6:11: cell ticks, slow: slow ${what}; the report leaves it out`,
    // What it sets for ever waits for it: that is no fault of its own.
    `endless.html:15:5: cell set: ${what}; the report leaves it out`,
  ]);
});

test("a control of its author's own is left out, and its value is not", async () => {
  const { says, lines } = await made("control.html");
  expect(says).toEqual([because("it is a control"), "function", "It is 7, 4 in a form."]);
  expect(lines).toEqual([
    expect.stringMatching(/^control\.html:5:\d+: cell own, value: cannot show a <input> element: /),
  ]);
});

test("so is what other hosts have, and what reads it shows nothing", async () => {
  const { says, lines } = await made("hosts.html");
  const host = because("it is loaded from another host");
  expect(says).toEqual([host, host, host, host, host, "caught", "The rest."]);
  expect(
    lines.map((line) => /^hosts\.html:(\d+):\d+: cell .*?: (.*)$/.exec(line)?.slice(1)),
  ).toEqual([
    [
      "5",
      expect.stringMatching(/^import "observable:.*: copy the cells that it needs into this one/),
    ],
    ["8", expect.stringMatching(/^import "jsr:@scope\/x": packages come from npm: install one/)],
    ["11", expect.stringMatching(/^import "https:.*: save it beside the notebook/)],
    ["14", expect.stringMatching(/^fetch: .*: https:\/\/example\.org\/rows\.json; the report/)],
    ["17", expect.stringMatching(/^penguins is not available: .* read it with FileAttachment/)],
  ]);
});

test("so is what packages draw with a graphics card or measure in a browser, not installed", async () => {
  const { says, lines } = await made("packages.html");
  expect(says).toEqual([
    because("it is drawn by a graphics card"),
    because("it needs a browser (mermaid)"),
    because("it needs a browser (leaflet)"),
    "The rest.",
  ]);
  expect(lines[0]).toMatch(
    /^packages\.html:5:5: cell draw: import "npm:regl@2\.1\.1": regl is not/,
  );
  expect(lines[2]).toMatch(/^packages\.html:12:21: cell L: import "npm:leaflet": leaflet is not/);
});

test("so is a cell of another language, and what reads it shows nothing", async () => {
  const { says, lines } = await made("languages.html");
  const language = because("it is written in a language that a report does not run");
  expect(says).toEqual([language, language, language, "The rest."]);
  expect(
    lines.map((line) =>
      /^languages\.html:(\d+):5: (cell \w+: a report runs no \w+ cell)/.exec(line)?.slice(1),
    ),
  ).toEqual([
    ["5", "cell rows: a report runs no Python cell"],
    ["11", "cell 3: a report runs no R cell"],
    ["14", "cell 4: a report runs no Node cell"],
  ]);
});

test("so is what the template of a notebook's own site gives its pages, by the project's scripts", async () => {
  const { says, lines } = await made("template/site/index.html");
  const template = because("it needs what the template of its own site gives");
  expect(says).toEqual([template, template, "The rest."]);
  expect(lines).toEqual([
    'template/site/index.html:5:17: cell dot: drawing is defined by no cell, but by the template page.tmpl, which a report has not: import it in a cell, as in import drawing from "./drawing.js" or "npm:PACKAGE"; the report leaves it out',
    'template/site/index.html:11:5: cell 3: stats is defined by no cell, but by the template page.tmpl, which a report has not: import it in a cell, as in import stats from "./stats.js" or "npm:PACKAGE"; the report leaves it out',
  ]);
});

test("so is what asks for a script's own address, or waits for a reader of a page", async () => {
  const { says, lines } = await made("address.html");
  expect(says).toEqual([
    because("it needs a browser (import.meta)"),
    "import.meta in a text",
    "content",
    because("it shows what a reader does"),
  ]);
  expect(lines).toEqual([
    expect.stringMatching(/^address\.html:5:38: cell here: import\.meta is not available: /),
    expect.stringMatching(
      /^address\.html:11:5: cell plain, chosen: the control has no value until/,
    ),
  ]);
});

test("a misspelt name is its author's fault, whatever a template has", async () => {
  expect(await failureOf(file("template/site/misspelt.html"))).toEqual([
    "misspelt.html:5:17: cell dot: drawings is not defined: define it in a cell, or import it",
    "misspelt.html:8:13: cell 2: i is not defined: define it in a cell, or import it",
  ]);
});

test("a fault of its author's still ends the report, and both are named", async () => {
  expect(await failureOf(file("fault.html"))).toEqual([
    expect.stringMatching(/^fault\.html:5:5: cell 1: cannot show a <canvas> element: /),
    expect.stringMatching(/^fault\.html:8:\d+: cell 2: misspelt is not defined: /),
  ]);
});

test.each([
  ["hosts.html", 5],
  ["packages.html", 3],
  ["languages.html", 3],
  ["template/site/index.html", 2],
])("the page of %s loads nothing of it, and leaves out as much", async (name, parts) => {
  const { compiled } = await prepareNotebook(file(name));
  const source = liveModule(file(name), compiled, project);
  expect(source.split("throw new LeftOut(")).toHaveLength(parts + 1);
  expect(source).not.toMatch(/(?:from |import\()"(?:observable:|jsr:|https:|npm:)/);
});

test.each([
  "canvas.html",
  "card.html",
  "control.html",
  "hosts.html",
  "packages.html",
  "languages.html",
  "template/site/index.html",
  "address.html",
])("the page of %s says the same", async (name) => {
  const given = { project, ...project.live.given(options.dataset, options.params) };
  expect(await compareForms(file(name), given)).toEqual([]);
});
