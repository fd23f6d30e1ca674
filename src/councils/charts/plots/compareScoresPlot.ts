import * as Plot from "@observablehq/plot";
import type { Scheme } from "../../../ratings/scheme.js";
import { rowNames } from "../rowNames.js";
import type { Chart } from "../draw.js";
import { smallTextSize, textSize } from "../textSizes.js";
import { textWidth, wrapWords } from "../../../engine/report/widestText.js";
import { levelColours } from "../levelColours.js";
import { inkOn } from "../paint.js";

/** Of a line of a heading, in pixels. */
const lineHeight = 14;

/** The longest line of a heading that is turned, which then has more room. */
const longestTurned = 140;

/** A council's score on a statement, as it may be printed. */
export interface ComparedScore {
  readonly council: string;
  readonly part: string;
  /** The level, from 0; null where it is not known or may not be shown. */
  readonly level: number | null;
  readonly words: string;
}

/** Scores of a few councils in columns, a row for each statement. */
export const compareScoresPlot =
  (scheme: Scheme, names: readonly string[], cells: readonly ComparedScore[]): Chart =>
  ({ width, isNarrow, colours }) => {
    const { parts } = scheme;
    const fills = levelColours(scheme);
    const rows = rowNames(parts, ({ short }) => short, isNarrow ? 100 : 150);
    const column = (width - rows.marginLeft - 4) / names.length;
    const fill = ({ level }: ComparedScore) => (level === null ? colours.page : fills[level]);
    const style = { size: smallTextSize, bold: true };
    const level = names.map((name) => wrapWords(name, column - 6, 3, style));
    // No name is cut: where one has no room in its column, all are turned.
    const isTurned = level.flat().some((line) => line.endsWith("…"));
    const headings = isTurned
      ? names.map((name) => wrapWords(name, longestTurned, 3, style))
      : level;
    const tallest = isTurned
      ? Math.max(...headings.flat().map((line) => textWidth(line, style)))
      : lineHeight * Math.max(...headings.map(({ length }) => length));
    const marginTop = 14 + Math.ceil(tallest);
    return {
      height: marginTop + 8 + 26 * parts.length,
      marginLeft: rows.marginLeft,
      marginRight: 4,
      marginTop,
      marginBottom: 8,
      x: { type: "band", domain: [...names], padding: 0.06, axis: null },
      y: { type: "band", domain: parts.map(({ id }) => id), padding: 0.12, axis: null },
      marks: [
        Plot.text(names, {
          x: (name: string) => name,
          frameAnchor: "top",
          ...(isTurned
            ? { rotate: -90, textAnchor: "start", lineAnchor: "middle" }
            : { lineAnchor: "bottom" }),
          dy: -8,
          text: (_, i: number) => headings[i].join("\n"),
          fontSize: smallTextSize,
          fontWeight: "bold",
        }),
        rows.names({ y: "id" }),
        Plot.cell(cells, { x: "council", y: "part", fill, stroke: colours.line }),
        Plot.text(cells, {
          x: "council",
          y: "part",
          text: "words",
          fill: (one: ComparedScore) => inkOn(fill(one)),
          fontSize: textSize,
          fontWeight: "bold",
        }),
      ],
    };
  };
