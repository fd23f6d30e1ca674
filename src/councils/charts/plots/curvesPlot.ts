import * as Plot from "@observablehq/plot";
import { axisHeight, valueAxis } from "../axes.js";
import type { Chart } from "../draw.js";
import { endLabels } from "../endLabels.js";
import { smallTextSize } from "../textSizes.js";

/** A curve through points in order of x, with its name at its right end. */
export interface Curve {
  readonly name: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

interface Axis {
  readonly label: string;
  readonly format: (value: number) => string;
}

interface Curves {
  readonly curves: readonly Curve[];
  readonly x: Axis;
  readonly y: Axis;
  /** The least that the vertical axis reaches to. */
  readonly yTo: number;
  /** A level to compare the curves with. */
  readonly level?: { readonly y: number; readonly name: string };
  /** A place on the horizontal axis to read the curves at. */
  readonly place?: { readonly x: number; readonly name: string };
}

const [height, marginTop] = [300, 44];
const dotted = { strokeDasharray: "2,3" };

/** One or two curves over the same axes, each from 0, told apart by dashes and dots too. */
export const curvesPlot =
  ({ curves, x, y, yTo, level, place }: Curves): Chart =>
  ({ isNarrow, colours }) => {
    const styles = [
      { colour: colours.accent, symbol: "circle", dash: undefined },
      { colour: colours.below[1], symbol: "diamond", dash: "6,4" },
    ] as const;
    const points = curves.flatMap((curve) => curve.points);
    const right = Math.max(...points.map((point) => point.x), place?.x ?? 0, 0.01);
    const top = 1.05 * Math.max(...points.map((point) => point.y), yTo);
    const ends = endLabels(
      [
        ...curves.map(({ name, points: own }, i) => ({
          name,
          y: own.at(-1)!.y,
          fill: styles[i].colour,
        })),
        ...(level ? [{ ...level, fill: colours.quiet }] : []),
      ],
      { right, top, height: height - marginTop - axisHeight, most: isNarrow ? 84 : 150 },
    );
    const isLeft = place !== undefined && place.x > right / 2;
    return {
      height,
      marginTop,
      marginLeft: 46,
      marginRight: ends.width + 14,
      marginBottom: axisHeight,
      x: { domain: [0, right] },
      y: { domain: [0, top] },
      marks: [
        valueAxis(x.label, { ticks: isNarrow ? 4 : 5, tickFormat: x.format }),
        Plot.axisY({
          label: y.label,
          labelAnchor: "top",
          labelArrow: "none",
          ticks: 5,
          tickSize: 0,
          tickFormat: y.format,
          fontSize: smallTextSize,
        }),
        Plot.ruleY([0], { stroke: colours.line }),
        Plot.ruleY(level ? [level.y] : [], { stroke: colours.line, ...dotted }),
        Plot.ruleX(place ? [place.x] : [], { stroke: colours.line, ...dotted }),
        Plot.text(place ? [place] : [], {
          x: "x",
          text: "name",
          frameAnchor: "top",
          lineAnchor: "bottom",
          textAnchor: isLeft ? "end" : "start",
          dx: isLeft ? -4 : 4,
          dy: -3,
          fontSize: smallTextSize,
        }),
        ...curves.flatMap(({ points: own }, i) => {
          const { colour, symbol, dash } = styles[i];
          const at = { x: "x", y: "y" } as const;
          return [
            Plot.line(own, { ...at, stroke: colour, strokeWidth: 2.5, strokeDasharray: dash }),
            Plot.dot(own, { ...at, r: 3.5, symbol, fill: colour }),
          ];
        }),
        ...ends.marks,
      ],
    };
  };
