import * as Plot from "@observablehq/plot";
import type { Hexagon } from "./hexagons.js";
import { onePath } from "./onePath.js";
import { regionLabels } from "./regionLabels.js";
import type { RegionLabel } from "./regionLabels.js";
import { smallTextSize } from "./textSizes.js";
import { textWidth } from "../../engine/report/widestText.js";

/** A region's name on two lines where it is long. */
const linesOf = (region: string) => region.replace(/ (?=Midlands|England|The )/, "\n");

/** Names of regions beside the map, with `side` pixels to a hexagon's side, from `left` to `right`. */
export function regionNames(
  hexagons: readonly Hexagon[],
  { left, right, side }: { readonly left: number; readonly right: number; readonly side: number },
  stroke: string,
): Plot.Markish[] {
  const sizeOf = (region: string) => {
    const lines = linesOf(region).split("\n");
    const wide = lines.map((line) => textWidth(line, { size: smallTextSize, bold: true }));
    return [Math.max(...wide) / side, (lines.length * smallTextSize * 1.2) / side] as const;
  };
  const labels = regionLabels(hexagons, { left, right, sizeOf });
  return [
    onePath(
      labels.flatMap(({ x, y, to }) => (to === null ? [] : [[[x, y] as const, to]])),
      { stroke },
    ),
    ...(["left", "right"] as const).map((at) =>
      Plot.text(
        labels.filter((label) => label.side === at),
        {
          x: "x",
          y: "y",
          text: ({ region }: RegionLabel) => linesOf(region),
          textAnchor: at === "left" ? "end" : "start",
          fontSize: smallTextSize,
          fontWeight: "bold",
        },
      ),
    ),
  ];
}
