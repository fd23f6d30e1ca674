import { expect, it } from "vitest";
import { schemes } from "../../../src/councils/analysis/schemes.js";
import { contrast } from "../../../src/councils/charts/colour.js";
import { schemeDots } from "../../../src/councils/charts/schemeDots.js";
import { themes } from "../../../src/councils/charts/theme.js";
import type { Figure } from "../../../src/engine/report/block.js";
import { publishedData } from "../../publishedData.js";
import { document } from "./draw.js";

const channels = (hex: string) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
/** A colour as it is seen on a page where it lets some of the page through. */
const seenOn = (page: string, hex: string, opacity: number) => {
  const below = channels(page);
  const mixed = channels(hex).map((one, i) => Math.round(opacity * one + (1 - opacity) * below[i]));
  return `#${mixed.map((one) => one.toString(16).padStart(2, "0")).join("")}`;
};

it("shows the range of one quality plus chance as clearly as any mark must be: 3 to 1", () => {
  const { drawings = [] } = schemeDots(schemes(publishedData, { replicates: 9 }), {
    source: "CQC",
    document,
  }) as Figure;
  expect(drawings.length).toBeGreaterThan(0);
  for (const { theme, svg } of drawings) {
    const { page, line } = themes[theme];
    const [, group] = /<g ([^>]*stroke-width="6"[^>]*)>/.exec(svg)!;
    expect(group).toContain(`stroke="${line}"`);
    const opacity = Number(/stroke-opacity="([^"]*)"/.exec(group)?.[1] ?? 1);
    expect(contrast(seenOn(page, line, opacity), page)).toBeGreaterThanOrEqual(3);
  }
});
