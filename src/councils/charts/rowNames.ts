import * as Plot from "@observablehq/plot";
import { textSize } from "./textSizes.js";
import { textWidth, wrapWords } from "../../engine/report/widestText.js";

const nameGap = 8;

/** Names of rows, left-aligned in a margin as wide as they need, broken over lines where it is not. */
export function rowNames<T>(
  rows: readonly T[],
  nameOf: (row: T) => string,
  most: number,
): {
  readonly marginLeft: number;
  /** Of the name that takes most. */
  readonly lines: number;
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
    lines: Math.max(1, ...lines.map(({ length }) => length)),
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
