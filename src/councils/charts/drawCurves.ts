import * as Plot from "@observablehq/plot";
import { ink, palette, quiet } from "./colour.js";
import { spreadApart } from "./spreadApart.js";
import { chartWidth, drawPlot, smallTextSize } from "./svg.js";
import { textWidth } from "./textWidth.js";

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A curve through points in order of x, with its name at its right end. */
export interface Curve {
  readonly name: string;
  readonly points: readonly Point[];
}

export interface Axis {
  readonly label: string;
  readonly format: (value: number) => string;
}

export interface CurvesSpec {
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

/** Curves can be told apart without colour: by their dashes, the shape of their dots and names. */
const styles = [
  { colour: palette.darkBlue, symbol: "circle", dash: undefined },
  { colour: palette.darkPink, symbol: "diamond", dash: "6,4" },
] as const;
const margin = { left: 46, top: 42, bottom: 46 };
const height = 298;
const gap = 16;

/** One or two curves over the same axes, each from 0, labelled where they end. */
export function drawCurves(
  { curves, x, y, yTo, level, place }: CurvesSpec,
  document: Document,
): string {
  const points = curves.flatMap((curve) => curve.points);
  const right = Math.max(...points.map((point) => point.x), place?.x ?? 0, 0.01);
  const top = 1.05 * Math.max(...points.map((point) => point.y), yTo);
  const ends = [
    ...curves.map(({ name, points: own }, i) => ({
      name,
      y: own.at(-1)!.y,
      fill: styles[i].colour,
    })),
    ...(level ? [{ name: level.name, y: level.y, fill: quiet as string }] : []),
  ];
  const perPixel = top / (height - margin.top - margin.bottom);
  const places = spreadApart(
    ends.map((end) => end.y),
    gap * perPixel,
    top,
  );
  const bold = { size: smallTextSize, bold: true };
  const marginRight = Math.ceil(Math.max(...ends.map(({ name }) => textWidth(name, bold)))) + 14;
  const placeWidth = place ? textWidth(place.name, { size: smallTextSize }) : 0;
  const room = chartWidth - margin.left - marginRight;
  return drawPlot(
    {
      height,
      marginLeft: margin.left,
      marginRight,
      marginTop: margin.top,
      marginBottom: margin.bottom,
      x: { domain: [0, right] },
      y: { domain: [0, top] },
      marks: [
        Plot.axisX({
          label: x.label,
          labelAnchor: "center",
          labelArrow: "none",
          labelOffset: 40,
          ticks: 5,
          tickSize: 4,
          tickFormat: x.format,
          fontSize: smallTextSize,
        }),
        Plot.axisY({
          label: y.label,
          labelAnchor: "top",
          labelArrow: "none",
          ticks: 5,
          tickSize: 0,
          tickFormat: y.format,
          fontSize: smallTextSize,
        }),
        Plot.ruleY([0], { stroke: quiet }),
        ...(level ? [Plot.ruleY([level.y], { stroke: quiet, strokeDasharray: "2,3" })] : []),
        ...(place
          ? [
              Plot.ruleX([place.x], { stroke: quiet, strokeDasharray: "2,3" }),
              Plot.text([place], {
                x: "x",
                frameAnchor: "top",
                // From the line to the side that has the room.
                textAnchor: (place.x / right) * room + placeWidth + 6 < room ? "start" : "end",
                dx: (place.x / right) * room + placeWidth + 6 < room ? 4 : -4,
                lineAnchor: "bottom",
                dy: -3,
                text: "name",
                fontSize: smallTextSize,
                fill: ink,
              }),
            ]
          : []),
        ...curves.flatMap(({ points: own }, i) => {
          const { colour, symbol, dash } = styles[i];
          return [
            Plot.line(own, {
              x: "x",
              y: "y",
              stroke: colour,
              strokeWidth: 2.5,
              strokeDasharray: dash,
            }),
            Plot.dot(own, { x: "x", y: "y", r: 3.5, symbol, fill: colour }),
          ];
        }),
        ...ends.map(({ name, fill }, i) =>
          Plot.text([places[i]], {
            x: right,
            y: (at: number) => at,
            dx: 8,
            text: () => name,
            textAnchor: "start",
            fill,
            fontSize: smallTextSize,
            fontWeight: "bold",
          }),
        ),
      ],
    },
    document,
  );
}
