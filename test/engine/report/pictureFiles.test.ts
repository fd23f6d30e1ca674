import { createHash } from "node:crypto";
import { imageSize } from "image-size";
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { pictureWidths, toFigure } from "../../../src/engine/report/block.js";
import type { Figure, FigureWords, View } from "../../../src/engine/report/block.js";
import { figurePictures } from "../../../src/engine/report/figureSvg.js";
import { pictureFiles } from "../../../src/engine/report/pictureFiles.js";
import { isPlainSvg } from "../../../src/engine/report/plainSvg.js";
import { everything, hostile, madeFigure, svg } from "./made.js";

/** A rectangle, blue on a light page. */
const draw = ({ width, theme }: View) =>
  `<svg width="${width}" height="100" viewBox="0 0 ${width} 100"><rect width="${width}" height="100" fill="${theme === "light" ? "#12436d" : "#000000"}"/></svg>`;
const drawn = (change: Partial<FigureWords> = {}): Figure =>
  toFigure({ ...madeFigure(), ...change, draw });
const documentOf = (text: string) =>
  new JSDOM(text, { contentType: "image/svg+xml" }).window.document.documentElement;
const textOf = (element: Element) =>
  [...element.querySelectorAll(":scope > text")].map((text) => text.textContent).join(" ");
const bothForms = { svg: true, png: true };

describe("a figure's pictures", () => {
  it("say title, subtitle, source and n, and what they show to those who cannot see", () => {
    const figure = drawn({ n: 1234 });
    const pictures = figurePictures(figure);
    expect(pictures.map(({ size }) => size)).toEqual(["wide", "narrow"]);
    for (const { size, svg } of pictures) {
      const picture = documentOf(svg);
      expect(textOf(picture).replace(/\s+/g, " ")).toBe(
        "Most councils are Good Councils by word, number, 3 councils Source: Care Quality Commission. Based on 1,234 assessments.",
      );
      expect(picture.querySelector("title")?.textContent).toBe(figure.title);
      expect(picture.querySelector("desc")?.textContent).toBe(figure.alt);
      expect(picture.getAttribute("font-family")).toContain("Source Sans 3");
      const inner = picture.querySelector("svg")!;
      expect(inner.getAttribute("width")).toBe(String(pictureWidths[size]));
      expect(Number(picture.getAttribute("width"))).toBe(pictureWidths[size] + 32);
      expect(inner.querySelector("rect")?.getAttribute("fill")).toBe("#12436d");
    }
  });

  it("break long words of theirs into lines that stay inside", () => {
    const [{ svg }] = figurePictures(
      drawn({ title: "A finding ".repeat(30), subtitle: everything }),
    );
    const picture = documentOf(svg);
    const lines = [...picture.querySelectorAll(":scope > text")];
    expect(lines.length).toBeGreaterThan(8);
    const [, , , height] = picture.getAttribute("viewBox")!.split(" ").map(Number);
    for (const line of lines) expect(Number(line.getAttribute("y"))).toBeLessThan(height);
  });

  it("have one picture where it was drawn once, panels below each other", () => {
    const [first, ...others] = figurePictures(madeFigure({ svg: [svg, svg] }));
    expect(others).toEqual([]);
    const [a, b] = [...documentOf(first.svg).querySelectorAll("svg")];
    expect([a, b].map((panel) => panel.getAttribute("height"))).toEqual(["120", "120"]);
    expect(Number(b.getAttribute("y"))).toBe(Number(a.getAttribute("y")) + 128);
  });

  it("hold what could run or load in an image, where it does neither", () => {
    const bad = [
      "<svg width='9' height='9'><script>alert(1)</script></svg>",
      "<svg width='9' height='9' onload='alert(1)'/>",
      "<svg width='9' height='9'><a href='javascript:alert(1)'><text>x</text></a></svg>",
      "<svg width='9' height='9'><use href='https://example.org/x.svg#a'/></svg>",
      "<svg width='9' height='9'><foreignObject><p>x</p></foreignObject></svg>",
      "<svg width='9' height='9'><rect fill='url(https://example.org/x)'/></svg>",
      "<svg width='9' height='9'><style>@import 'https://example.org'</style></svg>",
      "<svg width='9' height='9'><!-- <rect/> --></svg>",
    ];
    for (const one of bad) {
      expect(isPlainSvg(one), one).toBe(false);
      const [{ svg }] = figurePictures(madeFigure({ svg: one }));
      const [inner, ...others] = documentOf(svg).querySelectorAll("image, svg");
      expect(others).toEqual([]);
      expect(inner.getAttributeNames()).toEqual(["x", "y", "width", "height", "href"]);
      expect(inner.getAttribute("href")).toMatch(/^data:image\/svg\+xml,/);
    }
    const plain =
      "<svg><defs><clipPath id='c'><rect/></clipPath></defs><g clip-path='url(#c)'/><use href='#c'/></svg>";
    expect(isPlainSvg(plain)).toBe(true);
  });

  it("keep whatever their words hold as words", () => {
    for (const text of hostile) {
      const [{ svg }] = figurePictures(
        madeFigure({ title: text, subtitle: text, source: text, alt: text }),
      );
      const names = [...documentOf(svg).querySelectorAll("*")].map(({ localName }) => localName);
      expect(names.filter((name) => !/^(?:svg|rect|text|title|desc)$/.test(name))).toEqual([]);
    }
  });
});

describe("pictureFiles", () => {
  it("makes each picture as SVG and as PNG at one and at two pixels to each of its own", async () => {
    const files = await pictureFiles(drawn(), bothForms);
    expect(files.map(({ ending }) => ending)).toEqual([
      ".svg",
      ".png",
      ".2x.png",
      ".narrow.svg",
      ".narrow.png",
      ".narrow.2x.png",
    ]);
    const sizeOf = (ending: string) => {
      const { content } = files.find((file) => file.ending === ending)!;
      const { type, width, height } = imageSize(Buffer.from(content));
      return { type, width, height };
    };
    const { width, height } = sizeOf(".svg");
    expect(width).toBe(672);
    expect(sizeOf(".png")).toEqual({ type: "png", width, height });
    expect(sizeOf(".2x.png")).toEqual({ type: "png", width: 2 * width, height: 2 * height });
    expect(sizeOf(".narrow.2x.png").width).toBe(2 * 382);
  });

  it("draws in the package's font, whatever a picture names, and the same bytes twice", async () => {
    const withFont = (font: string) =>
      madeFigure({ svg: svg.replace("DejaVu Sans Mono", font).replace("Good", "Good 漢") });
    const hashes = [];
    for (const font of ["DejaVu Sans Mono", "Source Sans 3", "DejaVu Sans Mono"]) {
      const [file] = await pictureFiles(withFont(font), { svg: false, png: true });
      hashes.push(createHash("sha256").update(file.content).digest("hex"));
    }
    expect(new Set(hashes).size).toBe(1);
  });

  it("names the figure whose SVG cannot be drawn", async () => {
    const broken = madeFigure({ svg: "<svg width='9' height='9'><g></svg>" });
    await expect(pictureFiles(broken, bothForms)).rejects.toThrow(
      /^figure sums: no PNG can be made of its SVG: /,
    );
  });
});
