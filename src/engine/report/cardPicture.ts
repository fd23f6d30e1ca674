import type { Report } from "./block.js";
import type { Format } from "./formats.js";
import { pictureEnding } from "./pictureFiles.js";
import type { CardPicture, SiteFrame } from "./siteFrame.js";

/** Whether each figure of a report has a page of its own: of a site, where all its forms are. */
export const hasFigurePages = ({
  frame,
  series,
  formats,
}: {
  readonly frame?: SiteFrame;
  readonly series?: unknown;
  readonly formats: readonly Format[];
}): boolean =>
  frame !== undefined &&
  series === undefined &&
  (["svg", "png", "csv"] as const).every((form) => formats.includes(form));

/**
 * What the card of a report shows: its first figure. None where its figures have no files, nor where
 * a reader chooses what it shows: its card says what it is for, and its first figure is of one choice.
 */
export function cardPicture(
  report: Report,
  options: Parameters<typeof hasFigurePages>[0],
): CardPicture | undefined {
  const first = report.blocks.find((block) => block.kind === "figure");
  if (!first || report.card !== undefined || !hasFigurePages(options)) return undefined;
  return { path: `${report.id}/${first.id}${pictureEnding("wide", 2)}`, alt: first.alt };
}
