import { fontFamily, textSize } from "./textSizes.js";
import { inks } from "./paint.js";

const elements = new Set(
  "svg g path rect circle line polygon text tspan defs clipPath symbol use".split(" "),
);
/**
 * Left out: style sheets and classes (two charts on a page would share them, and Typst reads none),
 * inner roles and aria (not allowed on a plain group; the renderers say what the picture shows),
 * and anything that could run or load.
 */
const leftOutAttribute = /^(?:class|style|role|tabindex|aria-.*|xmlns.*|on.*|(?:xlink:)?href)$/i;

function escape(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}

function tidy(value: string): string {
  return value
    .replace(/currentColor/g, inks.text)
    .replace(/var\(--plot-background\)/g, inks.page)
    .replace(/-?\d+\.\d{3,}(?:e-?\d+)?/g, (number) =>
      String(Number(Number(number).toFixed(2)) + 0),
    );
}

/** Attributes that hold places and lengths: a tenth of a pixel is enough for them. */
const lengths = /^(?:d|transform|[xyr]|[xy][12]|c[xy]|width|height)$/;

function attribute(name: string, value: string): string {
  const tidied = tidy(value);
  const short = lengths.test(name)
    ? tidied.replace(/-?\d+\.\d{2,}(?!\d|em)/g, (number) =>
        String(Number(Number(number).toFixed(1)) + 0),
      )
    : tidied;
  return ` ${name}="${escape(short)}"`;
}

function markup(node: Node, depth: number): string {
  if (node.nodeType === 3) return escape(node.nodeValue ?? "");
  if (node.nodeType !== 1) return "";
  const element = node as Element;
  const name = element.localName;
  if (name === "style" || name === "title") return "";
  if (!elements.has(name)) throw new Error(`a chart holds <${name}>`);
  // By name: documents differ in the order in which they give attributes.
  const attributes = element
    .getAttributeNames()
    .filter((key) => depth > 0 && !leftOutAttribute.test(key))
    .sort()
    .map((key) => attribute(key, element.getAttribute(key) ?? ""))
    .join("");
  const inside = [...element.childNodes].map((child) => markup(child, depth + 1)).join("");
  const line = name === "text" || name === "tspan" || depth > 2 ? "" : "\n";
  return `<${name}${attributes}${inside === "" ? "/>" : `>${inside}</${name}>`}${line}`;
}

/**
 * An SVG element as markup that stands alone: explicit size, font and a panel of the page's colour,
 * coordinates rounded to a hundredth, every text escaped, no style sheet; yet to be painted. The same in Node and in a browser.
 */
export function finishSvg(svg: Element): string {
  const width = Number(svg.getAttribute("width"));
  const height = Number(svg.getAttribute("height"));
  if (!(width > 0 && height > 0)) throw new Error("a chart's SVG states no size");
  const size = `width="${tidy(String(width))}" height="${tidy(String(height))}"`;
  const inside = [...svg.childNodes].map((child) => markup(child, 1)).join("");
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" ${size}` +
    ` viewBox="${tidy(svg.getAttribute("viewBox") ?? `0 0 ${width} ${height}`)}"` +
    attribute("font-family", fontFamily) +
    ` font-size="${textSize}" fill="${inks.text}" text-anchor="${svg.getAttribute("text-anchor") ?? "start"}">\n` +
    `<rect ${size} fill="${inks.page}"/>\n${inside}</svg>`
  );
}
