import * as Plot from "@observablehq/plot";
import { percent, percentInterval } from "../../../engine/report/format.js";
import type { Component, Variance } from "../../analysis/variance.js";
import type { Chart } from "../draw.js";
import { keyOf } from "../key.js";
import { smallTextSize } from "../textSizes.js";
import { inkOn } from "../paint.js";
import type { Colours } from "../theme.js";

/** In the order of the bar: what a rating tells stands first. */
const order = ["rating", "sumWithinRating", "residual", "statement"] as const;
const names: Readonly<Record<Component, string>> = {
  rating: "Between ratings",
  sumWithinRating: "Between totals within a rating",
  residual: "Each council's own pattern",
  statement: "Between statements",
};
const fillsOf = ({ accent, second, line, quiet }: Colours): Record<Component, string> => ({
  rating: accent,
  sumWithinRating: second,
  residual: line,
  statement: quiet,
});
/** A segment of less is too short for its percentage. */
const leastWritten = 0.12;

/** The parts that are known, in the order of the bar, each with its words. */
export function knownParts(result: Variance) {
  return order.flatMap((component) => {
    const [share, interval] = [result[component], result.intervals[component]];
    if (share === null) return [];
    const range = interval === null ? "" : ` (${percentInterval(interval)})`;
    return [{ component, share, words: `${names[component]}: ${percent(share)}${range}` }];
  });
}

type Part = ReturnType<typeof knownParts>[number];

/** All of the variation in the scores as one bar. */
export const varianceBarsPlot =
  (result: Variance): Chart =>
  (frame) => {
    const fills = fillsOf(frame.colours);
    const parts = knownParts(result);
    const fill = ({ component }: Part) => fills[component];
    const key = keyOf(
      frame,
      parts.map((part) => ({ fill: fill(part), text: part.words })),
      true,
    );
    const margins = { marginLeft: 1, marginTop: key.height + 10 };
    return {
      ...margins,
      height: margins.marginTop + 44,
      marginRight: 1,
      marginBottom: 4,
      x: { axis: null },
      marks: [
        ...key.marks(margins),
        Plot.barX(parts, Plot.stackX({ x: "share", fill, insetLeft: 1 })),
        Plot.text(
          parts,
          Plot.stackX({
            x: "share",
            text: ({ share }: Part) => (share < leastWritten ? "" : percent(share)),
            fill: (part: Part) => inkOn(fill(part)),
            fontSize: smallTextSize,
          }),
        ),
      ],
    };
  };
