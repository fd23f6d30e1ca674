import * as Plot from "@observablehq/plot";
import { number } from "../../../engine/report/format.js";
import type { Drift } from "../../analysis/drift.js";
import type { Chart } from "../draw.js";
import { keyOf } from "../key.js";
import { monthName, monthNumber, monthTicks } from "../months.js";
import { smallTextSize } from "../textSizes.js";

export type Path = NonNullable<Drift["cusum"]>;
type Point = Path["points"][number];

/** Whole points with a true minus. */
export const signedPoints = (points: number) => number(Math.round(points) + 0).replace("-", "−");

/** The running total of differences from the mean, month by month, in the band of shuffled orders. */
export const cusumPlot =
  ({ points }: Path): Chart =>
  (frame) => {
    const { isNarrow, colours } = frame;
    const key = keyOf(frame, [
      { fill: colours.accent, text: "In the order of publication" },
      { fill: colours.page, stroke: colours.line, text: "Middle 95% of shuffled orders (dashed)" },
    ]);
    const margins = { marginLeft: 46, marginTop: key.height + 8 };
    const x = ({ month }: Point) => monthNumber(month);
    return {
      ...margins,
      height: 270 + key.height,
      marginRight: isNarrow ? 30 : 62,
      marginBottom: isNarrow ? 40 : 28,
      x: { axis: null },
      y: { nice: true },
      marks: [
        ...key.marks(margins),
        Plot.axisY({
          label: null,
          ticks: 6,
          tickSize: 0,
          tickFormat: signedPoints,
          fontSize: smallTextSize,
        }),
        Plot.axisX(monthTicks(points, isNarrow ? 4 : 5), {
          tickSize: 4,
          tickFormat: (month: number) =>
            isNarrow ? monthName(month).replace(" ", "\n") : monthName(month),
          fontSize: smallTextSize,
          label: null,
        }),
        Plot.ruleY([0], { stroke: colours.line }),
        ...(["low", "high"] as const).map((y) =>
          Plot.line(points, { x, y, stroke: colours.line, strokeDasharray: "5,4" }),
        ),
        Plot.line(points, { x, y: "cusum", stroke: colours.accent, strokeWidth: 2.5 }),
        Plot.dot(points, { x, y: "cusum", r: 3, fill: colours.accent }),
      ],
    };
  };
