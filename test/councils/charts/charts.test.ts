import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { contrast } from "../../../src/councils/charts/colour.js";
import { chartWidth, maxChartHeight, smallTextSize } from "../../../src/councils/charts/svg.js";
import { charts } from "./draw.js";
import { datasets, hostileName } from "./madeUpCouncils.js";
import { isCutBy, overlap, pictureOf } from "./picture.js";
import type { Picture } from "./picture.js";
import { compareWithSnapshot } from "./snapshot.js";

/** The edge cases, and what is published. */
const seen: typeof datasets = { ...datasets, "the real data": readDataset() };

function overlaps({ texts }: Picture): string[] {
  const level = texts.filter((text) => !text.isTurned);
  return level.flatMap((a, i) =>
    level.slice(i + 1).flatMap((b) => (overlap(a.box, b.box) ? [`${a.text} | ${b.text}`] : [])),
  );
}

/** Texts that a filled shape cuts into: they neither lie within its sides nor clear of them. */
function runInto({ texts, shapes }: Picture): string[] {
  const filled = shapes.filter(({ fill }) => fill !== "none" && fill !== "#FFFFFF");
  return texts
    .filter((text) => !text.isTurned)
    .flatMap(({ text, box }) =>
      filled
        .filter((shape) => overlap(box, shape.box))
        .filter(({ box: { left, right }, corners }) =>
          corners ? isCutBy(box, corners) : box.left < left || box.right > right,
        )
        .map(({ fill }) => `${text} | ${fill}`),
    );
}

describe.each(Object.keys(charts))("%s", (chart) => {
  it("looks as it did", async () => {
    const { svg } = await charts[chart](datasets.eight);
    expect(svg).toHaveLength(1);
    compareWithSnapshot(chart, svg[0]);
  });

  it("is well-formed XML", async () => {
    // jsdom reads XML strictly; a fault gives a document that says so.
    const { DOMParser } = new JSDOM("").window;
    const { svg } = await charts[chart](datasets.eight);
    const root = new DOMParser().parseFromString(svg[0], "image/svg+xml").documentElement;
    expect(root.localName).toBe("svg");
    expect(root.querySelector("parsererror")).toBeNull();
  });

  it("draws the same again", async () => {
    const once = await charts[chart](datasets.eight);
    expect(await charts[chart](datasets.eight)).toEqual(once);
  });

  it.each(Object.keys(seen))("can be read with %s", async (name) => {
    const figure = await charts[chart](seen[name]);
    for (const svg of figure.svg) {
      const picture = pictureOf(svg);
      const { root, texts, shapes } = picture;
      const [width, height] = ["width", "height"].map((key) => Number(root.getAttribute(key)));
      expect(root.getAttribute("viewBox")).toBe(`0 0 ${width} ${height}`);
      expect(width).toBe(chartWidth);
      expect(height).toBeLessThanOrEqual(maxChartHeight);
      expect(root.getAttribute("role")).toBe("img");
      expect(root.getAttribute("font-family")).toMatch(/^"Source Sans 3", /);
      expect(shapes[0]).toMatchObject({
        fill: "#FFFFFF",
        box: { left: 0, top: 0, right: width, bottom: height },
      });
      expect(svg).not.toMatch(/<style|<title|\sclass=|\sstyle=|\saria-|currentColor|var\(|NaN/);
      expect(texts.length).toBeGreaterThan(0);
      expect(texts.filter(({ size }) => size < smallTextSize)).toEqual([]);
      expect(texts.filter(({ fill, ground }) => !(contrast(fill, ground) >= 4.5))).toEqual([]);
      expect(
        texts.filter(
          ({ box: { left, top, right, bottom } }) =>
            !(left >= 0 && top >= 0 && right <= width && bottom <= height),
        ),
      ).toEqual([]);
      expect(overlaps(picture)).toEqual([]);
      expect(runInto(picture)).toEqual([]);
      const paints = new Set(shapes.flatMap(({ fill, stroke }) => [fill, stroke]));
      paints.delete("none");
      paints.delete("#FFFFFF");
      expect([...paints].filter((paint) => !(contrast(paint, "#FFFFFF") >= 3))).toEqual([]);
    }
  });

  it("says in words that there is nothing to show", async () => {
    const figure = await charts[chart](datasets["no council"]);
    expect(figure.n).toBe(0);
    expect(figure.title).toMatch(/^There is nothing to show/);
    const { texts } = pictureOf(figure.svg[0]);
    expect(texts.map(({ text }) => text).join()).toMatch(/^Nothing to show/);
  });

  it("has an alternative text that is not its caption or title", async () => {
    const { alt, caption, title } = await charts[chart](datasets.eight);
    expect(new Set([alt, caption, title]).size).toBe(3);
    expect(caption).toMatch(
      /no interval|An interval describes a hypothetical repeat of the rating process/,
    );
  });

  it("prints no name as markup", async () => {
    const { svg } = await charts[chart](datasets.eight);
    expect(svg.join("")).not.toContain("<img");
    expect(pictureOf(svg[0]).root.querySelector("img, image, script")).toBeNull();
  });
});

it.each(["scoreHeatMap"])("%s writes a hostile name as it is", async (chart) => {
  const { svg } = await charts[chart](datasets.eight);
  const { texts } = pictureOf(svg[0]);
  const name = texts.find(({ text }) => text.startsWith("<img"))?.text ?? "";
  expect(name).toContain(hostileName.slice(0, 20));
});
