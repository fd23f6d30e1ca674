import * as Plot from "@observablehq/plot";
import type { Chart } from "../draw.js";
import { fewestDrawn } from "../plotted.js";
import { fewDots } from "./fewDots.js";
import { smallTextSize, textSize } from "../textSizes.js";
import { textWidth } from "../../../engine/report/widestText.js";

export interface CliffPanel {
  readonly heading: string;
  readonly bars: readonly { readonly at: number; readonly n: number }[];
  /** Of a bar: what the panel is about. */
  readonly isMarked: (at: number) => boolean;
}

/** Councils by a whole number, a panel each over the same axis: bars, and a dot for each of a few. */
export const cliffMarginsPlot =
  (panels: readonly CliffPanel[]): Chart =>
  ({ width, isNarrow, colours }) => {
    const bars = panels.flatMap(({ heading, bars: own, isMarked }) => {
      const most = Math.max(...own.map(({ n }) => n));
      return own.map(({ at, n }) => ({
        ...{ heading, at, n },
        share: n / most,
        isMarked: isMarked(at),
      }));
    });
    type Bar = (typeof bars)[number];
    const places = bars.map(({ at }) => at);
    const [from, to] = [Math.min(0, ...places), Math.max(9, ...places)];
    const slot = (width - 8) / (to - from + 1);
    const many = bars.filter(({ n }) => n >= fewestDrawn);
    const fill = ({ isMarked }: Bar) => (isMarked ? colours.below[1] : colours.second);
    const isCrowded = slot < textWidth("00", { size: smallTextSize });
    const ticks = Array.from({ length: to - from + 1 }, (_, i) => from + i).filter(
      (at) => !isNarrow || at % 3 === 0,
    );
    const few = fewDots(bars, slot, { fy: "heading", x: "at", y: () => 0, fill });
    return {
      height: 150 * panels.length,
      marginLeft: 4,
      marginRight: 4,
      marginTop: 4,
      marginBottom: 24,
      x: { domain: [from - 0.5, to + 0.5], axis: null },
      y: { domain: [0, 1.6], axis: null },
      fy: { domain: panels.map(({ heading }) => heading), padding: 0.2, axis: null },
      marks: [
        Plot.rectY(many, {
          fy: "heading",
          x1: ({ at }: Bar) => at - 0.5,
          x2: ({ at }: Bar) => at + 0.5,
          y: "share",
          insetLeft: 1,
          insetRight: 1,
          fill,
        }),
        ...few.marks,
        Plot.ruleY([0], { stroke: colours.line }),
        ...bars
          .filter(({ share }) => !isCrowded || share === 1)
          .map((bar) =>
            Plot.text([bar], {
              ...{ fy: "heading", x: "at", text: "n", fontSize: smallTextSize },
              y: bar.n < fewestDrawn ? () => 0 : "share",
              lineAnchor: "bottom",
              dy: -3 - (bar.n < fewestDrawn ? few.heightOf(bar) : 0),
            }),
          ),
        Plot.text(
          panels.flatMap(({ heading }) => ticks.map((at) => ({ heading, at }))),
          {
            fy: "heading",
            x: "at",
            y: () => 0,
            text: ({ at }: Pick<Bar, "at">) => String(at).replace("-", "−"),
            lineAnchor: "top",
            dy: 5,
            fontSize: smallTextSize,
          },
        ),
        Plot.text(panels, {
          fy: "heading",
          frameAnchor: "top-left",
          lineAnchor: "top",
          text: "heading",
          fontSize: textSize,
          fontWeight: "bold",
        }),
      ],
    };
  };
