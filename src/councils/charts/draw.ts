import { pictureWidths } from "../../engine/report/block.js";
import type { View } from "../../engine/report/block.js";
import { drawPlot } from "./svg.js";
import type { PlotSpec } from "./svg.js";
import { themes } from "./theme.js";
import type { Colours } from "./theme.js";

/** What a chart is told of the picture that is asked of it. */
export interface Frame {
  readonly width: number;
  readonly isNarrow: boolean;
  readonly colours: Colours;
}

/** What is plotted, as Observable Plot understands it: marks, scales, facets. */
export type Chart = (frame: Frame) => PlotSpec;

/** Draws a chart for a view. Throws where Plot warns: a warning is a mistake of the chart's. */
export function draw(chart: Chart, { width, theme }: View, document: Document): string {
  const colours = themes[theme];
  const frame = { width, isNarrow: width < pictureWidths.wide, colours };
  return drawPlot(chart(frame), document, { width, ...colours });
}
