import { readFileSync } from "node:fs";
import * as Plot from "@observablehq/plot";
import { describe, expect, it, vi } from "vitest";
import { contrast } from "../../../src/councils/charts/colour.js";
import { drawPlot } from "../../../src/councils/charts/svg.js";
import { finishSvg } from "../../../src/councils/charts/finishSvg.js";
import { themes } from "../../../src/councils/charts/theme.js";
import { readableOn } from "../../../src/councils/charts/paint.js";
import { fitText, textWidth, wrapWords } from "../../../src/engine/report/widestText.js";
import { document } from "./draw.js";
import { pictureOf } from "./picture.js";

describe("colour", () => {
  it("measures contrast as WCAG does", () => {
    // Values of the WCAG's own examples: #777 on white just fails, #767676 just passes.
    expect(contrast("#000000", "#FFFFFF")).toBeCloseTo(21, 9);
    expect(contrast("#767676", "#FFFFFF")).toBeCloseTo(4.54, 2);
    expect(contrast("#FFFFFF", "#777777")).toBeCloseTo(4.48, 2);
  });

  it("chooses the ink that can be read", () => {
    const { page, text } = themes.light;
    expect(readableOn("#12436D", themes.light)).toBe(page);
    expect(readableOn("#F46A25", themes.light)).toBe(text);
  });
});

describe("an SVG", () => {
  it("throws where Plot warns", () => {
    // Dates as strings make Plot warn.
    const warned = () =>
      drawPlot(
        { marks: [Plot.dotX(["2020-01-01", "2021-01-01"], { x: (d: string) => d })] },
        document,
      );
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    expect(warned).toThrow("Plot warned of a mistake in the chart");
    warn.mockRestore();
  });

  it("keeps no style, class, inner aria or script, and escapes text and attributes", () => {
    const holder = document.createElement("div");
    holder.innerHTML =
      `<svg width="10" height="5" class="a" onload="x()"><style>a{}</style><title>t</title>` +
      `<g aria-label="b" onclick="y()" style="c"><text class="d" fill="currentColor">&lt;b&gt; &amp;\u0001</text></g></svg>`;
    expect(finishSvg(holder.querySelector("svg")!)).toBe(
      `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="10" height="5" viewBox="0 0 10 5"` +
        ` font-family="&quot;Source Sans 3&quot;, Arial, sans-serif" font-size="13" fill="var(--text)" text-anchor="start">\n` +
        `<rect width="10" height="5" fill="var(--page)"/>\n` +
        `<g><text fill="var(--text)">&lt;b&gt; &amp;</text></g>\n</svg>`,
    );
  });

  it("holds no element that could run or load", () => {
    const holder = document.createElement("div");
    holder.innerHTML = `<svg width="10" height="5"><script>1</script></svg>`;
    expect(() => finishSvg(holder.querySelector("svg")!)).toThrow("a chart holds <script>");
    holder.innerHTML = `<svg><g></g></svg>`;
    expect(() => finishSvg(holder.querySelector("svg")!)).toThrow("states no size");
  });

  it("is well formed with text from data", () => {
    const svg = drawPlot(
      {
        height: 40,
        marks: [Plot.text([`<img src=x onerror=alert(1)> & "q"`], { frameAnchor: "middle" })],
      },
      document,
    );
    expect(pictureOf(svg).texts[0].text).toBe(`<img src=x onerror=alert(1)> & "q"`);
  });
});

/** Advances of a TrueType font in thousandths of the size, from its cmap (format 4) and hmtx. */
function advancesOf(path: string): (character: string) => number {
  const font = readFileSync(path);
  const table = (tag: string) => {
    for (let i = 0; i < font.readUInt16BE(4); i++)
      if (font.toString("latin1", 12 + 16 * i, 16 + 16 * i) === tag)
        return font.readUInt32BE(12 + 16 * i + 8);
    throw new Error(`no table ${tag}`);
  };
  const unitsPerEm = font.readUInt16BE(table("head") + 18);
  const metrics = font.readUInt16BE(table("hhea") + 34);
  const cmap = table("cmap");
  let at = 0;
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const offset = cmap + font.readUInt32BE(cmap + 4 + 8 * i + 4);
    if (font.readUInt16BE(offset) === 4) at = offset;
  }
  const segments = font.readUInt16BE(at + 6) / 2;
  const glyph = (code: number) => {
    for (let i = 0; i < segments; i++) {
      if (font.readUInt16BE(at + 14 + 2 * i) < code) continue;
      const start = font.readUInt16BE(at + 16 + 2 * (segments + i));
      const delta = font.readUInt16BE(at + 16 + 2 * (2 * segments + i));
      const rangeAt = at + 16 + 2 * (3 * segments + i);
      const range = font.readUInt16BE(rangeAt);
      if (start > code) return 0;
      if (range === 0) return (code + delta) & 0xffff;
      return font.readUInt16BE(rangeAt + range + 2 * (code - start));
    }
    return 0;
  };
  return (character) => {
    const index = Math.min(glyph(character.codePointAt(0)!), metrics - 1);
    return (1000 * font.readUInt16BE(table("hmtx") + 4 * index)) / unitsPerEm;
  };
}

describe("text width", () => {
  // Widths of the phrases in Liberation Sans (as wide as Arial) and DejaVu Sans, in thousandths of
  // the size, as Chromium measures them without kerning.
  it.each([
    ["Bournemouth, Christchurch and Poole", 16954, 19056, 18390, 21500],
    ["Westmorland and Furness", 11727, 13102, 12558, 14790],
    ["Requires improvement", 10060, 11454, 10836, 12854],
    ["Assessing needs", 7560, 8268, 8170, 9331],
    ["0123456789", 5562, 6362, 5562, 6958],
    ["1 significant shortfalls", 9560, 11047, 10613, 12655],
    ["One point, Good to Requires improvement: 18", 20456, 23194, 21891, 26018],
    ["Some statements score lower than others", 18453, 20995, 19839, 23669],
    ["Kingston upon Hull, City of", 11784, 13330, 12887, 15180],
    ["St Helens (67% of 31; 5)…", 11895, 13244, 12281, 14699],
  ])(
    "is never less than any font's own, nor much more: %s",
    (phrase, arial, dejaVu, arialBold, dejaVuBold) => {
      for (const [bold, file, others] of [
        [false, "400Regular", [arial, dejaVu]],
        [true, "700Bold", [arialBold, dejaVuBold]],
      ] as const) {
        const advance = advancesOf(
          new URL(`../../../fonts/SourceSans3_${file}.ttf`, import.meta.url).pathname,
        );
        const own = [...phrase].reduce((sum, character) => sum + advance(character), 0);
        const widest = Math.max(own, ...others);
        const width = textWidth(phrase, { size: 1000, bold });
        expect(width).toBeGreaterThanOrEqual(widest);
        expect(width).toBeLessThan(1.06 * widest);
      }
    },
  );

  it("fits and wraps without losing a name", () => {
    const style = { size: 12 };
    expect(fitText("York", 200, style)).toBe("York");
    expect(fitText("A very long name of a council", 60, style)).toMatch(/^A v.*…$/);
    const lines = wrapWords("York, Hull, Leeds, Kent", 60, 4, style);
    expect(lines.join(" ")).toBe("York, Hull, Leeds, Kent");
    for (const line of lines) expect(textWidth(line, style)).toBeLessThanOrEqual(60);
  });
});
