import * as Plot from "@observablehq/plot";
import type { OneQuality } from "../analysis/oneQuality.js";
import type { Signal } from "../analysis/signal.js";
import type { Variance } from "../analysis/variance.js";
import { toFigure } from "../../engine/report/block.js";
import type { Figure } from "../../engine/report/block.js";
import { list, number, percent, percentInterval, pValue } from "../../engine/report/format.js";
import { documentOf } from "./chartOptions.js";
import type { ChartOptions } from "./chartOptions.js";
import { ink, palette, quiet, scoreTints } from "./colour.js";
import { newsWords, nothingMessage, nothingTitle, setWords, sourceWords } from "./setWords.js";
import { drawNothing, drawPlot, smallTextSize, textSize } from "./svg.js";

/** What is published, and what councils would show that differ in one quality alone, plus chance. */
export interface AgainstOne {
  readonly signal: Signal;
  readonly oneQuality: OneQuality;
  readonly variance: Variance;
}

const edge = 12;
const keyHeight = 30;
const rowHeight = 64;
const axisRoom = 28;
const barHeight = 14;

const oneDecimal = (share: number) => number(100 * share, 1);
const threeDecimals = (p: number) => number(p, 3);

interface Measure {
  readonly name: string;
  /** Shares, 0 to 1. */
  readonly observed: number;
  readonly expected: number;
  readonly range: readonly [number, number];
  /** One-sided, upper; null for the shares of variation, for which none is computed. */
  readonly p: number | null;
}

/** A measure that cannot be computed. */
interface Missing extends Pick<Measure, "name"> {
  readonly reason: string;
}

function isMissing(measure: Measure | Missing): measure is Missing {
  return "reason" in measure;
}

/** All five measures, or why there is none. */
function measuresOf({ signal, oneQuality, variance }: AgainstOne): (Measure | Missing)[] {
  const { dispersion, hamming, reversal } = signal;
  const { rating, sumWithinRating } = variance;
  const perStatement = (distance: number) => distance / signal.scheme.parts.length;
  const without = (
    name: string,
    quantity: string,
    { incomputable }: Pick<Signal, "incomputable">,
  ) => ({
    name,
    reason: incomputable.find((one) => one.quantity === quantity)!.reason,
  });
  const patterned = (
    name: string,
    quantity: "dispersion" | "hamming" | "reversal",
    measure: Omit<Measure, "name"> | null,
  ) => (measure === null ? without(name, quantity, signal) : { ...measure, name });
  const carried = (name: string, observed: number | null, by: "word" | "sum") => {
    const { [by]: expected, ranges } = oneQuality;
    const range = ranges[by];
    // The sum carries what the word does and more: it is known where the word's part is.
    if (observed === null) return without(name, "rating", variance);
    return expected === null || range === null
      ? without(name, by, oneQuality)
      : { name, observed, expected, range, p: null };
  };
  const sum = rating === null || sumWithinRating === null ? null : rating + sumWithinRating;
  return [
    patterned("Councils' own patterns that lie between themes", "dispersion", dispersion),
    patterned(
      "Statements on which two councils differ",
      "hamming",
      hamming && {
        observed: perStatement(hamming.observed),
        expected: perStatement(hamming.expected),
        range: [perStatement(hamming.range[0]), perStatement(hamming.range[1])],
        p: hamming.p,
      },
    ),
    patterned(
      "Pairs in which the council with the lower word is higher somewhere",
      "reversal",
      reversal,
    ),
    carried("Variation that the word carries", rating, "word"),
    carried("Variation that the sum carries", sum, "sum"),
  ];
}

/** What is not drawn, and why: measures with the same reason together. */
function missingWords(missing: readonly Missing[]): string {
  const byReason = new Map<string, string[]>();
  for (const { name, reason } of missing)
    byReason.set(reason, [
      ...(byReason.get(reason) ?? []),
      name.replace(/^./, (c) => c.toLowerCase()),
    ]);
  return [...byReason].map(([reason, names]) => ` Not drawn: ${list(names)} (${reason}).`).join("");
}

function isWithin({ observed, range: [low, high] }: Measure): boolean {
  return observed >= low && observed <= high;
}

function measureWords({ observed, expected, range, p }: Measure): string {
  const chance = p === null ? "" : `, ${pValue(p)}`;
  return `${percent(observed)}; expected ${percent(expected)} (${percentInterval(range)})${chance}`;
}

function draw(measures: readonly Measure[], document: Document): string {
  const most = Math.max(...measures.flatMap(({ observed, range }) => [observed, range[1]]), 0.01);
  const height = keyHeight + rowHeight * measures.length + axisRoom;
  const rows = measures.map((measure, i) => ({
    ...measure,
    top: keyHeight + rowHeight * i,
    y: keyHeight + rowHeight * i + 46,
  }));
  const at = { frameAnchor: "top-left", lineAnchor: "middle" } as const;
  const keyText = { ...at, dy: 10, fontSize: smallTextSize } as const;
  const key = { ...at, dy: 10 } as const;
  const middle = rows.map(({ y }) => ({ y1: y - barHeight / 2, y2: y + barHeight / 2 }));
  return drawPlot(
    {
      height,
      marginLeft: edge,
      marginRight: edge,
      marginTop: 0,
      marginBottom: 0,
      x: { domain: [0, Math.min(1, 1.04 * most)] },
      y: { domain: [height, 0], axis: null },
      marks: [
        Plot.dot([0], { ...key, symbol: "circle", r: 5.5, fill: palette.darkPink, dx: 8 }),
        Plot.text(["Published"], { ...keyText, dx: 20 }),
        Plot.dot([0], { ...key, symbol: "square", r: 6.5, fill: scoreTints[2], dx: 112 }),
        Plot.text(["One quality plus chance: middle 95% of draws, and their mean as a line"], {
          ...keyText,
          dx: 124,
        }),
        Plot.ruleX([0], { y1: keyHeight, y2: height - axisRoom, stroke: quiet }),
        Plot.rect(rows, {
          x1: ({ range }: Measure) => range[0],
          x2: ({ range }: Measure) => range[1],
          y1: (_: Measure, i: number) => middle[i].y1,
          y2: (_: Measure, i: number) => middle[i].y2,
          fill: scoreTints[2],
        }),
        Plot.ruleX(rows, {
          x: "expected",
          y1: (_: Measure, i: number) => middle[i].y1 - 3,
          y2: (_: Measure, i: number) => middle[i].y2 + 3,
          stroke: ink,
          strokeWidth: 2,
        }),
        Plot.dot(rows, {
          x: "observed",
          y: "y",
          r: 5.5,
          fill: palette.darkPink,
          stroke: "white",
          strokeWidth: 1.5,
        }),
        ...rows.flatMap((measure) => [
          Plot.text([measure.name], {
            ...at,
            dx: 4,
            dy: measure.top + 12,
            fontSize: textSize,
            fontWeight: "bold",
            fill: ink,
          }),
          Plot.text([measureWords(measure)], {
            ...at,
            dx: 4,
            dy: measure.top + 28,
            fontSize: smallTextSize,
            fill: ink,
          }),
        ]),
        Plot.axisX({
          dy: -axisRoom,
          ticks: 5,
          tickSize: 0,
          tickFormat: (share: number) => percent(share),
          fontSize: smallTextSize,
          fill: ink,
          label: null,
        }),
      ],
    },
    document,
  );
}

function titleOf(measures: readonly Measure[]): string {
  const outside = measures.filter((measure) => !isWithin(measure));
  const of = measures.length;
  const given = "the middle 95% of what one quality plus chance would give";
  if (outside.length === 0)
    return `${of === 1 ? "The one measure" : `All ${of} measures`} of variety drawn ${of === 1 ? "lies" : "lie"} within ${given}, which is not evidence of one quality`;
  const named = list(outside.map(({ name }) => name.replace(/^./, (c) => c.toLowerCase())));
  return `${outside.length} of ${of} measures of variety ${outside.length === 1 ? "lies" : "lie"} outside ${given}: ${named}`;
}

/**
 * Measures of the variety that one word leaves out, each against what councils would show that
 * differ in one quality alone, plus chance: the counter-evidence, drawn as the evidence is.
 */
export function oneQualityDots(result: AgainstOne, options: ChartOptions): Figure {
  const { set, n, leftOut, replicates } = result.signal;
  const document = documentOf(options);
  const all = measuresOf(result);
  const missing = all.filter(isMissing);
  const measures = all.filter((measure): measure is Measure => !isMissing(measure));
  const isEmpty = measures.length === 0;
  return toFigure({
    unit: "assessment",
    id: options.id ?? "one-quality-dots",
    title:
      n === 0
        ? nothingTitle
        : isEmpty
          ? `The scores cannot be set against one quality plus chance: ${missing[0].reason}`
          : titleOf(measures),
    subtitle: `Measures of variety as published, and as one quality plus chance would give them, in shares. ${setWords(set, n)}`,
    alt: isEmpty
      ? "Measures against one quality plus chance, which cannot be drawn."
      : `A dot and a bar for each measure. ${measures.map((measure) => `${measure.name}: published ${measureWords(measure)}`).join(". ")}.`,
    caption:
      "A dot inside its bar cannot be told from one quality plus chance by that measure, which is not " +
      "evidence of one quality: a second quality need not show in a set of this size. Patterns, " +
      "statements and pairs take scores as below 3 or not, keep each council's number of 3s and 4s, and " +
      "draw patterns from the Rasch model " +
      `${number(replicates)} times; pairs are of councils with only 2s and 3s. What the word and the sum carry draws ` +
      `councils from a fitted ordinal model ${number(result.oneQuality.replicates)} times. A p is ` +
      "one-sided: the share of draws with as much variety or more. A bar is a range of draws and " +
      `describes the model: there is no interval for what was published.` +
      `${n === 0 ? "" : missingWords(missing)}${newsWords(set)}`,
    source: sourceWords(options.source, leftOut),
    n,
    data: {
      columns: [
        { key: "measure", label: "Measure" },
        { key: "published", label: "Published (%)", format: oneDecimal },
        { key: "expected", label: "Expected with one quality plus chance (%)", format: oneDecimal },
        { key: "low", label: "Middle 95% of draws, low (%)", format: oneDecimal },
        { key: "high", label: "Middle 95% of draws, high (%)", format: oneDecimal },
        { key: "p", label: "p", format: threeDecimals },
      ],
      rows: measures.map(({ name, observed, expected, range, p }) => ({
        measure: name,
        published: observed,
        expected,
        low: range[0],
        high: range[1],
        p,
      })),
    },
    svg: isEmpty
      ? drawNothing(
          n === 0 ? nothingMessage : "Nothing to show: one quality cannot be fitted.",
          document,
        )
      : draw(measures, document),
  });
}
