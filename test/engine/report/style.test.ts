import { describe, expect, it } from "vitest";
import { style } from "../../../src/engine/report/style.js";

/** Relative luminance of #rrggbb (WCAG 2.2). */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** The colours of the first `:root` rule in a piece of the style sheet. */
const colours = (css: string): Record<string, string> =>
  Object.fromEntries(
    [.../:root \{([^}]*)\}/.exec(css)![1].matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(
      ([, name, value]) => [name, value],
    ),
  );

const light = colours(style);
const dark = { ...light, ...colours(style.slice(style.indexOf("prefers-color-scheme: dark"))) };

describe.each([
  ["light", light],
  ["dark", dark],
])("the %s colours", (_, colour) => {
  it("reach 4.5:1 for text", () => {
    for (const text of ["text", "quiet", "link"])
      for (const ground of ["page", "band"])
        expect(contrast(colour[text], colour[ground]), `${text} on ${ground}`).toBeGreaterThan(4.5);
    expect(contrast(colour["focus-text"], colour.focus)).toBeGreaterThan(4.5);
  });

  it("show focus at 3:1 against the page, by the yellow or by the black round it", () => {
    for (const ground of ["page", "band"]) {
      const best = Math.max(
        contrast(colour.focus, colour[ground]),
        contrast(colour["focus-text"], colour[ground]),
      );
      expect(best).toBeGreaterThan(3);
    }
  });
});

it("measures contrast: black on white is 21, #777777 on white 4.48", () => {
  expect(contrast("#000000", "#ffffff")).toBe(21);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});
