import * as Plot from "@observablehq/plot";
import { axisHeight, valueAxis } from "../axes.js";
import { rowNames } from "../rowNames.js";
import type { Chart } from "../draw.js";
import { smallTextSize } from "../textSizes.js";
import { textWidth } from "../../../engine/report/widestText.js";
import { rangeMarks } from "./rangeMarks.js";
import type { RangeRow } from "./rangeMarks.js";

interface Scale {
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly format: (value: number) => string;
  readonly label: string;
  /** Where no side is higher. */
  readonly level?: number;
  /** Names are too long to stand beside their rows. */
  readonly isNamedAbove?: boolean;
}

const rangeHeight = 26;
/** Below a name that stands above it. */
const lowRangeHeight = 14;
const lineHeight = 1.2;

/** Ranges over one axis, a row each: its numbers beside it or, on a phone, above it. */
export const rangesPlot =
  (
    rows: readonly RangeRow[],
    { domain, ticks, format, label, level, isNamedAbove }: Scale,
  ): Chart =>
  ({ width, isNarrow, colours }) => {
    const isAbove = isNarrow || isNamedAbove === true;
    const { marginLeft, names, lines } = rowNames(
      rows,
      ({ name, words }) => (isNarrow ? `${name}\n${words}` : name),
      isAbove ? width - 20 : 230,
    );
    const wordsWidth = Math.max(
      ...rows.map(({ words }) => textWidth(words, { size: smallTextSize })),
    );
    const nameHeight = isAbove ? lines * 13 * lineHeight + 4 : 0;
    const isLow = isAbove && !isNarrow;
    const rowHeight = nameHeight + (isLow ? lowRangeHeight : rangeHeight);
    return {
      height: rowHeight * rows.length + axisHeight + 4,
      marginLeft: isAbove ? 18 : marginLeft + 4,
      marginRight: isNarrow ? 18 : wordsWidth + 16,
      marginTop: 4,
      marginBottom: axisHeight,
      x: { domain: [...domain] },
      y: { type: "band", domain: rows.map(({ name }) => name), padding: 0, axis: null },
      marks: [
        ...rangeMarks(rows, { nameHeight, level, colours, ...(isLow && { clear: 0 }) }),
        names({
          y: "name",
          ...(isAbove && { dx: -14, dy: 3 - rowHeight / 2, lineAnchor: "top", lineHeight }),
        }),
        Plot.text(isNarrow ? [] : rows, {
          y: "name",
          dy: nameHeight / 2,
          frameAnchor: "right",
          textAnchor: "start",
          dx: 12,
          text: "words",
          fontSize: smallTextSize,
        }),
        valueAxis(label, { ticks: [...ticks], tickFormat: format }),
      ],
    };
  };
