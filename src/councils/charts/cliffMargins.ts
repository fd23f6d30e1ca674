import * as Plot from "@observablehq/plot";
import type { Intervention } from "../analysis/intervention.js";
import { bandsOf } from "../../ratings/scheme.js";
import type { Scheme } from "../../ratings/scheme.js";
import { toFigure } from "../../engine/report/block.js";
import type { Figure } from "../../engine/report/block.js";
import { count, list } from "../../engine/report/format.js";
import { documentOf } from "./chartOptions.js";
import type { ChartOptions } from "./chartOptions.js";
import { palette, quiet, scoreTints } from "./colour.js";
import {
  newsWords,
  noInterval,
  nothingMessage,
  nothingTitle,
  setWords,
  sourceWords,
} from "./setWords.js";
import { chartWidth, drawNothing, drawPlot, smallTextSize, textSize } from "./svg.js";

type Margins = Pick<
  Intervention,
  "scheme" | "set" | "n" | "leftOut" | "margins" | "statementsScored1" | "statementsScored2"
>;

interface Bar {
  readonly at: number;
  readonly n: number;
}

/** The highest sum that carries the lowest word; without one, as without a margin, none is drawn. */
function highestOf(scheme: Scheme): number | null {
  return bandsOf(scheme)?.[0].to ?? null;
}

const edge = 4;
const barsHeight = 70;
/** Councils this close above the cut are counted in the title. */
const near = 4;

function panel(top: number, title: string, bars: readonly Bar[], from: number, to: number) {
  const step = (chartWidth - 2 * edge) / (to - from + 1);
  const most = Math.max(...bars.map(({ n }) => n));
  const baseline = top + 30 + barsHeight;
  const centre = (at: number) => edge + (at - from + 0.5) * step;
  return {
    title: { x: edge, y: top, text: title },
    baseline,
    bars: bars.map(({ at, n }) => ({
      at,
      n,
      x: centre(at),
      half: Math.min(step, 40) / 2 - 2,
      y: baseline - (n / most) * barsHeight,
    })),
    ticks: Array.from({ length: to - from + 1 }, (_, i) => ({
      x: centre(from + i),
      text: String(from + i).replace("-", "−"),
    })),
  };
}

function draw(result: Margins, document: Document): string {
  const highest = highestOf(result.scheme);
  const above = result.margins.map(({ above: at, n }) => ({ at, n }));
  const scored = (rows: Margins["statementsScored1"]) =>
    rows.map(({ statements: at, n }) => ({ at, n }));
  const places = above.map(({ at }) => at);
  const height = barsHeight + 74;
  const panels = [
    panel(
      14,
      `Councils by points above a sum of ${highest} (0 and less: ${result.scheme.levels[0].name})`,
      above,
      Math.min(-2, ...places),
      Math.max(12, ...places),
    ),
    panel(
      14 + height,
      "Councils by number of statements scored 1",
      scored(result.statementsScored1),
      0,
      result.scheme.parts.length,
    ),
    panel(
      14 + 2 * height,
      "Councils by number of statements scored 2",
      scored(result.statementsScored2),
      0,
      result.scheme.parts.length,
    ),
  ];
  return drawPlot(
    {
      height: 14 + 3 * height,
      margin: 0,
      x: { type: "identity", axis: null },
      y: { type: "identity", axis: null },
      marks: panels.flatMap(({ title, baseline, bars, ticks }, which) => {
        // Inadequate, or with a score of 1: darker, and said in words.
        const isMarked = ({ at }: { at: number }) =>
          which === 0 ? at <= 0 : which === 1 ? at > 0 : false;
        return [
          Plot.rect(bars, {
            x1: ({ x, half }: { x: number; half: number }) => x - half,
            x2: ({ x, half }: { x: number; half: number }) => x + half,
            y1: "y",
            y2: baseline,
            fill: (bar: { at: number }) => (isMarked(bar) ? palette.darkPink : scoreTints[2]),
          }),
          Plot.ruleY([baseline], { x1: edge, x2: chartWidth - edge, stroke: quiet }),
          Plot.text([title], {
            x: "x",
            y: "y",
            text: "text",
            textAnchor: "start",
            fontSize: textSize,
            fontWeight: "bold",
          }),
          Plot.text(bars, {
            x: "x",
            y: ({ y }: { y: number }) => y - 9,
            text: ({ n }: { n: number }) => String(n),
            fontSize: smallTextSize,
          }),
          Plot.text(ticks, { x: "x", y: baseline + 12, text: "text", fontSize: smallTextSize }),
        ];
      }),
    },
    document,
  );
}

const total = (rows: readonly { readonly n: number }[]) => rows.reduce((sum, { n }) => sum + n, 0);

function titleOf({ scheme, n, margins }: Margins): string {
  const below = total(margins.filter(({ above }) => above <= 0));
  const close = total(margins.filter(({ above }) => above > 0 && above <= near));
  return (
    `${below} of ${count(n, "council")} ${below === 1 ? "has" : "have"} a sum of ${highestOf(scheme)} or less, ` +
    `which is ${scheme.levels[0].name}, and ${close} ${close === 1 ? "lies" : "lie"} one to four points above`
  );
}

function altOf({ scheme, margins, statementsScored1, statementsScored2 }: Margins): string {
  const above = margins.map(({ above: at, n }) => `${n} at ${at}`);
  const scored = (rows: Margins["statementsScored1"]) =>
    list(rows.map(({ statements: k, n }) => `${n} with ${k}`));
  return (
    `Three rows of bars. Councils by points above ${highestOf(scheme)}: ${list(above)}. By number of ` +
    `statements scored 1: ${scored(statementsScored1)}. By number scored 2: ` +
    `${scored(statementsScored2)}.`
  );
}

/**
 * How far councils lie above the highest sum that is rated Inadequate, and how many statements they
 * have at 1 and at 2: counts, and no council by name.
 */
export function cliffMargins(result: Margins, options: ChartOptions): Figure {
  const { scheme, set, leftOut } = result;
  const highest = highestOf(scheme);
  const n = highest === null ? 0 : result.n;
  const lowest = scheme.levels[0].name;
  const document = documentOf(options);
  const rows =
    highest === null
      ? []
      : [
          ...result.margins.map(({ above, n: councils }) => ({
            what: `Points above ${highest}`,
            at: above,
            councils,
          })),
          ...result.statementsScored1.map(({ statements: at, n: councils }) => ({
            what: "Statements scored 1",
            at,
            councils,
          })),
          ...result.statementsScored2.map(({ statements: at, n: councils }) => ({
            what: "Statements scored 2",
            at,
            councils,
          })),
        ];
  return toFigure({
    unit: "assessment",
    id: options.id ?? "cliff-margins",
    title: n === 0 ? nothingTitle : titleOf(result),
    subtitle: `Number of councils. ${setWords(set, n)}`,
    alt: n === 0 ? "Bars of margins without any council." : altOf(result),
    caption:
      highest === null
        ? "Under this scheme no total decides the word, so that none lies above another."
        : `Each bar counts councils. A sum of ${highest} or less of nine scores is ${lowest}. Dark ` +
          `bars: sums that are ${lowest}, and councils with a score of 1. This is arithmetic on ` +
          `published scores and says nothing of what comes next.${newsWords(set)} ${noInterval}`,
    source: sourceWords(options.source, leftOut),
    n,
    data: {
      columns: [
        { key: "what", label: "Measure" },
        { key: "at", label: "Value" },
        { key: "councils", label: "Councils" },
      ],
      rows,
    },
    svg: n === 0 ? drawNothing(nothingMessage, document) : draw(result, document),
  });
}
