import * as Plot from "@observablehq/plot";
import { percent } from "../../../engine/report/format.js";
import { partitionBin } from "../../analysis/themePartitions.js";
import type { AgainstPartitions } from "../../analysis/themePartitions.js";
import { axisHeight, valueAxis } from "../axes.js";
import type { Chart } from "../draw.js";
import { smallTextSize, textSize } from "../textSizes.js";
import { wrapWords } from "../../../engine/report/widestText.js";

const small = { size: smallTextSize };

export interface PartitionPanel {
  readonly name: string;
  /** What the line marks, in numbers. */
  readonly words: string;
  readonly themes: number;
  readonly histogram: AgainstPartitions["histogram"];
}

/** Ways to group statements by what they keep, a panel each, with that of the themes as a line. */
export const partitionStripPlot =
  (panels: readonly PartitionPanel[]): Chart =>
  ({ width, isNarrow, colours }) => {
    const bars = panels.flatMap(({ name, histogram }) => {
      const most = Math.max(...histogram.map(({ n }) => n));
      return histogram.map(({ from, n }) => ({ name, from, share: n / most }));
    });
    type Bar = (typeof bars)[number];
    const froms = bars.map(({ from }) => from);
    // Somewhat wider than what occurs: one grouping alone would be a bar over the whole width.
    const domain = [
      Math.max(0, Math.min(...froms) - 4 * partitionBin),
      Math.min(1, Math.max(...froms) + 5 * partitionBin),
    ];
    const heading = { fy: "name", frameAnchor: "top-left", lineAnchor: "top" } as const;
    return {
      height: 150 * panels.length + axisHeight,
      marginLeft: 20,
      marginRight: 20,
      marginTop: 4,
      marginBottom: axisHeight,
      x: { domain },
      y: { domain: [0, isNarrow ? 1.8 : 1.6], axis: null },
      fy: { domain: panels.map(({ name }) => name), padding: 0.06, axis: null },
      marks: [
        Plot.rectY(bars, {
          fy: "name",
          x1: "from",
          x2: ({ from }: Bar) => from + partitionBin,
          y: "share",
          insetLeft: 0.5,
          insetRight: 0.5,
          fill: colours.second,
        }),
        Plot.ruleY([0], { stroke: colours.line }),
        Plot.ruleX(panels, {
          fy: "name",
          x: "themes",
          y2: 1.1,
          stroke: colours.below[1],
          strokeWidth: 3,
        }),
        Plot.text(panels, { ...heading, text: "name", fontSize: textSize, fontWeight: "bold" }),
        Plot.text(panels, {
          ...heading,
          dy: 18,
          text: ({ words }: PartitionPanel) => wrapWords(words, width - 40, 2, small).join("\n"),
          fontSize: smallTextSize,
        }),
        valueAxis(
          isNarrow
            ? "Share of differences kept"
            : "Share of the differences between councils that groups keep",
          { ticks: isNarrow ? 4 : 6, tickFormat: (share: number) => percent(share, 1) },
        ),
      ],
    };
  };
