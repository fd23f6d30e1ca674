import * as Plot from "@observablehq/plot";
import type { DistributionBy } from "../analysis/distributionBy.js";
import { bands, cuts, maxSum, minSum, ratingOfSum } from "../framework.js";
import { toFigure } from "../../engine/report/block.js";
import type { Figure } from "../../engine/report/block.js";
import { count, number } from "../../engine/report/format.js";
import { documentOf } from "./chartOptions.js";
import type { ChartOptions } from "./chartOptions.js";
import { ink, palette, quiet } from "./colour.js";
import { noInterval, nothingMessage, nothingTitle, setWords, sourceWords } from "./setWords.js";
import { drawNothing, drawPlot, smallTextSize } from "./svg.js";

type Group = DistributionBy["groups"][number];

interface Bar {
  readonly name: string;
  readonly sum: number;
  readonly councils: number;
}

const what = { region: "region", type: "type of council" } as const;
/** The cut between Requires improvement and Good. */
const goodFrom = bands.find(({ rating }) => rating === "Good")!.from;
/** Of a panel: its heading, a number above a bar, and a bar. */
const headingHeight = 16;
const numberHeight = 15;
const tallest = 22;
const rowHeight = headingHeight + numberHeight + tallest;

function barsOf({ name, sumCounts }: Group): Bar[] {
  return Object.entries(sumCounts).map(([sum, councils]) => ({ name, sum: Number(sum), councils }));
}

function heading({ name, n, meanSum }: Group): string {
  const known =
    meanSum === null ? "no sum known" : `${count(n, "council")}, mean ${number(meanSum, 1)}`;
  return `${name}: ${known}`;
}

function draw(groups: readonly Group[], document: Document): string {
  const bars = groups.flatMap(barsOf);
  const top = Math.max(...bars.map(({ councils }) => councils));
  const perPixel = top / tallest;
  const step = rowHeight + 6;
  return drawPlot(
    {
      height: 34 + step * groups.length + 48,
      marginLeft: 10,
      marginRight: 10,
      marginTop: 34,
      marginBottom: 48,
      x: { domain: [minSum - 0.5, maxSum + 0.5] },
      y: { domain: [0, step * perPixel], axis: null },
      fy: { domain: groups.map(({ name }) => name), padding: 0, axis: null },
      marks: [
        Plot.ruleX(
          groups.flatMap(({ name }) => cuts.map((cut) => ({ name, cut }))),
          {
            fy: "name",
            x: ({ cut }: { cut: number }) => cut - 0.5,
            y1: 0,
            y2: (tallest + numberHeight) * perPixel,
            stroke: ink,
            strokeDasharray: "4,3",
          },
        ),
        Plot.rectY(bars, {
          fy: "name",
          x1: ({ sum }: Bar) => sum - 0.5,
          x2: ({ sum }: Bar) => sum + 0.5,
          y: "councils",
          fill: palette.darkBlue,
          insetLeft: 1,
          insetRight: 1,
        }),
        Plot.ruleY([0], { stroke: quiet }),
        Plot.text(bars, {
          fy: "name",
          x: "sum",
          y: "councils",
          text: ({ councils }: Bar) => String(councils),
          lineAnchor: "bottom",
          dy: -3,
          fontSize: smallTextSize,
        }),
        Plot.text(groups, {
          fy: "name",
          frameAnchor: "top-left",
          lineAnchor: "top",
          textAnchor: "start",
          dx: 2,
          dy: 5,
          text: heading,
          fontSize: smallTextSize,
          fontWeight: "bold",
        }),
        Plot.text(
          bands.map((band) => ({ ...band, name: groups[0].name })),
          {
            fy: "name",
            x: ({ from, to }: (typeof bands)[number]) => (from + to) / 2,
            frameAnchor: "top",
            lineAnchor: "bottom",
            lineHeight: 1.1,
            dy: -4,
            text: ({ rating }: (typeof bands)[number]) => rating.replace(" ", "\n"),
            fontSize: smallTextSize,
          },
        ),
        Plot.axisX(
          Array.from({ length: (maxSum - minSum) / 3 + 1 }, (_, i) => minSum + 3 * i),
          {
            label: "Sum of the nine scores (points)",
            labelAnchor: "center",
            labelArrow: "none",
            labelOffset: 42,
            tickSize: 3,
            tickFormat: String,
            fontSize: smallTextSize,
          },
        ),
      ],
    },
    document,
  );
}

/** Groups in which some sums are Good or better and some are not. */
function onBothSides(groups: readonly Group[]): number {
  return groups.filter(({ goodOrBetter: { count: good, n } }) => good > 0 && good < n).length;
}

function titleOf(groups: readonly Group[], by: DistributionBy["by"]): string {
  const known = groups.filter(({ n }) => n > 0);
  const both = onBothSides(known);
  return (
    `${both} of ${count(known.length, what[by], by === "type" ? "types of council" : "regions")} ` +
    `with a known sum ${both === 1 || known.length === 1 ? "has" : "have"} councils on both sides of ${goodFrom}, the lowest sum that is Good`
  );
}

/** Histograms of sums on one scale, one for each region or type of council: no ranking. */
export function sumsByGroup(result: DistributionBy, options: ChartOptions): Figure {
  const { set, n, leftOut, by, groups } = result;
  const document = documentOf(options);
  return toFigure({
    unit: "assessment",
    id: options.id ?? `sums-by-${by}`,
    title: n === 0 ? nothingTitle : titleOf(groups, by),
    subtitle: `Number of councils at each sum of nine scores, 9 to 36 points, by ${what[by]}. ${setWords(set, n)}`,
    alt:
      n === 0
        ? `Histograms by ${what[by]} without any council.`
        : `One histogram for each ${what[by]}, in alphabetical order. ` +
          `${groups.map(({ name, goodOrBetter: { count: good, n: known } }) => `${name}: ${good} of ${known} Good or better`).join("; ")}.`,
    caption:
      `The histograms share one scale and stand in alphabetical order: this is no ranking. Dashed ` +
      `lines mark where the word changes. Each ${what[by]} holds other councils, assessed at other ` +
      `times, so a difference shows no cause. ${noInterval}`,
    source: sourceWords(options.source, leftOut),
    n,
    data: {
      columns: [
        { key: "name", label: by === "region" ? "Region" : "Type of council" },
        { key: "sum", label: "Sum of nine scores (points)" },
        { key: "rating", label: "Rating that the sum carries" },
        { key: "councils", label: "Councils" },
      ],
      rows: groups
        .flatMap(barsOf)
        .map(({ name, sum, councils }) => ({ name, sum, rating: ratingOfSum(sum), councils })),
    },
    svg: n === 0 ? drawNothing(nothingMessage, document) : draw(groups, document),
  });
}
