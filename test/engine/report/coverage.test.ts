import { readFileSync, readdirSync, statSync } from "node:fs";
import { expect, it } from "vitest";
import { coverageOf } from "../../../src/engine/report/coverage.js";

const folder = new URL("../../../fonts/", import.meta.url);
const fonts = readdirSync(folder).filter((name) => name.endsWith(".ttf"));

it("has the four faces of text that the PDF uses and one of code, with their licence, in under 2 MB", () => {
  expect(fonts).toEqual([
    "SourceCodePro_400Regular.ttf",
    "SourceSans3_400Regular.ttf",
    "SourceSans3_400Regular_Italic.ttf",
    "SourceSans3_700Bold.ttf",
    "SourceSans3_700Bold_Italic.ttf",
  ]);
  expect(readFileSync(new URL("OFL.txt", folder), "utf8")).toContain("SIL OPEN FONT LICENSE");
  const bytes = fonts.reduce((sum, name) => sum + statSync(new URL(name, folder)).size, 0);
  expect(bytes).toBeLessThan(2e6);
});

// What Source Sans 3 draws was looked up in its published character set: Latin, Greek, Cyrillic
// and common signs; no Hebrew, Arabic, Han or emoji.
it.each(fonts.filter((name) => name.startsWith("SourceSans")))("knows what %s can draw", (name) => {
  const covered = coverageOf(readFileSync(new URL(name, folder)));
  const has = (text: string) => [...text].every((c) => covered.has(c.codePointAt(0)!));
  expect(has(" AZaz09~£–—‘’“”…•×≤≥−½²ŵŷéα□")).toBe(true);
  for (const absent of "\u0000\u05e9\u0645\u6f22\u{1f600}\ufffd") expect(has(absent)).toBe(false);
});
