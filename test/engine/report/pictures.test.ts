import { describe, expect, it } from "vitest";
import { parseHTML } from "linkedom";
import { toFigure } from "../../../src/engine/report/block.js";
import type { View } from "../../../src/engine/report/block.js";
import { blockHtml } from "../../../src/engine/report/blockHtml.js";
import { narrowest } from "../../../src/engine/report/style.js";

const words = {
  id: "a",
  title: "t",
  subtitle: "s",
  alt: "What it shows",
  caption: "c",
  source: "s",
  n: 1,
  data: { columns: [], rows: [] },
};
const draw = ({ width, theme }: View) =>
  `<svg width="${width}" height="10" viewBox="0 0 ${width} 10"><text>${theme}, ${width}</text></svg>`;

function picturesIn(html: string) {
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  const read = (element: Element, name: string) =>
    /<text>(.*)<\/text>/.exec(decodeURIComponent(element.getAttribute(name)!))![1];
  return {
    document,
    sources: [...document.querySelectorAll("picture > source")].map((source) => [
      source.getAttribute("media"),
      source.getAttribute("width"),
      read(source, "srcset"),
    ]),
    image: () => read(document.querySelector("picture > img")!, "src"),
  };
}

describe("a figure that is drawn for each view", () => {
  const figure = toFigure({ ...words, draw });

  it("has the wide light picture for paper and keeps no function", () => {
    expect(figure.svg).toEqual([draw({ width: 640, theme: "light" })]);
    expect(figure.drawings?.map(({ width, theme }) => [width, theme])).toEqual([
      [640, "light"],
      [640, "dark"],
      [350, "light"],
      [350, "dark"],
    ]);
    expect(structuredClone(figure)).toEqual(figure);
  });

  it("stays so where its words are changed", () => {
    const changed = toFigure({ ...figure, subtitle: "other" });
    expect(changed.drawings).toEqual(figure.drawings);
  });

  it("is served by window and theme, the narrowest condition first", () => {
    const { sources, image } = picturesIn(blockHtml(figure));
    expect(sources).toEqual([
      [`(max-width: ${narrowest}) and (prefers-color-scheme: dark)`, "350", "dark, 350"],
      [`(max-width: ${narrowest})`, "350", "light, 350"],
      ["(prefers-color-scheme: dark)", "640", "dark, 640"],
    ]);
    expect(image()).toBe("light, 640");
  });

  it("holds no white space in a list of addresses, and no script or style", () => {
    const { document } = picturesIn(blockHtml(figure));
    for (const source of document.querySelectorAll("source"))
      expect(source.getAttribute("srcset")).toMatch(/^data:image\/svg\+xml,\S+$/);
    expect(document.querySelector("script, style, picture [style], img[style]")).toBeNull();
    expect(document.querySelector("picture > img")?.getAttribute("alt")).toBe("What it shows");
  });

  it("is refused where one of its pictures is no picture", () => {
    expect(() =>
      toFigure({ ...words, draw: (view) => (view.theme === "dark" ? "" : draw(view)) }),
    ).toThrow("figure a: svg: expected SVG markup");
    expect(() =>
      toFigure({ ...words, draw: ({ width }) => `<svg width="${width === 350 ? NaN : 1}"/>` }),
    ).toThrow("figure a: svg: holds a value that is not a number");
  });
});

it("shows a figure of one SVG in a box that scrolls", () => {
  const html = blockHtml(toFigure({ ...words, svg: draw({ width: 640, theme: "light" }) }));
  expect(html).toContain('class="panel" role="group" tabindex="0"');
  expect(html).not.toContain("<picture");
});
