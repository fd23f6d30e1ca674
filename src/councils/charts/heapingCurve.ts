import type { Heaping, HeapingOfSet } from "../analysis/heaping.js";
import { heapingRule } from "../analysis/heapingRule.js";
import { verdictWords } from "../analysis/verdictWords.js";
import type { Figure, Table } from "../../engine/report/block.js";
import { decimal, pValue } from "../../engine/report/format.js";
import type { ChartOptions } from "./chartOptions.js";
import { plotted, tooFew } from "./plotted.js";
import { curvesPlot } from "./plots/curvesPlot.js";
import { setWords, sourceWords } from "./setWords.js";

const twoDecimals = (k: number) => decimal(k);
const fourDecimals = (p: number) => decimal(p, 4);

const pointsOf = ({ frandsen }: HeapingOfSet) =>
  frandsen.flatMap(({ k: x, p: y }) => (y === null ? [] : [{ x, y }])).sort((a, b) => a.x - b.x);

/**
 * Frandsen's p for a heap of totals, as a curve in k, the bound on the curvature that is put down to
 * no heap, on the complete set, in which the heap was found. Exploratory: the claim is decided on
 * other councils, whose totals are not looked at before enough of them are known.
 */
export function heapingCurve(
  { complete, preregistered }: Pick<Heaping, "complete" | "preregistered">,
  options: ChartOptions,
): Figure | Table {
  const { at, supportedIfPAtMost: level } = heapingRule;
  const points = pointsOf(complete);
  const read = points.map(({ x, y }) => `${pValue(y)} at k ${decimal(x)}`).join(", ");
  return plotted(
    {
      id: options.id ?? "heaping-curve",
      title: `Exploratory: a heap at ${at}, by the bend allowed at it`,
      subtitle: `Frandsen's one-sided p, by the bound k on curvature. ${setWords("complete", complete.n)}`,
      alt: `A curve of p that rises with the curvature allowed: ${read || "none can be drawn"}.`,
      caption: `p is how likely so many totals of ${at} are without a heap. The heap was found in the complete set and k fixed after, so the claim is decided on other councils and is ${verdictWords[preregistered.verdict]}. A p has no interval.`,
      source: sourceWords(options.source, complete.leftOut),
      n: complete.n,
      unit: "assessment",
      data: {
        columns: [
          { key: "k", label: "Bound k on curvature", format: twoDecimals },
          { key: "complete", label: "p, complete set", format: fourDecimals },
        ],
        rows: complete.frandsen.map(({ k, p }) => ({ k, complete: p })),
      },
    },
    tooFew(complete.n) ??
      (points.length === 0
        ? `There is nothing to draw: no total of ${at - 1}, ${at} or ${at + 1}.`
        : curvesPlot({
            curves: [{ name: "Complete set", points }],
            x: { label: "k: bound on curvature", format: (k) => decimal(k) },
            y: { label: "p, one-sided", format: (p) => decimal(p) },
            yTo: 2 * level,
            level: { y: level, name: pValue(level) },
            place: { x: preregistered.k, name: `frozen k, ${decimal(preregistered.k)}` },
          })),
    options,
  );
}
