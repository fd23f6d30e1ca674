import * as Plot from "@observablehq/plot";
import type { Pairs, StatementShare } from "../analysis/pairs.js";
import { statements } from "../framework.js";
import type { Statement } from "../framework.js";
import { toFigure } from "../../engine/report/block.js";
import type { Figure } from "../../engine/report/block.js";
import { count, list, number, percent, percentInterval } from "../../engine/report/format.js";
import { documentOf } from "./chartOptions.js";
import type { ChartOptions } from "./chartOptions.js";
import { ink, palette, quiet } from "./colour.js";
import { newsWords, nothingMessage, nothingTitle, setWords, sourceWords } from "./setWords.js";
import { drawNothing, drawPlot, smallTextSize, textSize } from "./svg.js";
import { textWidth } from "./textWidth.js";
import { intervalMeaning } from "../findings/intervalMeaning.js";

const nameWidth = 124;
const headHeight = 26;
const rowHeight = 25;
const axisRoom = 46;
const noGood = "no council is rated Good";

interface Row extends Statement {
  readonly k: number;
  readonly n: number;
  readonly share: number;
  readonly interval: readonly [number, number];
}

const oneDecimal = (share: number) => number(100 * share, 1);

/** The statement most often below 3 first; none where no council is rated Good. */
function rowsOf(shares: readonly StatementShare[]): Row[] {
  return shares
    .flatMap(({ statement: id, k, n, share, clopperPearson: interval }) => {
      const statement = statements.find((one) => one.id === id);
      return statement && share !== null && interval !== null
        ? [{ ...statement, k, n, share, interval }]
        : [];
    })
    .sort((a, b) => b.share - a.share);
}

function shareWords({ k, n, share, interval }: Row): string {
  return `${k} of ${n}, ${percent(share)} (${percentInterval(interval)})`;
}

function titleOf(rows: readonly Row[]): string {
  const [{ k, n, share, interval }] = rows;
  if (k === 0) return `None of ${count(n, "Good council")} scores below 3 on any statement`;
  const most = rows.filter((row) => row.k === k);
  const where =
    most.length > 3 ? `each of ${most.length} statements` : list(most.map(({ name }) => name));
  const of = `${k} of ${n} (${percent(share)}, 95% interval ${percentInterval(interval)})`;
  return interval[0] > 0.5
    ? `A majority of Good councils score below 3 on ${where}: ${of}`
    : `Good councils score below 3 most often on ${where}: ${of}`;
}

function draw(rows: readonly Row[], document: Document): string {
  const style = { size: smallTextSize };
  const labelWidth = Math.ceil(Math.max(...rows.map((row) => textWidth(shareWords(row), style))));
  const row = { y: "id" } as const;
  return drawPlot(
    {
      height: headHeight + rowHeight * rows.length + axisRoom,
      marginLeft: nameWidth,
      marginRight: labelWidth + 16,
      marginTop: headHeight,
      marginBottom: axisRoom,
      x: { domain: [0, 1] },
      y: { type: "point", domain: rows.map(({ id }) => id), padding: 0.5, axis: null },
      marks: [
        Plot.ruleX([0.5], { stroke: quiet, strokeDasharray: "4,3" }),
        Plot.text(["Half"], {
          x: 0.5,
          frameAnchor: "top",
          lineAnchor: "bottom",
          dy: -6,
          fontSize: smallTextSize,
          fill: ink,
        }),
        Plot.ruleX([0], { stroke: quiet }),
        Plot.ruleY(rows, {
          ...row,
          x1: ({ interval }: Row) => interval[0],
          x2: ({ interval }: Row) => interval[1],
          stroke: palette.darkBlue,
          strokeWidth: 2,
        }),
        Plot.dot(rows, { ...row, x: "share", r: 5, fill: palette.darkBlue }),
        Plot.text(rows, {
          ...row,
          frameAnchor: "left",
          dx: 2 - nameWidth,
          textAnchor: "start",
          text: "short",
          fontSize: textSize,
        }),
        Plot.text(rows, {
          ...row,
          frameAnchor: "right",
          dx: labelWidth + 12,
          textAnchor: "end",
          text: shareWords,
          fontSize: smallTextSize,
          fill: ink,
        }),
        Plot.axisX({
          ticks: [0, 0.25, 0.5, 0.75, 1],
          tickSize: 4,
          tickFormat: (share: number) => percent(share),
          fontSize: smallTextSize,
          label: "Share of Good councils that score 1 or 2",
          labelAnchor: "center",
          labelArrow: "none",
          labelOffset: 40,
        }),
      ],
    },
    document,
  );
}

/**
 * Of the councils whose nine scores carry Good, the share that scores below 3 on each statement,
 * with exact 95% intervals.
 */
export function belowGoodShares(result: Pairs, options: ChartOptions): Figure {
  const { set, n: all, leftOut } = result;
  const document = documentOf(options);
  const rows = rowsOf(result.shareGoodBelow3);
  const n = rows[0]?.n ?? 0;
  return toFigure({
    unit: "assessment",
    id: options.id ?? "below-good-shares",
    title: all === 0 ? nothingTitle : n === 0 ? `No shares to show: ${noGood}` : titleOf(rows),
    subtitle: `Share of Good councils that score 1 or 2 on each statement, with exact 95% intervals. ${setWords(set, all)}, of which Good ${number(n)}`,
    alt:
      n === 0
        ? "Shares of Good councils, of which there are none."
        : `A dot and a line for each statement. Good councils that score below 3: ${rows.map((row) => `${row.short} ${shareWords(row)}`).join("; ")}.`,
    caption:
      "A dot is the share of Good councils that score 1 or 2, and the line its exact 95% interval " +
      `(Clopper-Pearson), for each statement by itself. ${intervalMeaning} Good is the word that the ` +
      "nine scores carry. A statement with more low scores may be harder, or be judged more " +
      `strictly. The chart does not say which.${newsWords(set)}`,
    source: sourceWords(options.source, leftOut),
    n,
    data: {
      columns: [
        { key: "statement", label: "Statement" },
        { key: "below", label: "Good councils scoring 1 or 2" },
        { key: "good", label: "Good councils" },
        { key: "share", label: "Share (%)", format: oneDecimal },
        { key: "low", label: "95% interval, low (%)", format: oneDecimal },
        { key: "high", label: "95% interval, high (%)", format: oneDecimal },
      ],
      rows: rows.map(({ name, k, share, interval }) => ({
        statement: name,
        below: k,
        good: n,
        share,
        low: interval[0],
        high: interval[1],
      })),
    },
    svg:
      n === 0
        ? drawNothing(all === 0 ? nothingMessage : `Nothing to show: ${noGood}.`, document)
        : draw(rows, document),
  });
}
