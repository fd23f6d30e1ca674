import * as Plot from "@observablehq/plot";
import type { Weights } from "../analysis/weights.js";
import { meanCuts } from "../analysis/wordOfMean.js";
import { ratingRank, statements } from "../framework.js";
import { toFigure } from "../report/block.js";
import type { Figure } from "../report/block.js";
import { count, list } from "../report/format.js";
import { documentOf } from "./chartOptions.js";
import type { ChartOptions } from "./chartOptions.js";
import { ink, palette, quiet, white } from "./colour.js";
import { nothingMessage, nothingTitle, setWords, sourceWords } from "./setWords.js";
import { drawNothing, drawPlot, smallTextSize, textSize } from "./svg.js";
import { textWidth } from "./textWidth.js";

const nameWidth = 116;

interface Bar {
  readonly id: string;
  readonly short: string;
  readonly name: string;
  readonly changes: number;
  readonly up: number;
  readonly down: number;
}

function barsOf({ leaveOneOut }: Weights): Bar[] {
  return statements.map(({ id, short, name }) => {
    const flips = leaveOneOut.find(({ statement }) => statement === id)?.flips ?? [];
    const up = flips.filter(({ from, to }) => ratingRank(to) > ratingRank(from)).length;
    return { id, short, name, changes: flips.length, up, down: flips.length - up };
  });
}

function changeWords({ up, down }: Bar): string {
  const ways = [up > 0 ? `${up} up` : "", down > 0 ? `${down} down` : ""].filter(
    (way) => way !== "",
  );
  return ways.join(", ") || "none";
}

function draw(bars: readonly Bar[], document: Document): string {
  const most = Math.max(...bars.map(({ changes }) => changes), 1);
  const labelWidth = Math.max(
    ...bars.map((bar) => textWidth(changeWords(bar), { size: smallTextSize })),
  );
  const row = { y: "id" } as const;
  const span = { ...row, insetTop: 1, insetBottom: 1 } as const;
  return drawPlot(
    {
      height: 40 + 26 * bars.length,
      marginLeft: nameWidth,
      marginRight: Math.ceil(labelWidth) + 16,
      marginTop: 32,
      marginBottom: 8,
      x: { domain: [0, most], axis: null },
      y: { type: "band", domain: bars.map(({ id }) => id), padding: 0.25, axis: null },
      marks: [
        Plot.barX(bars, { ...span, x1: 0, x2: "up", fill: palette.darkBlue }),
        Plot.barX(
          bars.filter(({ down }) => down > 0),
          {
            ...span,
            x1: "up",
            x2: "changes",
            fill: white,
            stroke: palette.darkPink,
            strokeWidth: 2,
          },
        ),
        Plot.ruleX([0], { stroke: quiet }),
        Plot.text(bars, {
          ...row,
          frameAnchor: "left",
          dx: 2 - nameWidth,
          textAnchor: "start",
          text: "short",
          fontSize: textSize,
        }),
        Plot.text(bars, {
          ...row,
          x: "changes",
          dx: 8,
          textAnchor: "start",
          text: changeWords,
          fontSize: smallTextSize,
          fill: ink,
        }),
        Plot.text(["Filled: to a higher word. Outlined: to a lower word."], {
          frameAnchor: "top-left",
          lineAnchor: "middle",
          dy: -18,
          fontSize: smallTextSize,
        }),
      ],
    },
    document,
  );
}

function titleOf(bars: readonly Bar[], n: number): string {
  const changes = bars.map((bar) => bar.changes);
  const [least, most] = [Math.min(...changes), Math.max(...changes)];
  const of = count(n, "council");
  if (most === 0) return `Leaving out any one statement changes the word of none of ${of}`;
  if (least === most) return `Leaving out any one statement changes the word of ${most} of ${of}`;
  const which = bars.filter((bar) => bar.changes === most).map(({ name }) => name);
  const named = which.length > 3 ? `each of ${which.length} statements` : list(which);
  return `Leaving out one statement changes the word of ${least} to ${most} of ${of}, most for ${named}`;
}

/** How many councils' words change when one of the nine statements is left out. */
export function weightsBars(result: Weights, options: ChartOptions): Figure {
  const { set, n, leftOut } = result;
  const document = documentOf(options);
  const bars = barsOf(result);
  return toFigure({
    id: options.id ?? "weights-bars",
    title: n === 0 ? nothingTitle : titleOf(bars, n),
    subtitle: `Councils whose word changes when one statement is left out. ${setWords(set, n)}`,
    alt:
      n === 0
        ? "Bars of changed words without any council."
        : `A bar for each statement. ${bars.map((bar) => `${bar.short} ${changeWords(bar)}`).join("; ")}.`,
    caption:
      "The word is made again from the mean of the other eight scores, with cuts at " +
      `${list(meanCuts.nearest.map(String))}. The chart does not say which statement matters most to people, and it leaves the other ` +
      "weights equal. This is arithmetic on published scores, so there is no interval.",
    source: sourceWords(options.source, leftOut),
    n,
    data: {
      columns: [
        { key: "statement", label: "Statement left out" },
        { key: "changes", label: "Councils whose word changes" },
        { key: "up", label: "To a higher word" },
        { key: "down", label: "To a lower word" },
      ],
      rows: bars.map(({ name, changes, up, down }) => ({
        statement: name,
        changes: n === 0 ? null : changes,
        up: n === 0 ? null : up,
        down: n === 0 ? null : down,
      })),
    },
    svg: n === 0 ? drawNothing(nothingMessage, document) : draw(bars, document),
  });
}
