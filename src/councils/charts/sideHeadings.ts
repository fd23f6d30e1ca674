import * as Plot from "@observablehq/plot";
import { textSize } from "./textSizes.js";
import { textWidth } from "../../engine/report/widestText.js";

/**
 * What lies to the left and to the right of a line at 0: beside the line or, where a side is too short
 * for its words, at the picture's edges. `lengths` and `endRoom`, beyond both, are in pixels.
 */
export function sideHeadings(
  texts: readonly [left: string, right: string],
  lengths: readonly number[],
  endRoom: number,
): Plot.Markish[] {
  const isShort = texts.some(
    (text, i) => endRoom + lengths[i] < textWidth(text, { size: textSize, bold: true }) + 6,
  );
  return texts.map((text, i) => {
    const sign = i === 0 ? -1 : 1;
    const corner = i === 0 ? "top-left" : "top-right";
    return Plot.text([text], {
      ...(isShort
        ? { frameAnchor: corner, dx: sign * endRoom }
        : { frameAnchor: "top", x: 0, dx: sign * 6 }),
      // Away from the line, or in from the edge.
      textAnchor: isShort === (i === 0) ? "start" : "end",
      lineAnchor: "bottom",
      dy: -9,
      fontSize: textSize,
      fontWeight: "bold",
    });
  });
}
