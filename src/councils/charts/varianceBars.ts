import * as Plot from "@observablehq/plot";
import { components } from "../analysis/variance.js";
import type { Component, Variance } from "../analysis/variance.js";
import { toFigure } from "../../engine/report/block.js";
import type { Figure } from "../../engine/report/block.js";
import { number, percent, percentInterval } from "../../engine/report/format.js";
import { documentOf } from "./chartOptions.js";
import type { ChartOptions } from "./chartOptions.js";
import { ink, quiet, scoreTints } from "./colour.js";
import { nothingMessage, nothingTitle, setWords, sourceWords } from "./setWords.js";
import { drawNothing, drawPlot, smallTextSize, textSize } from "./svg.js";
import { textWidth } from "./textWidth.js";
import { intervalMeaning } from "../findings/intervalMeaning.js";

const names: Readonly<Record<Component, string>> = {
  statement: "Between statements",
  rating: "Between words",
  sumWithinRating: "Between sums with the same word",
  residual: "Each council's own pattern",
};
const nameWidth = Math.ceil(
  Math.max(...Object.values(names).map((name) => textWidth(name, { size: textSize }))) + 12,
);
const labelWidth = 190;

const oneDecimal = (percentage: number) => number(percentage, 1);

interface Part {
  readonly component: Component;
  readonly share: number | null;
  readonly interval: readonly [number, number] | null;
  readonly reason: string;
}

interface Known extends Part {
  readonly share: number;
}

function partsOf(result: Variance): Part[] {
  return components.map((component) => ({
    component,
    share: result[component],
    interval: result.intervals[component],
    reason: result.incomputable.find(({ quantity }) => quantity === component)?.reason ?? "",
  }));
}

function isKnown(part: Part): part is Known {
  return part.share !== null;
}

function labelOf({ share, interval }: Known): string {
  return interval === null ? percent(share) : `${percent(share)} (${percentInterval(interval)})`;
}

function draw(parts: readonly Part[], document: Document): string {
  const known = parts.filter(isKnown);
  const most = Math.max(...known.map(({ share, interval }) => interval?.[1] ?? share), 0.01);
  const row = { y: "component" } as const;
  return drawPlot(
    {
      height: 144,
      marginLeft: nameWidth,
      marginRight: labelWidth,
      marginTop: 6,
      marginBottom: 6,
      x: { domain: [0, most], axis: null },
      y: { type: "band", domain: [...components], padding: 0.3, axis: null },
      marks: [
        Plot.text(parts, {
          ...row,
          frameAnchor: "left",
          dx: 2 - nameWidth,
          textAnchor: "start",
          text: ({ component }: Part) => names[component],
          fontSize: textSize,
        }),
        Plot.barX(known, {
          ...row,
          x: "share",
          fill: scoreTints[2],
        }),
        Plot.ruleY(
          known.filter(({ interval }) => interval !== null),
          {
            ...row,
            x1: ({ interval }: Known) => interval![0],
            x2: ({ interval }: Known) => interval![1],
            stroke: ink,
            strokeWidth: 2,
          },
        ),
        Plot.text(known, {
          ...row,
          x: ({ share, interval }: Known) => interval?.[1] ?? share,
          text: labelOf,
          textAnchor: "start",
          dx: 8,
          fontSize: smallTextSize,
          fill: ink,
        }),
        Plot.text(
          parts.filter((part) => !isKnown(part)),
          {
            ...row,
            frameAnchor: "left",
            dx: 6,
            text: ({ reason }: Part) => `not computable: ${reason}`,
            fontSize: smallTextSize,
          },
        ),
        Plot.ruleX([0], { stroke: quiet }),
      ],
    },
    document,
  );
}

function titleOf({ rating, residual, intervals }: Variance): string {
  if (residual === null) return "The scores do not differ enough to split their variation";
  if (rating === null) return "Every council has the same word, so the word carries no variation";
  const interval =
    intervals.rating === null
      ? "no interval can be given"
      : `95% interval ${percentInterval(intervals.rating)}`;
  return `The word carries ${percent(rating)} (${interval}) of the variation in the published scores`;
}

/** Where the variation of the published scores lies, in four shares that add to one. */
export function varianceBars(result: Variance, options: ChartOptions): Figure {
  const { set, n, leftOut } = result;
  const document = documentOf(options);
  const parts = partsOf(result);
  const known = parts.filter(isKnown);
  const how = result.bootstrap === null ? " There is no interval, as nothing could be drawn." : "";
  return toFigure({
    unit: "assessment",
    id: options.id ?? "variance-bars",
    title: n === 0 ? nothingTitle : titleOf(result),
    subtitle: `Share of the variation in the nine scores, with 95% intervals. ${setWords(set, n)}`,
    alt:
      n === 0
        ? "Bars of variation without any council."
        : `Four bars, each a share with its 95% interval. ${known.map((part) => `${names[part.component]}: ${labelOf(part)}`).join("; ") || "None can be computed"}.`,
    caption:
      "The four bars add up to all of the variation in the published scores. The line on each bar, " +
      `and the range in brackets, is its 95% interval. ${intervalMeaning} Any single word leaves ` +
      `much out: the bars do not show that what it leaves out is more than chance.${how}`,
    source: sourceWords(options.source, leftOut),
    n,
    data: {
      columns: [
        { key: "part", label: "Part of the variation" },
        { key: "share", label: "Share (%)", format: oneDecimal },
        { key: "low", label: "95% interval, low (%)", format: oneDecimal },
        { key: "high", label: "95% interval, high (%)", format: oneDecimal },
      ],
      rows: parts.map(({ component, share, interval }) => ({
        part: names[component],
        share: share === null ? null : 100 * share,
        low: interval === null ? null : 100 * interval[0],
        high: interval === null ? null : 100 * interval[1],
      })),
    },
    svg: n === 0 ? drawNothing(nothingMessage, document) : draw(parts, document),
  });
}
