import * as Plot from "@observablehq/plot";
import { pilotReason } from "../analysis/select.js";
import type { LeftOut } from "../analysis/select.js";
import type { Tranche, TrancheName, Tranches } from "../analysis/tranches.js";
import { bandsOf, cutsOf, totalsOf } from "../../ratings/scheme.js";
import type { Band, Scheme } from "../../ratings/scheme.js";
import { toFigure } from "../../engine/report/block.js";
import type { Figure } from "../../engine/report/block.js";
import { count, date, decimal, number } from "../../engine/report/format.js";
import { intervalMeaning } from "../findings/intervalMeaning.js";
import { documentOf } from "./chartOptions.js";
import type { ChartOptions } from "./chartOptions.js";
import { ink, palette, quiet } from "./colour.js";
import { newsWords, nothingMessage, nothingTitle, setWords, sourceWords } from "./setWords.js";
import { chartWidth, drawNothing, drawPlot, smallTextSize, textSize } from "./svg.js";
import { textWidth } from "./textWidth.js";

const names: Readonly<Record<TrancheName, string>> = {
  pilot: "Pilots",
  first: "First tranche",
  later: "Later tranches",
};
const colours: Readonly<Record<TrancheName, string>> = {
  pilot: palette.darkPink,
  first: palette.darkBlue,
  later: palette.darkBlue,
};

const top = 40;
/** From a panel's baseline to the panel below. */
const gap = 24;
/** Most of the height that the dots of one panel take. */
const tallest = 170;
const widestDot = 11;

function nWords({ n, withSum }: Tranche): string {
  return n === withSum ? count(n, "council") : `${withSum} of ${count(n, "sum")} known`;
}

function meanWords({ meanSum }: Tranche): string {
  return meanSum === null ? "no sum known" : `mean ${number(meanSum, 1)}`;
}

interface Panel extends Tranche {
  readonly baseline: number;
}

function draw(tranches: readonly Tranche[], scheme: Scheme, document: Document): string {
  const { min: minSum, max: maxSum } = totalsOf(scheme);
  const [bands, cuts] = [bandsOf(scheme) ?? [], cutsOf(scheme) ?? []];
  const most = Math.max(...tranches.flatMap(({ sumCounts }) => Object.values(sumCounts)));
  const step = Math.min(widestDot, tallest / most);
  const left =
    Math.ceil(
      Math.max(
        ...tranches.map((tranche) =>
          Math.max(
            textWidth(names[tranche.tranche], { size: textSize, bold: true }),
            textWidth(nWords(tranche), { size: smallTextSize }),
            textWidth(meanWords(tranche), { size: smallTextSize }),
          ),
        ),
      ),
    ) + 14;
  let at = top;
  const panels = tranches.map((tranche): Panel => {
    const stack = Math.max(0, ...Object.values(tranche.sumCounts)) * step;
    at += Math.max(stack, 44) + gap;
    return { ...tranche, baseline: at - gap };
  });
  const height = at + 34;
  const placeOf = (sum: number) =>
    left + ((sum - minSum + 0.5) / (maxSum - minSum + 1)) * (chartWidth - left - 8);
  const dots = panels.flatMap(({ tranche, baseline, sumCounts }) =>
    Object.entries(sumCounts).flatMap(([sum, n]) =>
      Array.from({ length: n }, (_, i) => ({
        tranche,
        x: placeOf(Number(sum)),
        y: baseline - (i + 0.5) * step,
      })),
    ),
  );
  const means = panels.flatMap(({ baseline, meanSum }) =>
    meanSum === null ? [] : [{ x: placeOf(meanSum), y: baseline + 8 }],
  );
  const ticks = Array.from(
    { length: Math.floor((maxSum - minSum) / 3) + 1 },
    (_, i) => minSum + 3 * i,
  );
  const lines = panels.flatMap((panel) => [
    { y: panel.baseline - 35, text: names[panel.tranche], isBold: true },
    { y: panel.baseline - 19, text: nWords(panel), isBold: false },
    { y: panel.baseline - 4, text: meanWords(panel), isBold: false },
  ]);
  const text = { x: () => 2, y: "y", text: "text", textAnchor: "start" } as const;
  return drawPlot(
    {
      height,
      margin: 0,
      x: { domain: [0, chartWidth], axis: null },
      y: { domain: [height, 0], axis: null },
      color: { type: "identity" },
      marks: [
        Plot.ruleX(cuts, {
          x: (cut: number) => placeOf(cut - 0.5),
          y1: top - 2,
          y2: height - 34,
          stroke: ink,
          strokeDasharray: "4,3",
        }),
        Plot.ruleY(panels, { y: "baseline", x1: left, x2: chartWidth - 8, stroke: quiet }),
        Plot.dot(dots, {
          x: "x",
          y: "y",
          r: Math.max(step * 0.43, 1),
          fill: ({ tranche }: (typeof dots)[number]) => colours[tranche],
        }),
        Plot.dot(means, { x: "x", y: "y", symbol: "diamond", r: 5, fill: ink }),
        Plot.text(
          lines.filter(({ isBold }) => isBold),
          { ...text, fontSize: textSize, fontWeight: "bold" },
        ),
        Plot.text(
          lines.filter(({ isBold }) => !isBold),
          { ...text, fontSize: smallTextSize },
        ),
        Plot.text(bands, {
          x: ({ from, to }: Band) => placeOf((from + to) / 2),
          y: () => top - 6,
          lineAnchor: "bottom",
          lineHeight: 1.1,
          text: ({ rating }: Band) => rating.replace(" ", "\n"),
          fontSize: smallTextSize,
        }),
        Plot.text(ticks, {
          x: (sum: number) => placeOf(sum),
          y: () => height - 24,
          text: String,
          fontSize: smallTextSize,
        }),
        Plot.text(["Sum of the nine scores (points)"], {
          x: () => placeOf((minSum + maxSum) / 2),
          y: () => height - 8,
          fontSize: smallTextSize,
        }),
      ],
    },
    document,
  );
}

function titleOf({ firstAgainstLater, tranches }: Tranches): string {
  const [pilot, first, later] = tranches;
  const means = `${meanWords(first)} against ${number(later.meanSum ?? 0, 1)}`;
  const rest =
    pilot.n === 0
      ? ""
      : `; ${pilot.withSum} of ${count(pilot.n, "pilot sum")} ${pilot.withSum === 1 ? "is" : "are"} known`;
  if (firstAgainstLater === null)
    return `The first tranche and later ones cannot be compared${rest}`;
  const { A, interval, equivalence } = firstAgainstLater;
  const how = `${means}, A ${decimal(A, 3)} (95% interval ${decimal(interval[0], 3)} to ${decimal(interval[1], 3)})`;
  const finding = {
    inconclusive: "Whether sums of the first tranche and later ones differ is inconclusive",
    alike: "Sums of the first tranche and later ones are alike to within the margin",
    different: "Sums of the first tranche and later ones differ",
  }[equivalence];
  return `${finding}: ${how}${rest}`;
}

/** What has a row and no dot. */
function withoutSum({ tranches }: Tranches): LeftOut[] {
  const unknown = (some: readonly Tranche[]) =>
    some.reduce((total, { n, withSum }) => total + n - withSum, 0);
  return [
    { reason: "a pilot without a known sum", n: unknown(tranches.slice(0, 1)) },
    { reason: "formal assessment without a known sum", n: unknown(tranches.slice(1)) },
  ].filter(({ n }) => n > 0);
}

/** The sums of the pilots, the first tranche and later ones as dots on one scale. */
export function trancheSums(result: Tranches, options: ChartOptions): Figure {
  const { set, n, leftOut, tranches, firstTrancheTo } = result;
  const document = documentOf(options);
  const withSum = tranches.reduce((total, tranche) => total + tranche.withSum, 0);
  return toFigure({
    unit: "assessment",
    id: options.id ?? "tranche-sums",
    title: withSum === 0 ? nothingTitle : titleOf(result),
    subtitle: `Sums of nine scores, ${totalsOf(result.scheme).min} to ${totalsOf(result.scheme).max} points, one dot a council; first tranche: published up to ${date(firstTrancheTo)}. ${setWords(set, n)}, and the pilots`,
    alt:
      withSum === 0
        ? "Dots without any council."
        : `Stacked dots in three rows. ${tranches
            .map(
              (tranche) => `${names[tranche.tranche]}: ${nWords(tranche)}, ${meanWords(tranche)}`,
            )
            .join("; ")}.`,
    caption:
      "Each dot is a council's sum, and a diamond below the line the mean. Dashed lines mark where the " +
      "word changes. A is the chance that a council of the first tranche is above a later one, a tie " +
      `counting half: 1/2 is no difference. ${intervalMeaning} The first tranche is approximated by the month of ` +
      `publication. CQC chose the order of councils, so a difference would not show an effect of time.${newsWords(set)}`,
    source: sourceWords(options.source, [
      ...leftOut.filter(({ reason }) => reason !== pilotReason),
      ...withoutSum(result),
    ]),
    n: withSum,
    data: {
      columns: [
        { key: "tranche", label: "Tranche" },
        { key: "sum", label: "Sum of nine scores (points)" },
        { key: "councils", label: "Councils" },
      ],
      rows: tranches.flatMap(({ tranche, sumCounts }) =>
        Object.entries(sumCounts).map(([sum, councils]) => ({
          tranche: names[tranche],
          sum: Number(sum),
          councils,
        })),
      ),
    },
    svg:
      withSum === 0
        ? drawNothing(nothingMessage, document)
        : draw(tranches, result.scheme, document),
  });
}
