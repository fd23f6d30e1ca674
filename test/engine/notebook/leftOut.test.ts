import path from "node:path";
import { expect, test } from "vitest";
import { compareForms } from "../../../src/engine/notebook/forms/compareForms.js";
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
  expect(says).toEqual([because("it goes on moving")]);
  expect(lines).toEqual([
    `endless.html:5:11: cell ticks, slow: ticks ${what}; the report leaves it out`,
    `endless.html:6:11: cell ticks, slow: slow ${what}; the report leaves it out`,
  ]);
});

test("a control of its author's own is left out, and its value is not", async () => {
  const { says, lines } = await made("control.html");
  expect(says).toEqual([because("it is a control"), "function", "It is 7, 4 in a form."]);
  expect(lines).toEqual([
    expect.stringMatching(/^control\.html:5:\d+: cell own, value: cannot show a <input> element: /),
  ]);
});

test("a fault of its author's still ends the report, and both are named", async () => {
  expect(await failureOf(file("fault.html"))).toEqual([
    expect.stringMatching(/^fault\.html:5:5: cell 1: cannot show a <canvas> element: /),
    expect.stringMatching(/^fault\.html:8:\d+: cell 2: misspelt is not defined: /),
  ]);
});

test.each(["canvas.html", "card.html", "control.html"])(
  "the page of %s says the same",
  async (name) => {
    const given = { project, ...project.live.given(options.dataset, options.params) };
    expect(await compareForms(file(name), given)).toEqual([]);
  },
);
