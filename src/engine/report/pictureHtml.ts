import { pictureWidths } from "./block.js";
import type { Drawing } from "./block.js";
import { dataAddress } from "./dataAddress.js";
import { escapeHtml } from "./escapeHtml.js";
import { narrowest } from "./style.js";
import { standaloneSvg, svgSize } from "./svg.js";

/** The address of a picture and the room that it takes. */
export function pictureAttributes(svg: string, name: "src" | "srcset"): string {
  const size = svgSize(svg);
  const dimensions = size
    ? ` width="${Math.round(size.width)}" height="${Math.round(size.height)}"`
    : "";
  const address = dataAddress("image/svg+xml", singleQuoted(standaloneSvg(svg)));
  // A list of addresses is parted by white space, which an address of one picture must not hold.
  const held = name === "srcset" ? address.replace(/\s/g, "%20") : address;
  // Nothing that an attribute must not hold is left in it.
  return `${dimensions} ${name}="${held}"`;
}

/** The same markup with single quotes, which an address and an attribute hold as they are. */
function singleQuoted(svg: string): string {
  return svg.replace(/<\w[^<>'"]*(?:"[^<>"']*"[^<>'"]*)+>/g, (tag) => tag.replace(/"/g, "'"));
}

const conditions = { narrow: `(max-width: ${narrowest})`, dark: "(prefers-color-scheme: dark)" };

/** When a drawing is the one to show; the first whose conditions hold is shown. */
function mediaOf({ width, theme }: Drawing): string {
  return [
    ...(width < pictureWidths.wide ? [conditions.narrow] : []),
    ...(theme === "dark" ? [conditions.dark] : []),
  ].join(" and ");
}

/** One picture out of those that were drawn, as the window and the reader's theme ask for it. */
export function pictureHtml(alt: string, [paper, ...others]: readonly Drawing[]): string {
  // The more a drawing asks of the window, the later it was drawn and the sooner it is to be asked.
  const sources = [...others]
    .reverse()
    .map(
      (drawing) =>
        `<source media="${mediaOf(drawing)}"${pictureAttributes(drawing.svg, "srcset")}>`,
    );
  return [
    `<picture>`,
    ...sources,
    `<img alt="${escapeHtml(alt)}"${pictureAttributes(paper.svg, "src")}>`,
    "</picture>",
  ].join("\n");
}
