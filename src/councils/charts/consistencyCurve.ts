import type { Consistency, Kernel } from "../analysis/consistency.js";
import { kernels } from "../analysis/consistency.js";
import { toFigure } from "../../engine/report/block.js";
import type { Figure } from "../../engine/report/block.js";
import { count, number, percent } from "../../engine/report/format.js";
import { documentOf } from "./chartOptions.js";
import type { ChartOptions } from "./chartOptions.js";
import { drawCurves } from "./drawCurves.js";
import { nothingMessage, nothingTitle, setWords, sourceWords } from "./setWords.js";
import { drawNothing } from "./svg.js";

const names: Readonly<Record<Kernel, string>> = {
  independent: "Each by itself",
  leniency: "Lenient or severe",
};
const meanings: Readonly<Record<Kernel, string>> = {
  independent: "each statement moves by itself, up or down",
  leniency: "the whole panel is lenient or severe, so all that move go one way",
};

const asPercentage = (e: number) => number(100 * e, 1);
const twoDecimals = (councils: number) => number(councils, 2);

/** To a tenth, but never nothing for something. */
function tenths(councils: number): string {
  if (councils === 0) return "0";
  return councils < 0.05 ? "under 0.1" : number(councils, 1);
}

interface Point {
  readonly e: number;
  readonly expected: number;
}

function pointsOf(result: Consistency, kernel: Kernel): Point[] {
  return result[kernel]
    .flatMap(({ e, expected }) => (expected === null ? [] : [{ e, expected }]))
    .sort((a, b) => a.e - b.e);
}

function chanceWords(values: readonly number[]): string {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return low === high ? percent(low) : `${percent(low)} to ${percent(high)}`;
}

function titleOf(points: readonly Point[], n: number): string {
  const expected = points.map((point) => point.expected);
  const [low, high] = [Math.min(...expected), Math.max(...expected)].map(tenths);
  const range = low === high ? low : `${low} to ${high}`;
  return (
    `Another panel would be expected to change the words of ${range} of ${count(n, "council")}, if it ` +
    `scored a statement otherwise with a chance, which is not known, of ${chanceWords(points.map(({ e }) => e))}`
  );
}

/** What the two curves say at the place that a reader asks for. */
function titleAt(e: number, curves: Readonly<Record<Kernel, readonly Point[]>>, n: number): string {
  const at = kernels.map((kernel) => {
    const point = curves[kernel].find((one) => one.e === e);
    if (!point) throw new RangeError(`e: expected one of those that the curve is read at: ${e}`);
    return tenths(point.expected);
  });
  return (
    `If another panel scored a statement otherwise with a chance of ${percent(e)}, which is not ` +
    `known, it would be expected to change the words of ${[...new Set(at)].join(" or ")} of ${count(n, "council")}`
  );
}

function altOf(curves: Readonly<Record<Kernel, readonly Point[]>>): string {
  const parts = kernels.map((kernel) => {
    const values = curves[kernel].map(({ e, expected }) => `${tenths(expected)} at ${percent(e)}`);
    return `Where ${meanings[kernel]}: ${values.join(", ")}`;
  });
  return `Two rising curves of the councils expected to have another word. ${parts.join(". ")}.`;
}

/**
 * How many councils would be expected to have another word from another panel, as a curve in e, the
 * chance that a panel scores a statement one point differently. `e` marks one of the chances that
 * the curve is read at, and throws a RangeError for another.
 */
export function consistencyCurve(
  result: Consistency,
  options: ChartOptions & { readonly e?: number },
): Figure {
  const { set, n, leftOut } = result;
  const { e } = options;
  const document = documentOf(options);
  const curves = {
    independent: pointsOf(result, "independent"),
    leniency: pointsOf(result, "leniency"),
  };
  const points = kernels.flatMap((kernel) => curves[kernel]);
  const isEmpty = points.length === 0;
  return toFigure({
    unit: "assessment",
    id: options.id ?? "consistency-curve",
    title: isEmpty ? nothingTitle : e === undefined ? titleOf(points, n) : titleAt(e, curves, n),
    subtitle: `Expected number of councils with another word, by the chance e that another panel scores a statement one point differently. ${setWords(set, n)}`,
    alt: isEmpty ? "Curves of another word without any council." : altOf(curves),
    caption:
      `Nothing read says what e is for councils, so the curve is the result and no point of it is. ` +
      `Each by itself: ${meanings.independent}. Lenient or severe: ${meanings.leniency}. ` +
      "The numbers follow from the published scores by arithmetic, so there is no interval. They " +
      "say nothing of any one council.",
    source: sourceWords(options.source, leftOut),
    n,
    data: {
      columns: [
        { key: "e", label: "Chance that a score moves (%)", format: asPercentage },
        ...kernels.map((kernel) => ({
          key: kernel,
          label: `Councils expected to have another word: ${names[kernel].toLowerCase()}`,
          format: twoDecimals,
        })),
      ],
      rows: result.independent.map(({ e, expected }, i) => ({
        e,
        independent: expected,
        leniency: result.leniency[i].expected,
      })),
    },
    svg: isEmpty
      ? drawNothing(nothingMessage, document)
      : drawCurves(
          {
            curves: kernels.map((kernel) => ({
              name: names[kernel],
              points: curves[kernel].map(({ e, expected }) => ({ x: e, y: expected })),
            })),
            x: {
              label: "e: chance that a statement's score moves by one point",
              format: (e) => percent(e),
            },
            y: {
              label: "Councils expected to have another word",
              format: (y) => number(y, y % 1 ? 1 : 0),
            },
            yTo: 0.1,
            ...(e !== undefined && { place: { x: e, name: `e, ${percent(e)}` } }),
          },
          document,
        ),
  });
}
