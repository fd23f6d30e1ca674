import { describe, expect, it } from "vitest";
import { contrast } from "../../../src/councils/charts/colour.js";
import { themes } from "../../../src/councils/charts/theme.js";
import { levelColours } from "../../../src/councils/charts/levelColours.js";
import { inkOn, paint, painted } from "../../../src/councils/charts/paint.js";
import { style } from "../../../src/engine/report/style.js";
import { scheme } from "../../madeUp.js";

/** The colours that the style sheet gives a page, in the order light and dark. */
function pageColours(token: "page" | "text" | "quiet"): string[] {
  return [...style.matchAll(new RegExp(`--${token}: (#[0-9a-f]{6});`, "g"))].map(([, hex]) => hex);
}

describe.each(["light", "dark"] as const)("colours on a %s page", (theme) => {
  const colours = themes[theme];

  it("stand on the page that the style sheet makes", () => {
    const at = theme === "light" ? 0 : 1;
    for (const token of ["page", "text", "quiet"] as const)
      expect(colours[token]).toBe(pageColours(token)[at]);
  });

  it("can be told from the page", () => {
    const { page, text, quiet, below, good, ...marks } = colours;
    for (const ink of [text, quiet]) expect(contrast(ink, page)).toBeGreaterThanOrEqual(4.5);
    for (const mark of [...Object.values(marks), ...below, ...good])
      expect(contrast(mark, page)).toBeGreaterThanOrEqual(3);
  });

  it("are parted below the level that is good, the strongest at the ends", () => {
    const inks = levelColours(scheme);
    const [one, two, three, four] = inks.map((ink) => painted(ink, colours));
    expect([one, two]).toEqual([...colours.below].reverse());
    expect([three, four]).toEqual(colours.good);
    for (const ink of inks)
      expect(contrast(painted(inkOn(ink), colours), painted(ink, colours))).toBeGreaterThanOrEqual(
        4.5,
      );
  });

  it("go from one end of a side to the other where a scheme has more levels", () => {
    const level = (name: string) => ({ name, score: null, meaning: null });
    const six = { ...scheme, levels: [..."abcdef"].map(level), good: "d" };
    const hues = levelColours(six).map((ink) => painted(ink, colours));
    expect(new Set(hues).size).toBe(6);
    expect(hues[0]).toBe(colours.below[1]);
    expect(hues[2]).toBe(colours.below[0]);
    expect(hues[3]).toBe(colours.good[0]);
    for (const hue of hues) expect(contrast(hue, colours.page)).toBeGreaterThanOrEqual(3);
  });
});

it("paints attributes alone, as a label may say anything, and refuses an ink that is not there", () => {
  const { accent } = themes.light;
  expect(paint('<text fill="var(--accent)">var(--accent)</text>', themes.light)).toBe(
    `<text fill="${accent}">var(--accent)</text>`,
  );
  expect(() => paint('<rect fill="var(--gold)"/>', themes.light)).toThrow("there is no ink gold");
});
