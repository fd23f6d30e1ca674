import type { Consistency, Kernel } from "../analysis/consistency.js";
import { kernels } from "../analysis/consistency.js";
import type { Figure, Table } from "../../engine/report/block.js";
import { number, percent } from "../../engine/report/format.js";
import { anotherPanel } from "../findings/anotherPanel.js";
import type { ChartOptions } from "./chartOptions.js";
import { plotted, tooFew } from "./plotted.js";
import { curvesPlot } from "./plots/curvesPlot.js";
import { setWords, sourceWords } from "./setWords.js";

const names: Readonly<Record<Kernel, string>> = {
  independent: "Each by itself",
  leniency: "Lenient or severe",
};
const meanings: Readonly<Record<Kernel, string>> = {
  independent: "each statement moves by itself, up or down",
  leniency: "the whole panel is lenient or severe, so all that move go one way",
};

const asPercentage = (e: number) => percent(e, 1);
const twoDecimals = (councils: number) => number(councils, 2);

/** To a tenth, but never nothing for something. */
function tenths(councils: number): string {
  if (councils === 0) return "0";
  return councils < 0.05 ? "under 0.1" : number(councils, 1);
}

/**
 * How many councils would be expected to have another rating from another panel, as a curve in e,
 * the chance that a panel scores a statement one point differently. `e` marks one of the chances
 * that the curve is read at, and throws a RangeError for another.
 */
export function consistencyCurve(
  result: Consistency,
  { e, ...options }: ChartOptions & { readonly e?: number },
): Figure | Table {
  const { set, n, leftOut } = result;
  const curves = kernels.map((kernel) => ({
    name: names[kernel],
    meaning: meanings[kernel],
    points: result[kernel]
      .flatMap(({ e: x, expected: y }) => (y === null ? [] : [{ x, y }]))
      .sort((a, b) => a.x - b.x),
  }));
  const isKnown = curves.every(({ points }) => points.length > 0);
  if (e !== undefined && isKnown && !curves[0].points.some(({ x }) => x === e))
    throw new RangeError(`e: expected one of those that the curve is read at: ${e}`);
  const read = ({ meaning, points }: (typeof curves)[number]) =>
    `Where ${meaning}: ${points.map(({ x, y }) => `${tenths(y)} at ${percent(x)}`).join(", ")}`;
  return plotted(
    {
      id: options.id ?? "consistency-curve",
      title:
        e === undefined
          ? "Ratings that another panel might change, by a chance nobody knows"
          : anotherPanel(result, e).headline,
      subtitle: `Expected number of councils with another rating, by the chance e that another panel scores a statement one point differently. ${setWords(set, n)}`,
      alt: `Two rising curves of the councils expected to have another rating. ${curves.map(read).join(". ")}.`,
      caption: `Nobody knows e for councils, so the curve is the result and no point of it is. Lenient or severe: ${meanings.leniency}. It is arithmetic on published scores, so there is no interval.`,
      source: sourceWords(options.source, leftOut),
      n,
      unit: "assessment",
      data: {
        columns: [
          { key: "e", label: "Chance that a score moves", format: asPercentage },
          ...kernels.map((kernel) => ({
            key: kernel,
            label: `Councils expected to have another rating: ${names[kernel].toLowerCase()}`,
            format: twoDecimals,
          })),
        ],
        rows: result.independent.map(({ e: at, expected }, i) => ({
          e: at,
          independent: expected,
          leniency: result.leniency[i].expected,
        })),
      },
    },
    tooFew(n) ??
      (!isKnown
        ? "There is nothing to draw: no chance is given."
        : curvesPlot({
            curves,
            x: { label: "e: chance that a score moves by one point", format: (x) => percent(x) },
            y: {
              label: "Councils expected to have another rating",
              format: (y) => number(y, y % 1 ? 1 : 0),
            },
            yTo: 0.1,
            ...(e !== undefined && { place: { x: e, name: `e, ${percent(e)}` } }),
          })),
    options,
  );
}
