import { imageSize } from "image-size";
import { ExpectedError } from "../../errors.js";
import type { Picture } from "./proseNode.js";
import { svgSize } from "./svg.js";
import { literal, svgForTypst, type Covers } from "./typstText.js";
import { visible } from "./visible.js";

/** The largest picture on a page of its own, in points. */
const pictureWidth = 481;
const pictureHeight = 560;

/**
 * An SVG as an expression of Typst, at its own size or as large as a page holds; `times` is what its
 * width is multiplied by when the page is set. One that is
 * decoration, whose words are null, is passed over by those who cannot see it.
 */
export function svgTypst(
  svg: string,
  alt: string | null,
  covers: Covers,
  { widest = pictureWidth, times = "" }: { readonly widest?: number; readonly times?: string } = {},
): string {
  const size = svgSize(svg) ?? { width: 640, height: 400 };
  // 96 pixels to the inch on a screen, 72 points to the inch on paper.
  const natural = { width: size.width * 0.75, height: size.height * 0.75 };
  const scale = Math.min(1, widest / natural.width, pictureHeight / natural.height);
  const source = literal(svgForTypst(svg, covers));
  const width = (natural.width * scale).toFixed(2);
  const held = `image(bytes(${source}), format: "svg", width: ${times}${width}pt`;
  return alt === null ? `pdf.artifact(${held}))` : `${held}, alt: ${literal(visible(alt))})`;
}

/** A picture in a file, held by its data address, in an SVG of its size. */
function fileAsSvg(src: string): string {
  const [, kind, base64] = /^data:(image\/[\w+.-]+);base64,(.*)$/s.exec(src) ?? [];
  if (kind === undefined)
    throw new ExpectedError(`an image that is not in the report: ${src.slice(0, 60)}`);
  const bytes = Buffer.from(base64, "base64");
  if (kind === "image/svg+xml") return bytes.toString("utf8").replace(/^[^]*?(?=<svg)/, "");
  const { width, height } = imageSize(bytes);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="${src}"/></svg>`;
}

/** A picture in prose as an expression of Typst. */
export function pictureTypst({ svg, src = "", alt }: Picture, covers: Covers): string {
  return svgTypst(svg ?? fileAsSvg(src), alt === "" ? null : alt, covers);
}
