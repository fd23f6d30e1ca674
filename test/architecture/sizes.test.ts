import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { files, relative } from "./sources.js";

/** Files that are longer than others may be, each with the reason. */
const longer: Readonly<Record<string, string>> = {
  "index.ts": "every export by name, in groups",
};

const sizes = files
  .map((file) => ({
    name: relative(file),
    lines: readFileSync(file, "utf8").split("\n").length - 1,
  }))
  .sort((a, b) => a.lines - b.lines);
type Size = (typeof sizes)[number];

const over = (some: readonly Size[], most: number) =>
  some.filter(({ lines }) => lines > most).map(({ name, lines }) => `${name}: ${lines}`);
const medianOf = (some: readonly Size[]) => some[Math.floor(some.length / 2)].lines;

describe("files of src", () => {
  it("are short: one concept each", () => {
    expect(
      over(
        sizes.filter(({ name }) => !Object.hasOwn(longer, name)),
        250,
      ),
    ).toEqual([]);
    expect(medianOf(sizes)).toBeLessThanOrEqual(55);
  });

  it("that may be longer are", () => {
    const long = sizes.filter(({ lines }) => lines > 250).map(({ name }) => name);
    expect(Object.keys(longer).filter((name) => !long.includes(name))).toEqual([]);
  });
});

describe("charts", () => {
  const charts = sizes.filter(({ name }) => name.startsWith("councils/charts/"));

  it("are short: what is plotted, or its words", () => {
    expect(over(charts, 100)).toEqual([]);
    expect(medianOf(charts)).toBeLessThan(60);
  });

  it("are laid out by Plot: none places marks in the pixels of the whole picture", () => {
    const wrong = files.filter(
      (file) =>
        relative(file).startsWith("councils/charts/") &&
        /type: "identity"|domain: \[0, (?:chartWidth|width)\]/.test(readFileSync(file, "utf8")),
    );
    expect(wrong.map(relative)).toEqual([]);
  });
});
