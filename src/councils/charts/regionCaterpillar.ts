import * as Plot from "@observablehq/plot";
import type { RegionEffect, RegionEffects } from "../analysis/regionEffects.js";
import { toFigure } from "../../engine/report/block.js";
import type { Figure } from "../../engine/report/block.js";
import { count, list, number } from "../../engine/report/format.js";
import { documentOf } from "./chartOptions.js";
import type { ChartOptions } from "./chartOptions.js";
import { ink, palette, quiet } from "./colour.js";
import { newsWords, nothingMessage, nothingTitle, setWords, sourceWords } from "./setWords.js";
import { drawNothing, drawPlot, smallTextSize, textSize } from "./svg.js";
import { textWidth } from "./textWidth.js";
import { intervalMeaning } from "../findings/intervalMeaning.js";

const rowHeight = 25;
const axisRoom = 50;

interface Known extends RegionEffect {
  readonly interval: readonly [number, number];
}

function hasInterval(effect: RegionEffect): effect is Known {
  return effect.interval !== null;
}

function signed(value: number, decimals: number): string {
  return number(Number(value.toFixed(decimals)) + 0, decimals).replace("-", "−");
}

const twoDecimals = (logits: number) => signed(logits, 2);

function effectWords({ mean, interval }: RegionEffect): string {
  const range =
    interval === null ? "no interval" : `${signed(interval[0], 2)} to ${signed(interval[1], 2)}`;
  return `${signed(mean, 2)} (${range})`;
}

function draw(regions: readonly RegionEffect[], document: Document): string {
  const style = { size: smallTextSize };
  const nameWidth = Math.max(...regions.map(({ region }) => textWidth(region, { size: textSize })));
  const countOf = ({ n }: RegionEffect) => count(n, "council");
  const countWidth = Math.max(...regions.map((region) => textWidth(countOf(region), style)));
  const furthest = Math.max(
    ...regions.flatMap(({ mean, interval }) => [mean, ...(interval ?? [])].map(Math.abs)),
    0.5,
  );
  const marginLeft = Math.ceil(nameWidth) + 14;
  return drawPlot(
    {
      height: 8 + rowHeight * regions.length + axisRoom,
      marginLeft,
      marginRight: Math.ceil(countWidth) + 12,
      marginTop: 8,
      marginBottom: axisRoom,
      x: { domain: [-1.06 * furthest, 1.06 * furthest] },
      y: { type: "point", domain: regions.map(({ region }) => region), padding: 0.5, axis: null },
      marks: [
        Plot.ruleX([0], { stroke: quiet, strokeDasharray: "4,3" }),
        Plot.ruleY(regions.filter(hasInterval), {
          y: "region",
          x1: ({ interval }: Known) => interval[0],
          x2: ({ interval }: Known) => interval[1],
          stroke: palette.darkBlue,
          strokeWidth: 2,
        }),
        Plot.dot(regions, { y: "region", x: "mean", r: 5, fill: palette.darkBlue }),
        Plot.text(regions, {
          y: "region",
          frameAnchor: "left",
          dx: 2 - marginLeft,
          textAnchor: "start",
          text: "region",
          fontSize: textSize,
        }),
        Plot.text(regions, {
          y: "region",
          frameAnchor: "right",
          dx: countWidth + 8,
          textAnchor: "end",
          text: countOf,
          fontSize: smallTextSize,
          fill: ink,
        }),
        Plot.axisX({
          ticks: 5,
          tickSize: 4,
          tickFormat: (x: number) => signed(x, 1),
          fontSize: smallTextSize,
          label: "Lower than the average region, or higher (logits)",
          labelAnchor: "center",
          labelArrow: "none",
          labelOffset: 42,
        }),
      ],
    },
    document,
  );
}

function titleOf(regions: readonly RegionEffect[], between: number | null): string {
  if (between === 0) return "Regions are not estimated to differ: every shrunken effect is 0";
  const apart = regions
    .filter(hasInterval)
    .filter(({ interval: [low, high] }) => low > 0 || high < 0);
  const of = `${regions.length} regions`;
  if (apart.length === 0)
    return `No region is told from the average: the 95% intervals of all ${of} include it`;
  const named = apart.map((effect) => `${effect.region} ${effectWords(effect)}`);
  return `${apart.length} of ${of} ${apart.length === 1 ? "is" : "are"} told from the average, effect and 95% interval in logits: ${list(named)}`;
}

/**
 * Region effects from the ordinal model, shrunken towards the average region, each with its 95%
 * interval, in alphabetical order: no ranking.
 */
export function regionCaterpillar(result: RegionEffects, options: ChartOptions): Figure {
  const { set, n, leftOut, between, incomputable } = result;
  const document = documentOf(options);
  const regions = result.regions ?? [];
  const reason = incomputable.find(({ quantity }) => quantity === "regions")?.reason ?? "";
  const isEmpty = regions.length === 0;
  return toFigure({
    unit: "assessment",
    id: options.id ?? "region-caterpillar",
    title:
      n === 0
        ? nothingTitle
        : isEmpty
          ? `Region effects cannot be estimated: ${reason}`
          : titleOf(regions, between),
    subtitle: `Effect of each region on scores, shrunken towards the average region, with 95% intervals, in logits. ${setWords(set, n)}`,
    alt: isEmpty
      ? "Region effects, which cannot be drawn."
      : `A dot and a line for each region, in alphabetical order. ${regions.map((effect) => `${effect.region} ${effectWords(effect)}, ${count(effect.n, "council")}`).join("; ")}.`,
    caption:
      "A dot is the estimated effect and the line its 95% interval. Regions stand in alphabetical " +
      `order: this is no ranking. Few councils pull an effect towards 0. ${intervalMeaning} The ` +
      "intervals take the model's deviations as known. Regions differ in the councils that they " +
      "hold, so an effect has no cause in it." +
      newsWords(set),
    source: sourceWords(options.source, leftOut),
    n,
    data: {
      columns: [
        { key: "region", label: "Region" },
        { key: "councils", label: "Councils" },
        { key: "effect", label: "Effect (logits)", format: twoDecimals },
        { key: "low", label: "95% interval, low (logits)", format: twoDecimals },
        { key: "high", label: "95% interval, high (logits)", format: twoDecimals },
      ],
      rows: regions.map(({ region, n: councils, mean, interval }) => ({
        region,
        councils,
        effect: mean,
        low: interval?.[0] ?? null,
        high: interval?.[1] ?? null,
      })),
    },
    svg: isEmpty
      ? drawNothing(
          n === 0 ? nothingMessage : "Nothing to show: region effects cannot be estimated.",
          document,
        )
      : draw(regions, document),
  });
}
