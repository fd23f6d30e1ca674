import type { Heaping, HeapingOfSet } from "../analysis/heaping.js";
import { heapingRule } from "../analysis/heapingRule.js";
import { verdictWords } from "../claims/verdictWords.js";
import type { Figure, Table } from "../../engine/report/block.js";
import { count, decimal, pValue } from "../../engine/report/format.js";
import type { ChartOptions } from "./chartOptions.js";
import { plotted, tooFew } from "./plotted.js";
import { curvesPlot } from "./plots/curvesPlot.js";
import type { Curve } from "./plots/curvesPlot.js";
import { sourceWords } from "./setWords.js";

const sets = ["complete", "all"] as const;
type Set = (typeof sets)[number];
const names: Readonly<Record<Set, string>> = { complete: "Complete set", all: "All known" };

const twoDecimals = (k: number) => decimal(k);
const fourDecimals = (p: number) => decimal(p, 4);

const pointsOf = ({ frandsen }: HeapingOfSet) =>
  frandsen.flatMap(({ k: x, p: y }) => (y === null ? [] : [{ x, y }])).sort((a, b) => a.x - b.x);

/** The curves that differ: with nothing known outside the complete set, the two are one. */
function curvesOf(result: Pick<Heaping, Set>): Curve[] {
  const curves = sets.map((set) => ({ name: names[set], points: pointsOf(result[set]) }));
  const known = curves.filter(({ points }) => points.length > 0);
  return known.length === 2 && result.complete.n === result.all.n
    ? [{ name: "Both sets", points: known[0].points }]
    : known;
}

/**
 * Frandsen's p for a heap of totals, as a curve in k, the bound on the curvature that is put down to
 * no heap: on the complete set, in which the heap was found, and on all reports known. Exploratory:
 * the claim is decided on other councils.
 */
export function heapingCurve(
  result: Pick<Heaping, Set | "preregistered">,
  options: ChartOptions,
): Figure | Table {
  const { complete, all, preregistered } = result;
  const { at, supportedIfPAtMost: level } = heapingRule;
  const curves = curvesOf(result);
  const read = ({ name, points }: Curve) =>
    `${name}: ${points.map(({ x, y }) => `${pValue(y)} at k ${decimal(x)}`).join(", ")}`;
  const ks = [...new Set(sets.flatMap((set) => result[set].frandsen.map(({ k }) => k)))];
  const pAt = (set: Set, k: number) =>
    result[set].frandsen.find((point) => point.k === k)?.p ?? null;
  return plotted(
    {
      id: options.id ?? "heaping-curve",
      title: `Exploratory: a heap at ${at}, by the bend allowed at it`,
      subtitle: `Frandsen's one-sided p, by the bound k on curvature. Complete set of reports, ${count(complete.n, "council")}; all reports known, ${count(all.n, "council")}`,
      alt: `Curves of p that rise with the curvature allowed. ${curves.map(read).join(". ") || "None can be drawn"}.`,
      caption: `p is how likely so many totals of ${at} are without a heap. The heap was found in the complete set and k fixed after, so the claim is decided on other councils and is ${verdictWords[preregistered.verdict]}. A p has no interval.`,
      source: sourceWords(options.source, all.leftOut),
      n: all.n,
      unit: "assessment",
      data: {
        columns: [
          { key: "k", label: "Bound k on curvature", format: twoDecimals },
          { key: "complete", label: "p, complete set", format: fourDecimals },
          { key: "all", label: "p, all known", format: fourDecimals },
        ],
        rows: ks
          .sort((a, b) => a - b)
          .map((k) => ({ k, complete: pAt("complete", k), all: pAt("all", k) })),
      },
    },
    tooFew(all.n) ??
      (curves.length === 0
        ? `There is nothing to draw: no total of ${at - 1}, ${at} or ${at + 1}.`
        : curvesPlot({
            curves,
            x: { label: "k: bound on curvature", format: (k) => decimal(k) },
            y: { label: "p, one-sided", format: (p) => decimal(p) },
            yTo: 2 * level,
            level: { y: level, name: pValue(level) },
            place: { x: preregistered.k, name: `frozen k, ${decimal(preregistered.k)}` },
          })),
    options,
  );
}
