import { visible } from "./visible.js";

/** SVG markup as a document of its own: it names its namespace and holds nothing unprintable. */
export function standaloneSvg(svg: string): string {
  const clean = visible(svg);
  const tag = /^<svg[^>]*>/.exec(clean)?.[0] ?? "";
  return /\sxmlns=/.test(tag)
    ? clean
    : clean.replace(/^<svg/, '<svg xmlns="http://www.w3.org/2000/svg"');
}

/** Width and height in CSS pixels, from the attributes or else the view box; null for neither. */
export function svgSize(svg: string): { width: number; height: number } | null {
  const tag = /^<svg[^>]*>/.exec(svg)?.[0] ?? "";
  const attribute = (name: string) =>
    new RegExp(`\\s${name}=["']?([\\d.]+)(?:px)?["'\\s>]`).exec(tag)?.[1];
  const box = /\sviewBox=["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(tag);
  const width = Number(attribute("width") ?? box?.[1]);
  const height = Number(attribute("height") ?? box?.[2]);
  return width > 0 && height > 0 ? { width, height } : null;
}

/** What stands for the picture in each panel: the first is described, the others refer to it. */
export function panelAlt(alt: string, index: number, panels: number): string {
  if (panels === 1) return alt;
  return index === 0
    ? `Part 1 of ${panels}. ${alt}`
    : `Part ${index + 1} of ${panels} of the picture described in part 1.`;
}
