import { toFigure, toTable } from "../../engine/report/block.js";
import type { Figure, FigureWords, Table } from "../../engine/report/block.js";
import { documentOf } from "./chartOptions.js";
import type { ChartOptions } from "./chartOptions.js";
import { drawer } from "./draw.js";
import type { Chart } from "./draw.js";

/** Fewer bodies than this are read better in a table. */
export const fewestDrawn = 5;

/** A chart, or why there is none: a sentence. */
export type ChartOrReason = Chart | string;

/** Why so few bodies are not drawn; null for enough. */
export function tooFew(n: number, of = "councils"): string | null {
  if (n === 0) return `There is nothing to draw: no ${of}.`;
  return n < fewestDrawn ? `So few ${of} are set out and not drawn.` : null;
}

/** Why totals are not parted by rating. */
export const withoutTotals = "Under this scheme no total decides the rating.";

/** The figure of a chart with its words, or the table of its data where it is not drawn. */
export function plotted(
  words: FigureWords,
  chart: ChartOrReason,
  options: Pick<ChartOptions, "document">,
): Figure | Table {
  if (typeof chart === "string") {
    const { id, title, subtitle, source, n, unit, data } = words;
    return toTable({ id, caption: title, scope: `${subtitle}. ${chart}`, source, n, unit, data });
  }
  return toFigure({ ...words, draw: drawer(chart, documentOf(options)) });
}
