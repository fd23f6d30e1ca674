import * as Plot from "@observablehq/plot";
import type { RegionAgainstLimits, RegionLimits } from "../analysis/regionLimits.js";
import { toFigure } from "../../engine/report/block.js";
import type { Figure } from "../../engine/report/block.js";
import { count, list, percent } from "../../engine/report/format.js";
import { documentOf } from "./chartOptions.js";
import type { ChartOptions } from "./chartOptions.js";
import { ink, palette, quiet, white } from "./colour.js";
import { placeLabels } from "./placeLabels.js";
import type { PlacedLabel } from "./placeLabels.js";
import { newsWords, nothingMessage, nothingTitle, setWords, sourceWords } from "./setWords.js";
import { chartWidth, drawNothing, drawPlot, smallTextSize } from "./svg.js";
import { textWidth } from "./textWidth.js";

const margin = { left: 52, right: 16, top: 28, bottom: 46 };
const height = 380;
const dotRadius = 5;
/** Where a region lies against its limits can be told by shape as well as by colour. */
const places = [
  ["below", "triangle", palette.darkPink],
  ["within", "circle", palette.darkBlue],
  ["above", "square", palette.darkPink],
] as const;

function shareOf({ goodOrBetter, n }: RegionAgainstLimits): number {
  return goodOrBetter / n;
}

function draw({ share, limits, regions }: RegionLimits, document: Document): string {
  const most = limits.length;
  // From 0 to a little beyond the largest region; shares of 0 and 1 stay clear of the frame.
  const domain = { x: [0, most + 1], y: [-0.08, 1.08] } as const;
  const frame = {
    left: margin.left,
    top: margin.top,
    right: chartWidth - margin.right,
    bottom: height - margin.bottom,
  };
  const pixel = {
    x: (n: number) => frame.left + (n / domain.x[1]) * (frame.right - frame.left),
    y: (part: number) =>
      frame.bottom -
      ((part - domain.y[0]) / (domain.y[1] - domain.y[0])) * (frame.bottom - frame.top),
  };
  const unit = {
    x: (left: number) => ((left - frame.left) / (frame.right - frame.left)) * domain.x[1],
    y: (top: number) =>
      domain.y[0] +
      ((frame.bottom - top) / (frame.bottom - frame.top)) * (domain.y[1] - domain.y[0]),
  };
  const dots = regions.map((region) => ({
    ...region,
    left: pixel.x(region.n),
    top: pixel.y(shareOf(region)),
    text: `${region.region}, ${region.goodOrBetter} of ${region.n}`,
  }));
  const level = pixel.y(share!);
  const lines = [
    { left: frame.left, top: level - 1, right: frame.right, bottom: level + 1 },
    ...(["low", "high"] as const).flatMap((key) =>
      limits.slice(1).map((limit, i) => {
        const ends = [limits[i], limit].map((one) => pixel.y(one[key] / one.n));
        return {
          left: pixel.x(limits[i].n),
          top: Math.min(...ends) - 1,
          right: pixel.x(limit.n),
          bottom: Math.max(...ends) + 1,
        };
      }),
    ),
  ];
  const labels = placeLabels(
    dots.map(({ left: x, top: y, text }) => ({ x, y, text })),
    { ...frame, size: smallTextSize, radius: dotRadius, lines },
  );
  const leaders = labels.flatMap(({ left, middle, isFar }, i) =>
    isFar
      ? [
          {
            fromX: dots[i].n,
            fromY: shareOf(dots[i]),
            toX: unit.x(left),
            toY: unit.y(middle),
          },
        ]
      : [],
  );
  const edge = (key: "low" | "high") =>
    Plot.line(limits, {
      x: "n",
      y: (limit: RegionLimits["limits"][number]) => limit[key] / limit.n,
      stroke: quiet,
      strokeWidth: 1.5,
      strokeDasharray: "5,4",
    });
  return drawPlot(
    {
      height,
      marginLeft: margin.left,
      marginRight: margin.right,
      marginTop: margin.top,
      marginBottom: margin.bottom,
      x: { domain: domain.x },
      y: { domain: domain.y },
      marks: [
        Plot.axisX({
          label: "Councils in the region with nine known scores",
          labelAnchor: "center",
          labelArrow: "none",
          labelOffset: 40,
          ticks: Math.min(most + 1, 10),
          tickFormat: (n: number) => (Number.isInteger(n) ? String(n) : ""),
          tickSize: 4,
          fontSize: smallTextSize,
        }),
        Plot.axisY([0, 0.25, 0.5, 0.75, 1], {
          label: "Share of councils that are Good or better",
          labelAnchor: "top",
          labelArrow: "none",
          tickSize: 0,
          tickFormat: (part: number) => percent(part),
          fontSize: smallTextSize,
        }),
        Plot.ruleY([share!], { stroke: ink }),
        edge("low"),
        edge("high"),
        // A line that runs under a label stops at it. An outline of the text would not do: Typst
        // paints each letter's over the one before.
        Plot.rect(labels, {
          x1: ({ left }: PlacedLabel) => unit.x(left - 2),
          x2: ({ left, text }: PlacedLabel) =>
            unit.x(left + textWidth(text, { size: smallTextSize })),
          y1: ({ middle }: PlacedLabel) => unit.y(middle + 6),
          y2: ({ middle }: PlacedLabel) => unit.y(middle - 6),
          fill: white,
        }),
        Plot.link(leaders, {
          x1: "fromX",
          y1: "fromY",
          x2: "toX",
          y2: "toY",
          stroke: quiet,
        }),
        ...places.map(([place, symbol, fill]) =>
          Plot.dot(
            dots.filter((dot) => dot.place === place),
            { x: "n", y: shareOf, r: dotRadius, symbol, fill },
          ),
        ),
        ...labels.map(({ text, left, middle }) =>
          Plot.text([text], {
            frameAnchor: "top-left",
            lineAnchor: "middle",
            dx: left - frame.left,
            dy: middle - frame.top,
            fontSize: smallTextSize,
            fill: ink,
          }),
        ),
      ],
    },
    document,
  );
}

function regionWords({ region, goodOrBetter, n, low, high }: RegionAgainstLimits): string {
  return `${region} ${goodOrBetter} of ${n} (limits ${low} to ${high})`;
}

function titleOf({ regions, goodOrBetter, n }: RegionLimits): string {
  const outside = regions.filter(({ place }) => place !== "within");
  const are = goodOrBetter === 1 || n === 1 ? "is" : "are";
  const of = `${goodOrBetter} of ${count(n, "council")} ${are} Good or better`;
  const lie =
    regions.length === 1
      ? "the one region lies"
      : regions.length === 2
        ? "both regions lie"
        : `all ${regions.length} regions lie`;
  if (outside.length === 0) return `${of}, and ${lie} within the 95% limits of one share for all`;
  return `${of}; outside the 95% limits of one share for all ${outside.length === 1 ? "lies" : "lie"} ${list(outside.map(regionWords))}`;
}

/**
 * The share of councils Good or better in each region against the number of its councils, with the
 * exact binomial limits of one share for all regions.
 */
export function regionFunnel(result: RegionLimits, options: ChartOptions): Figure {
  const { set, n, leftOut, regions, share } = result;
  const document = documentOf(options);
  return toFigure({
    unit: "assessment",
    id: options.id ?? "region-funnel",
    title: n === 0 ? nothingTitle : titleOf(result),
    subtitle: `Share of councils Good or better by region, against its number of councils. ${setWords(set, n)}`,
    alt:
      n === 0
        ? "Funnel of regions without any council."
        : `Dots for ${count(regions.length, "region")} in a funnel around ${percent(share!)}. ${regions.map((region) => `${regionWords(region)}, ${region.place === "within" ? "inside" : region.place}`).join("; ")}.`,
    caption:
      "The solid line is the share in all regions. Between the dashed lines lie the counts that leave " +
      "at most 2.5% of chance beyond each, were that share every region's: exact binomial limits at " +
      "whole councils. They are limits of chance, so a region has no interval here. A dot within them " +
      "is no finding; among nine regions one may lie outside by chance. Regions hold unlike councils, " +
      "and this is no ranking." +
      newsWords(set),
    source: sourceWords(options.source, leftOut),
    n,
    data: {
      columns: [
        { key: "region", label: "Region" },
        { key: "n", label: "Councils" },
        { key: "goodOrBetter", label: "Good or better (councils)" },
        { key: "low", label: "Limit, low (councils)" },
        { key: "high", label: "Limit, high (councils)" },
        { key: "place", label: "Against the limits" },
      ],
      rows: regions.map((region) => ({ ...region })),
    },
    svg: n === 0 ? drawNothing(nothingMessage, document) : draw(result, document),
  });
}
