import * as Plot from "@observablehq/plot";
import type { Drift } from "../analysis/drift.js";
import { toFigure } from "../../engine/report/block.js";
import type { Figure } from "../../engine/report/block.js";
import { count, date, number, pValue } from "../../engine/report/format.js";
import { documentOf } from "./chartOptions.js";
import type { ChartOptions } from "./chartOptions.js";
import { ink, palette, quiet } from "./colour.js";
import { newsWords, nothingMessage, nothingTitle, setWords, sourceWords } from "./setWords.js";
import { drawNothing, drawPlot, smallTextSize } from "./svg.js";

const oneDecimal = (points: number) => number(points, 1);

type Path = NonNullable<Drift["cusum"]>;
type Point = Path["points"][number];

const margin = { left: 62, right: 62, top: 56, bottom: 28 };
/** Month names are long: more ticks would run into each other. */
const mostTicks = 5;

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

function monthName(month: number): string {
  return date(`${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`);
}

function signed(points: number): string {
  return number(Math.round(points) + 0).replace("-", "−");
}

/** Months from the first, evenly apart. */
function ticksOf(points: readonly Point[]): number[] {
  const [first, last] = [points[0], points.at(-1)!].map(({ month }) => monthNumber(month));
  const step = Math.max(1, Math.ceil((last - first) / (mostTicks - 1)));
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, i) => first + i * step);
}

function draw({ points }: Path, document: Document): string {
  const x = ({ month }: Point) => monthNumber(month);
  const keys = [
    { y: -38, name: "In the order of publication", stroke: palette.darkBlue, width: 2.5 },
    { y: -20, name: "Where the middle 95% of shuffled orders lie, month by month", stroke: quiet },
  ];
  const dash = "5,4";
  return drawPlot(
    {
      height: 300,
      marginLeft: margin.left,
      marginRight: margin.right,
      marginTop: margin.top,
      marginBottom: margin.bottom,
      x: { axis: null },
      y: { nice: true },
      marks: [
        Plot.axisY({
          label: null,
          ticks: 6,
          tickSize: 0,
          tickFormat: signed,
          fontSize: smallTextSize,
        }),
        Plot.axisX(ticksOf(points), {
          tickSize: 4,
          tickFormat: monthName,
          fontSize: smallTextSize,
          label: null,
        }),
        Plot.ruleY([0], { stroke: quiet }),
        ...(["low", "high"] as const).map((y) =>
          Plot.line(points, { x, y, stroke: quiet, strokeWidth: 1.5, strokeDasharray: dash }),
        ),
        Plot.line(points, { x, y: "cusum", stroke: palette.darkBlue, strokeWidth: 2.5 }),
        Plot.dot(points, { x, y: "cusum", r: 3, fill: palette.darkBlue }),
        ...keys.flatMap(({ y, name, stroke, width = 1.5 }, i) => [
          Plot.vector([name], {
            frameAnchor: "top-left",
            shape: {
              draw: (context, length) => (context.moveTo(0, 0), context.lineTo(0, -length)),
            },
            anchor: "start",
            rotate: 90,
            length: 28,
            dx: 2 - margin.left,
            dy: y,
            stroke,
            strokeWidth: width,
            strokeDasharray: i === 0 ? undefined : dash,
          }),
          Plot.text([name], {
            frameAnchor: "top-left",
            lineAnchor: "middle",
            dx: 38 - margin.left,
            dy: y,
            fontSize: smallTextSize,
            fill: ink,
          }),
        ]),
      ],
    },
    document,
  );
}

function titleOf({ p, points }: Path): string {
  const outside = points.filter(({ cusum, low, high }) => cusum < low || cusum > high).length;
  const how = `permutation ${pValue(p)}`;
  return p <= 0.05
    ? `Sums strayed from their mean over the months further than 95% of shuffled orders do: ${how}`
    : `The path of sums over the months cannot be told from that of a shuffled order: ${how}` +
        (outside > 0 ? `, though it leaves the band in ${count(outside, "month")}` : "");
}

function altOf({ points, mean }: Path): string {
  const furthest = points.reduce((a, b) => (Math.abs(b.cusum) > Math.abs(a.cusum) ? b : a));
  const side = furthest.cusum < 0 ? "below" : "above";
  return (
    `Line of the cumulative sum from ${date(points[0].month)} to ${date(points.at(-1)!.month)}. It is ` +
    `furthest from 0 in ${date(furthest.month)}: ${count(Math.abs(Math.round(furthest.cusum)), "point")} ` +
    `${side}, where 95% of shuffled orders lie between ${signed(furthest.low)} and ` +
    `${signed(furthest.high)}. The mean sum is ${number(mean, 1)}.`
  );
}

/**
 * The cumulative sum of deviations from the mean sum, by month of publication, with the band in
 * which permuted orders lie.
 */
export function cusumChart(result: Drift, options: ChartOptions): Figure {
  const { set, n, leftOut, cusum, incomputable } = result;
  const document = documentOf(options);
  const reason = incomputable.find(({ quantity }) => quantity === "cusum")?.reason ?? "";
  const points = cusum?.points ?? [];
  const seed = cusum ? ` ${number(cusum.replicates)} permutations, seed ${cusum.seed}.` : "";
  return toFigure({
    unit: "assessment",
    id: options.id ?? "cusum-chart",
    title:
      n === 0
        ? nothingTitle
        : cusum === null
          ? `A cumulative sum cannot be computed: ${reason}`
          : titleOf(cusum),
    subtitle: `Sums of nine scores less their mean, added up by month of publication, in points. ${setWords(set, n)}`,
    alt: cusum === null ? "Line of the cumulative sum, which cannot be drawn." : altOf(cusum),
    caption:
      "The line rises while councils have sums above the mean of all and falls while they have sums " +
      "below it; it ends at 0. The band is pointwise and the p is that of the largest distance " +
      "anywhere, so there is no interval of one number. CQC chose the order of councils, and the " +
      "rule for scores changed on the way: a trend would not show that councils improved or " +
      `declined, and none does not show that the scale held still.${seed}${newsWords(set)}`,
    source: sourceWords(options.source, leftOut),
    n,
    data: {
      columns: [
        { key: "month", label: "Month of publication" },
        { key: "n", label: "Councils up to then" },
        ...(["cusum", "low", "high"] as const).map((key) => ({
          key,
          label: {
            cusum: "Cumulative sum (points)",
            low: "Band of shuffled orders, low (points)",
            high: "Band of shuffled orders, high (points)",
          }[key],
          format: oneDecimal,
        })),
      ],
      rows: points.map((point) => ({ ...point })),
    },
    svg:
      cusum === null
        ? drawNothing(n === 0 ? nothingMessage : `Nothing to show: ${reason}.`, document)
        : draw(cusum, document),
  });
}
