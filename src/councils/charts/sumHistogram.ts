import * as Plot from "@observablehq/plot";
import { mostCommonSums } from "../analysis/distribution.js";
import type { Distribution } from "../analysis/distribution.js";
import { bands, cuts, maxSum, minSum, ratingOfSum } from "../framework.js";
import { toFigure } from "../../engine/report/block.js";
import type { Figure } from "../../engine/report/block.js";
import { count, list } from "../../engine/report/format.js";
import { documentOf } from "./chartOptions.js";
import type { ChartOptions } from "./chartOptions.js";
import { ink, palette, quiet } from "./colour.js";
import { noInterval, nothingMessage, nothingTitle, setWords, sourceWords } from "./setWords.js";
import { drawNothing, drawPlot, smallTextSize, textSize } from "./svg.js";

interface Bar {
  readonly sum: number;
  readonly councils: number;
}

function barsOf({ sumCounts }: Distribution): Bar[] {
  return Array.from({ length: maxSum - minSum + 1 }, (_, i) => ({
    sum: minSum + i,
    councils: sumCounts[minSum + i] ?? 0,
  }));
}

/** Where a sum lies in its word's band: what a reader must know of the most common sum. */
function placeOf(sum: number): string {
  const { rating, from, to } = bands.find((band) => sum <= band.to)!;
  if (sum === from) return `the lowest that is ${rating}`;
  if (sum === to) return `the highest that is ${rating}`;
  return rating;
}

function titleOf(result: Distribution): string {
  const { n } = result;
  const { sums, councils: most } = mostCommonSums(result);
  if (n === 1) return `One council, with a sum of ${sums[0]}: ${ratingOfSum(sums[0])}`;
  if (most === 1) return `No two of ${count(n, "council")} have the same sum`;
  if (sums.length > 1)
    return `The most common sums are ${list(sums.map(String))}: ${most} of ${n} councils each`;
  return `The most common sum is ${sums[0]}, ${placeOf(sums[0])}: ${most} of ${n} councils`;
}

function altOf(bars: readonly Bar[], { n, ratingCounts }: Distribution): string {
  const known = bars.filter((bar) => bar.councils > 0);
  const words = bands.map(({ rating }) => `${ratingCounts[rating]} ${rating}`);
  const beside = cuts.map((cut) => {
    const [below, above] = [cut - 1, cut].map((sum) => bars[sum - minSum].councils);
    return `${below} at ${cut - 1} and ${above} at ${cut}`;
  });
  return (
    `Histogram. Sums run from ${known[0].sum} to ${known[known.length - 1].sum} among ` +
    `${count(n, "council")}: ${list(words)}. Councils on either side of each change of word: ${beside.join("; ")}.`
  );
}

function draw(bars: readonly Bar[], { ratingCounts }: Distribution, document: Document): string {
  const top = Math.max(...bars.map((bar) => bar.councils));
  const middles = bands.map((band) => ({ ...band, middle: (band.from + band.to) / 2 }));
  // Two words share the narrowest bands, of five sums: each label is three short lines.
  const label = {
    x: "middle",
    frameAnchor: "top",
    lineAnchor: "bottom",
    lineHeight: 1.25,
  } as const;
  return drawPlot(
    {
      height: 262,
      marginLeft: 12,
      marginRight: 12,
      marginTop: 68,
      marginBottom: 46,
      x: { domain: [minSum - 0.5, maxSum + 0.5] },
      y: { domain: [0, top * 1.12], axis: null },
      marks: [
        Plot.rectY(bars, {
          x1: ({ sum }: Bar) => sum - 0.5,
          x2: ({ sum }: Bar) => sum + 0.5,
          y: "councils",
          fill: palette.darkBlue,
          insetLeft: 1,
          insetRight: 1,
        }),
        Plot.ruleY([0], { stroke: quiet }),
        Plot.ruleX(cuts, { x: (cut: number) => cut - 0.5, stroke: ink, strokeDasharray: "4,3" }),
        Plot.text(
          bars.filter((bar) => bar.councils > 0),
          {
            x: "sum",
            y: "councils",
            text: ({ councils }: Bar) => String(councils),
            lineAnchor: "bottom",
            dy: -3,
            fontSize: smallTextSize,
          },
        ),
        Plot.text(middles, {
          ...label,
          dy: -42,
          fontSize: textSize,
          fontWeight: "bold",
          text: ({ rating }: { rating: string }) => rating,
        }),
        Plot.text(middles, {
          ...label,
          dy: -8,
          fontSize: smallTextSize,
          text: ({ from, to, rating }: (typeof bands)[number]) =>
            `${from} to ${to} points\n${count(ratingCounts[rating], "council")}`,
        }),
        Plot.axisX(
          bars.map((bar) => bar.sum),
          {
            label: "Sum of the nine scores (points)",
            labelAnchor: "center",
            labelArrow: "none",
            labelOffset: 40,
            tickSize: 0,
            tickFormat: String,
            fontSize: smallTextSize,
          },
        ),
      ],
    },
    document,
  );
}

/**
 * A histogram of sums with the cuts between the words: one bar for each sum from 9 to 36, each
 * labelled with its councils, and above each band its word, its sums and its councils.
 */
export function sumHistogram(result: Distribution, options: ChartOptions): Figure {
  const { set, n, leftOut } = result;
  const document = documentOf(options);
  const bars = barsOf(result);
  return toFigure({
    unit: "assessment",
    id: options.id ?? "sum-histogram",
    title: n === 0 ? nothingTitle : titleOf(result),
    subtitle: `Number of councils at each sum of nine scores, 9 to 36 points. ${setWords(set, n)}`,
    alt: n === 0 ? "Histogram of sums without any council." : altOf(bars, result),
    caption:
      "Each bar is one sum, with its number of councils. Dashed lines mark where the word changes. " +
      `The chart does not show why councils gather at a sum. ${noInterval}`,
    source: sourceWords(options.source, leftOut),
    n,
    data: {
      columns: [
        { key: "sum", label: "Sum of nine scores (points)" },
        { key: "rating", label: "Rating that the sum carries" },
        { key: "councils", label: "Councils" },
      ],
      rows: bars.map(({ sum, councils }) => ({ sum, rating: ratingOfSum(sum), councils })),
    },
    svg: n === 0 ? drawNothing(nothingMessage, document) : draw(bars, result, document),
  });
}
