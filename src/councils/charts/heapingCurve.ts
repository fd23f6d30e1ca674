import type { Heaping, HeapingOfSet } from "../analysis/heaping.js";
import { heapingRule } from "../analysis/heapingRule.js";
import { toFigure } from "../../engine/report/block.js";
import type { Figure } from "../../engine/report/block.js";
import { count, decimal, list, pValue } from "../../engine/report/format.js";
import { documentOf } from "./chartOptions.js";
import type { ChartOptions } from "./chartOptions.js";
import { drawCurves } from "./drawCurves.js";
import type { Curve } from "./drawCurves.js";
import { nothingTitle, sourceWords } from "./setWords.js";
import { drawNothing } from "./svg.js";

const sets = ["complete", "all"] as const;
type Set = (typeof sets)[number];
const names: Readonly<Record<Set, string>> = { complete: "Complete set", all: "All known" };

const twoDecimals = (k: number) => decimal(k);
const fourDecimals = (p: number) => decimal(p, 4);

interface Point {
  readonly k: number;
  readonly p: number;
}

function pointsOf({ frandsen }: HeapingOfSet): Point[] {
  return frandsen.flatMap(({ k, p }) => (p === null ? [] : [{ k, p }])).sort((a, b) => a.k - b.k);
}

/** The curves that differ: with nothing known outside the complete set, the two are one. */
function curvesOf(result: Pick<Heaping, Set>): Curve[] {
  const curves = sets.map((set) => ({
    name: names[set],
    points: pointsOf(result[set]).map(({ k, p }) => ({ x: k, y: p })),
  }));
  const known = curves.filter(({ points }) => points.length > 0);
  return known.length === 2 && result.complete.n === result.all.n
    ? [{ name: "Both sets", points: known[0].points }]
    : known;
}

function titleOf(result: Pick<Heaping, Set>, k: number): string {
  const at = sets.flatMap((set) => {
    const point = pointsOf(result[set]).find((one) => one.k === k);
    const words = set === "complete" ? "on the complete set" : "on all reports known";
    return point ? [`${pValue(point.p)} ${words}`] : [];
  });
  const read = at.length > 0 ? `${list(at)}, at the frozen k of ${decimal(k)}` : "p by curvature";
  return `Exploratory, and deciding nothing: for a heap at ${heapingRule.at}, ${read}`;
}

function cellWords({ n, n22, n23, n24 }: HeapingOfSet): string {
  return `${n22}, ${n23} and ${n24} of ${count(n, "council")}`;
}

/**
 * Frandsen's p for a heap of sums at 23, as a curve in k, the bound on the curvature that is put
 * down to no heap: on the complete set, in which the heap was found, and on all reports known.
 * Exploratory: the claim is decided on other councils.
 */
export function heapingCurve(
  result: Pick<Heaping, Set | "preregistered">,
  options: ChartOptions,
): Figure {
  const { complete, all, preregistered } = result;
  const document = documentOf(options);
  const curves = curvesOf(result);
  const at = heapingRule.at;
  const none = `no council has a sum of ${at - 1}, ${at} or ${at + 1}`;
  const level = heapingRule.supportedIfPAtMost;
  const claim =
    preregistered.verdict === "undecidable"
      ? `and is undecidable so far: ${preregistered.reason}`
      : `and is ${preregistered.verdict}`;
  const ks = [...new Set(sets.flatMap((set) => result[set].frandsen.map(({ k }) => k)))].sort(
    (a, b) => a - b,
  );
  return toFigure({
    unit: "assessment",
    id: options.id ?? "heaping-curve",
    title:
      all.n === 0
        ? nothingTitle
        : curves.length === 0
          ? `Heaping at ${at} cannot be tested: ${none}`
          : titleOf(result, preregistered.k),
    subtitle: `Frandsen's one-sided p, by the bound k on curvature. Exploratory. Complete set of reports, ${count(complete.n, "council")}; all reports known, ${count(all.n, "council")}`,
    alt:
      curves.length === 0
        ? `Curves of p without any council at ${at - 1}, ${at} or ${at + 1}.`
        : `Curves of p that rise with the curvature allowed. ${curves
            .map(
              ({ name, points }) =>
                `${name}: ${points.map(({ x, y }) => `${pValue(y)} at k ${decimal(x)}`).join(", ")}`,
            )
            .join(". ")}.`,
    caption:
      `p is how likely at least so many sums of ${at} are, among ${at - 1}, ${at} and ${at + 1}, if no ` +
      `heap is there and the distribution bends there by at most k. A k of 0 lets at most a third of the three sums be ${at}, and a larger k lets more. At those sums lie ` +
      `${cellWords(complete)} in the complete set and ${cellWords(all)} among all known. The heap ` +
      "was found in the complete set and k was fixed after seeing it, so these curves are " +
      "exploratory. The claim is decided on councils outside the complete set, by a rule fixed in " +
      `advance, ${claim}. A heap has ordinary explanations. A p has no interval.`,
    source: sourceWords(options.source, all.leftOut),
    n: all.n,
    data: {
      columns: [
        { key: "k", label: "Bound k on curvature", format: twoDecimals },
        { key: "complete", label: "p, complete set", format: fourDecimals },
        { key: "all", label: "p, all known", format: fourDecimals },
      ],
      rows: ks.map((k) => ({
        k,
        complete: complete.frandsen.find((point) => point.k === k)?.p ?? null,
        all: all.frandsen.find((point) => point.k === k)?.p ?? null,
      })),
    },
    svg:
      curves.length === 0
        ? drawNothing(`Nothing to show: ${none}.`, document)
        : drawCurves(
            {
              curves,
              x: { label: "k: bound on curvature", format: (k) => decimal(k) },
              y: { label: "p, one-sided", format: (p) => decimal(p) },
              yTo: 2 * level,
              level: { y: level, name: pValue(level).replace(/0$/, "") },
              place: { x: preregistered.k, name: `frozen k, ${decimal(preregistered.k)}` },
            },
            document,
          ),
  });
}
