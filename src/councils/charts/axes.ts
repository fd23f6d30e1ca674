import * as Plot from "@observablehq/plot";
import { smallTextSize, textSize } from "./textSizes.js";

/** How tall a value axis with its label is. */
export const axisHeight = 44;

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

/** A remark on the chart itself, beside what it is about. */
export function note(text: string, options: Plot.TextOptions): Plot.Markish {
  return Plot.text([text], { fontSize: textSize, fontWeight: "bold", lineHeight: 1.2, ...options });
}
