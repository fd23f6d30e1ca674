import * as Plot from "@observablehq/plot";
import { smallTextSize, textSize } from "./svg.js";
import { textWidth, wrapWords } from "./textWidth.js";

/** How tall a value axis with its label is. */
export const axisHeight = 44;
const nameGap = 8;

/** The axis along the foot, with what it measures in words below. */
export function valueAxis(label: string, options: Plot.AxisXOptions = {}): Plot.Markish {
  return Plot.axisX({
    label,
    labelAnchor: "center",
    labelArrow: "none",
    labelOffset: axisHeight - 6,
    tickSize: 0,
    fontSize: smallTextSize,
    ...options,
  });
}

/** Names of rows, left-aligned in a margin as wide as they need, broken over lines where it is not. */
export function rowNames<T>(
  rows: readonly T[],
  nameOf: (row: T) => string,
  most: number,
): {
  readonly marginLeft: number;
  readonly names: (options: Plot.TextOptions) => Plot.Markish;
} {
  const style = { size: textSize };
  const lines = rows.map((row) =>
    nameOf(row)
      .split("\n")
      .flatMap((line) => wrapWords(line, most, 3, style)),
  );
  const widest = Math.max(0, ...lines.flat().map((line) => textWidth(line, style)));
  const marginLeft = Math.ceil(widest) + nameGap;
  return {
    marginLeft,
    names: (options) =>
      Plot.text(rows, {
        frameAnchor: "left",
        textAnchor: "start",
        dx: -marginLeft,
        text: (_, i) => lines[i].join("\n"),
        fontSize: textSize,
        ...options,
      }),
  };
}

/** On a phone: names of rows above them, in rows of a height that leaves a line for the name. */
export function namesAbove(rowHeight: number, options: Plot.TextOptions): Plot.TextOptions {
  return { dx: 0, dy: 9 - rowHeight / 2, ...options };
}

/** A remark on the chart itself, beside what it is about. */
export function note(text: string, options: Plot.TextOptions): Plot.Markish {
  return Plot.text([text], { fontSize: textSize, fontWeight: "bold", lineHeight: 1.2, ...options });
}
