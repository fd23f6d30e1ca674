import * as Plot from "@observablehq/plot";
import { axisHeight, valueAxis } from "../axes.js";
import { rowNames } from "../rowNames.js";
import type { Chart } from "../draw.js";
import { smallTextSize, textSize } from "../textSizes.js";
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
const lowRangeHeight = 13;
const lineHeight = 1.2;
/** Below a range whose name stands above it, so that names go with their own. */
const gapHeight = 3;
/** Below a name, before its range. */
const nameGap = 6;

/** Ranges over one axis, a row each: its numbers beside it or, on a phone, above it. */
export const rangesPlot =
  (
    rows: readonly RangeRow[],
    { domain, ticks, format, label, level, isNamedAbove = false }: Scale,
  ): Chart =>
  ({ width, isNarrow, colours }) => {
    const isAbove = isNarrow || isNamedAbove;
    const { marginLeft, names, lines } = rowNames(
      rows,
      ({ name, words }) => (isNarrow ? `${name}\n${words}` : name),
      isAbove ? width - 20 : 230,
    );
    const wordsWidth = Math.max(
      ...rows.map(({ words }) => textWidth(words, { size: smallTextSize })),
    );
    const nameHeight = isAbove ? lines * textSize * lineHeight + nameGap : 0;
    const gap = isAbove ? gapHeight : 0;
    const isLow = isAbove && !isNarrow;
    const rowHeight = nameHeight + (isLow ? lowRangeHeight : rangeHeight) + gap;
    return {
      height: rowHeight * rows.length + axisHeight + 4,
      marginLeft: isAbove ? 18 : marginLeft + 4,
      marginRight: isNarrow ? 18 : wordsWidth + 16,
      marginTop: 4,
      marginBottom: axisHeight,
      x: { domain: [...domain] },
      y: { type: "band", domain: rows.map(({ name }) => name), padding: 0, axis: null },
      marks: [
        ...rangeMarks(rows, { nameHeight, gap, level, colours, ...(isLow && { clear: 1 }) }),
        names({
          y: "name",
          lineHeight,
          ...(isAbove && {
            dx: -14,
            dy: nameHeight - nameGap - rowHeight / 2,
            lineAnchor: "bottom",
          }),
        }),
        Plot.text(isNarrow ? [] : rows, {
          y: "name",
          dy: (nameHeight - gap) / 2,
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
