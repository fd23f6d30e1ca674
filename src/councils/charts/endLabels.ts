import * as Plot from "@observablehq/plot";
import { spreadApart } from "./spreadApart.js";
import { smallTextSize } from "./textSizes.js";
import { textWidth, wrapWords } from "../../engine/report/widestText.js";

interface End {
  readonly name: string;
  /** Where the curve ends. */
  readonly y: number;
  readonly fill: string;
}

interface Room {
  /** Ends of the axes, which start at 0. */
  readonly right: number;
  readonly top: number;
  /** Of the vertical axis, in pixels. */
  readonly height: number;
  /** The widest that a line of a name may be, in pixels. */
  readonly most: number;
}

const lineHeight = 1.2;
const bold = { size: smallTextSize, bold: true };

/** Names of curves beside their ends, apart from each other. */
export function endLabels(ends: readonly End[], { right, top, height, most }: Room) {
  const lines = ends.map(({ name }) => wrapWords(name, most, 3, bold));
  const perPixel = top / height;
  const tallest = Math.max(...lines.map(({ length }) => length));
  // A name's own lines stay above the axis.
  const least = (i: number) => ((lines[i].length - 1) / 2) * smallTextSize * perPixel;
  const places = spreadApart(
    ends.map(({ y }) => y),
    (tallest * smallTextSize * lineHeight + 2) * perPixel,
    top,
  ).map((place, i) => Math.max(place, least(i)));
  return {
    width: Math.ceil(Math.max(...lines.flat().map((line) => textWidth(line, bold)))),
    marks: ends.map(({ fill }, i) =>
      Plot.text([lines[i].join("\n")], {
        x: () => right,
        y: () => places[i],
        dx: 8,
        textAnchor: "start",
        lineHeight,
        fill,
        fontSize: smallTextSize,
        fontWeight: "bold",
      }),
    ),
  };
}
