import { pictureWidths, type Figure } from "./block.js";
import { sourceText } from "./cell.js";
import { dataAddress } from "./dataAddress.js";
import { escapeHtml } from "./escapeHtml.js";
import { isPlainSvg } from "./plainSvg.js";
import { standaloneSvg, svgSize } from "./svg.js";
import { fontFamily } from "./typstText.js";
import { visible } from "./visible.js";
import { wrapWords } from "./widestText.js";

export type PictureSize = keyof typeof pictureWidths;

/** One of a figure's pictures, as a file of its own holds it. */
export interface FigurePicture {
  readonly size: PictureSize;
  readonly svg: string;
}

/** Between the picture and its edge, and between its parts, in pixels. */
const space = 16;
const colours = { page: "#ffffff", text: "#0b0c0c", quiet: "#484d51" } as const;

interface Setting {
  readonly size: number;
  /** From one line to the next. */
  readonly line: number;
  readonly bold?: boolean;
  readonly colour: string;
}
const title: Setting = { size: 20, line: 25, bold: true, colour: colours.text };
const subtitle: Setting = { size: 15, line: 20, colour: colours.quiet };
const source: Setting = { size: 12, line: 17, colour: colours.quiet };

/** A text as lines below each other, and how tall they are. */
function lines(text: string, top: number, width: number, setting: Setting) {
  const { size, line, bold, colour } = setting;
  const weight = bold ? ' font-weight="700"' : "";
  const texts = wrapWords(visible(text).replace(/[ \t\r\n]+/g, " "), width, Infinity, setting);
  const markup = texts.map(
    (part, i) =>
      `<text x="${space}" y="${top + i * line + size}" font-size="${size}"${weight} fill="${colour}">${escapeHtml(part)}</text>`,
  );
  return { markup: markup.join("\n"), height: texts.length * line };
}

/** A picture at its place in another, at its own size. */
function placed(svg: string, top: number): { markup: string; width: number; height: number } {
  const { width, height } = svgSize(svg) ?? { width: pictureWidths.wide, height: 400 };
  const place = `x="${space}" y="${top}" width="${width}" height="${height}"`;
  // Within an image nothing runs and nothing loads.
  if (!isPlainSvg(svg)) {
    const held = escapeHtml(dataAddress("image/svg+xml", standaloneSvg(svg)));
    return { markup: `<image ${place} href="${held}"/>`, width, height };
  }
  const markup = standaloneSvg(svg).replace(/^<svg[^>]*>/, (tag) => {
    const shape = tag.replace(/\s(?:x|y|width|height|role)=("[^"]*"|'[^']*'|[^\s>]+)/g, "");
    const box = /\sviewBox=/.test(shape) ? "" : ` viewBox="0 0 ${width} ${height}"`;
    return shape.replace(/^<svg/, `<svg ${place}${box}`);
  });
  return { markup, width, height };
}

/** A figure's picture with its words drawn in, from the drawings that stand below each other. */
function withWords(figure: Figure, drawings: readonly string[]): string {
  const widths = drawings.map((svg) => svgSize(svg)?.width ?? pictureWidths.wide);
  // Words need room beside a picture that is smaller than any of ours.
  const inner = Math.max(pictureWidths.narrow, ...widths);
  const parts: string[] = [];
  let top = space;
  const say = (text: string, setting: Setting, below: number) => {
    const { markup, height } = lines(text, top, inner, setting);
    parts.push(markup);
    top += height + below;
  };
  say(figure.title, title, 4);
  say(figure.subtitle, subtitle, space / 2);
  for (const svg of drawings) {
    const { markup, height } = placed(svg, top);
    parts.push(markup);
    top += height + space / 2;
  }
  say(sourceText(figure), source, space);
  const width = inner + 2 * space;
  const size = `width="${width}" height="${top}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" ${size} viewBox="0 0 ${width} ${top}" font-family="'${fontFamily}', Arial, sans-serif">`,
    `<title>${escapeHtml(visible(figure.title))}</title>`,
    `<desc>${escapeHtml(visible(figure.alt))}</desc>`,
    `<rect ${size} fill="${colours.page}"/>`,
    ...parts,
    "</svg>\n",
  ].join("\n");
}

/**
 * A figure as pictures that stand alone: title, subtitle, source and n are drawn in, on a light page.
 * The wide one first, then the narrow one where the figure was drawn for a phone.
 */
export function figurePictures(figure: Figure): readonly FigurePicture[] {
  const wide: FigurePicture = { size: "wide", svg: withWords(figure, figure.svg) };
  const narrow = figure.drawings?.find(
    ({ width, theme }) => theme === "light" && width < pictureWidths.wide,
  );
  return narrow ? [wide, { size: "narrow", svg: withWords(figure, [narrow.svg]) }] : [wide];
}
