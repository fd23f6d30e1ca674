import { pictureWidths } from "../../engine/report/block.js";
import type { View } from "../../engine/report/block.js";
import { inks, paint } from "./paint.js";
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

/**
 * Gives a function that draws a chart for a view, once for each width: light and dark differ in paint
 * alone. It throws where Plot warns: a warning is a mistake of the chart's.
 */
export function drawer(chart: Chart, document: Document): (view: View) => string {
  const drawings = new Map<number, string>();
  return ({ width, theme }) => {
    const isNarrow = width < pictureWidths.wide;
    const drawing =
      drawings.get(width) ?? drawPlot(chart({ width, isNarrow, colours: inks }), document, width);
    drawings.set(width, drawing);
    return paint(drawing, themes[theme]);
  };
}
