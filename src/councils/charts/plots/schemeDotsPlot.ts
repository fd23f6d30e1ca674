import * as Plot from "@observablehq/plot";
import { percent } from "../../../engine/report/format.js";
import { usualOf, type SchemeMeasures } from "../../analysis/schemes.js";
import { tableName } from "../../findings/wordShareElsewhere.js";
import { axisHeight, valueAxis } from "../axes.js";
import { namesAbove, rowNames } from "../rowNames.js";
import type { Chart } from "../draw.js";
import { smallTextSize } from "../textSizes.js";

/** How much one rating tells in each scheme, over the range that one quality plus chance would give. */
export const schemeDotsPlot =
  (rows: readonly SchemeMeasures[]): Chart =>
  ({ isNarrow, colours }) => {
    const rowHeight = isNarrow ? 78 : 52;
    const { marginLeft, names } = rowNames(rows, tableName, isNarrow ? 330 : 260);
    const row = { y: tableName, dy: isNarrow ? 20 : 0 } as const;
    const range = (one: SchemeMeasures) => usualOf(one, "wordShare");
    return {
      height: rowHeight * rows.length + axisHeight + 6,
      marginLeft: isNarrow ? 10 : marginLeft + 6,
      marginRight: 24,
      marginTop: 6,
      marginBottom: axisHeight,
      x: { domain: [0, 1] },
      y: { type: "band", domain: rows.map(tableName), padding: 0, axis: null },
      marks: [
        valueAxis("Share of the variation in parts that the rating tells", {
          ticks: [0, 0.25, 0.5, 0.75, 1],
          tickFormat: (share: number) => percent(share),
        }),
        Plot.ruleY(
          rows.filter((one) => range(one) !== null),
          {
            ...row,
            x1: (one: SchemeMeasures) => range(one)![1],
            x2: (one: SchemeMeasures) => range(one)![2],
            stroke: colours.line,
            strokeWidth: 6,
          },
        ),
        Plot.dot(rows, {
          ...row,
          x: "wordShare",
          r: 6.5,
          fill: colours.accent,
          stroke: colours.page,
        }),
        Plot.text(rows, {
          ...row,
          x: "wordShare",
          text: ({ wordShare }: SchemeMeasures) => percent(wordShare!),
          dy: (isNarrow ? 20 : 0) - 14,
          fontSize: smallTextSize,
        }),
        names(isNarrow ? namesAbove(rowHeight - 20, { y: tableName }) : { y: tableName }),
      ],
    };
  };
