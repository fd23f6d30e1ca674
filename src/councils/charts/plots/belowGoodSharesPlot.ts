import * as Plot from "@observablehq/plot";
import { percent, percentInterval } from "../../../engine/report/format.js";
import type { Pairs, StatementShare } from "../../analysis/pairs.js";
import { shortName } from "../../../ratings/shortName.js";
import { axisHeight, valueAxis } from "../axes.js";
import { rowNames } from "../rowNames.js";
import type { Chart } from "../draw.js";
import { smallTextSize } from "../textSizes.js";
import { textWidth } from "../../../engine/report/widestText.js";

export type KnownShare = StatementShare & {
  readonly share: number;
  readonly clopperPearson: readonly [number, number];
};

/** The statement most often below good first; none where no council is rated good. */
export function knownShares({ shareGoodBelow3 }: Pairs): KnownShare[] {
  return shareGoodBelow3
    .filter((one): one is KnownShare => one.share !== null && one.clopperPearson !== null)
    .sort((a, b) => b.share - a.share);
}

export function shareWords({ k, n, share, clopperPearson }: KnownShare): string {
  return `${k} of ${n}, ${percent(share)} (${percentInterval(clopperPearson)})`;
}

/** The share on each statement as a dot, with its interval as a line. */
export const belowGoodSharesPlot =
  (result: Pairs): Chart =>
  ({ isNarrow, colours }) => {
    const rows = knownShares(result);
    const words = isNarrow ? ({ k, n }: KnownShare) => `${k} of ${n}` : shareWords;
    const wide = Math.max(...rows.map((row) => textWidth(words(row), { size: smallTextSize })));
    const { marginLeft, names } = rowNames(
      rows,
      ({ statement }) => shortName(result.scheme, statement),
      150,
    );
    const low = ({ clopperPearson: [from] }: KnownShare) => from;
    const high = ({ clopperPearson: [, to] }: KnownShare) => to;
    return {
      height: 8 + 26 * rows.length + axisHeight,
      marginLeft: marginLeft + 8,
      marginRight: wide + 20,
      marginTop: 8,
      marginBottom: axisHeight,
      x: { domain: [0, 1] },
      y: {
        type: "point",
        domain: rows.map(({ statement }) => statement),
        padding: 0.5,
        axis: null,
      },
      marks: [
        Plot.ruleX([0, 0.5, 1], { stroke: colours.line, strokeDasharray: "2,3" }),
        Plot.ruleY(rows, {
          y: "statement",
          x1: low,
          x2: high,
          stroke: colours.accent,
          strokeWidth: 2,
        }),
        Plot.dot(rows, { y: "statement", x: "share", r: 5.5, fill: colours.accent }),
        names({ y: "statement", dx: -marginLeft - 8 }),
        Plot.text(rows, {
          y: "statement",
          frameAnchor: "right",
          textAnchor: "end",
          dx: wide + 18,
          text: words,
          fontSize: smallTextSize,
        }),
        valueAxis(`Share of ${result.scheme.good} councils that score 1 or 2`, {
          ticks: isNarrow ? [0, 0.5, 1] : [0, 0.25, 0.5, 0.75, 1],
          tickFormat: (share: number) => percent(share),
        }),
      ],
    };
  };
