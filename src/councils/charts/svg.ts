import * as Plot from "@observablehq/plot";
import { finishSvg } from "./finishSvg.js";
import { chartWidth } from "./textSizes.js";

/** What Plot is told, less what the picture's place decides. */
export type PlotSpec = Omit<Plot.PlotOptions, "document" | "width" | "title" | "caption">;

/**
 * Draws a plot, 640 pixels wide where nothing else is asked, yet to be painted. Throws where Plot
 * warns: a warning is a mistake of the chart's.
 */
export function drawPlot(
  options: PlotSpec,
  document: Document,
  width: number = chartWidth,
): string {
  const svg = Plot.plot({ ...options, document, width });
  if (svg.localName !== "svg") throw new Error("a plot with a legend is not a single SVG");
  if ([...svg.querySelectorAll("text")].some((text) => text.textContent?.includes("\u26a0")))
    throw new Error("Plot warned of a mistake in the chart");
  return finishSvg(svg);
}
