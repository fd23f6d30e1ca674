import * as Plot from "@observablehq/plot";
import type { Spread, SpreadEnd, WordSpread } from "../analysis/spread.js";
import { bandsOf, totalsOf } from "../../ratings/scheme.js";
import type { Band, Rating, Scheme } from "../../ratings/scheme.js";
import { toFigure } from "../../engine/report/block.js";
import type { Figure } from "../../engine/report/block.js";
import { count, list } from "../../engine/report/format.js";
import { documentOf } from "./chartOptions.js";
import type { ChartOptions } from "./chartOptions.js";
import { palette, quiet, white } from "./colour.js";
import { noInterval, nothingMessage, nothingTitle, setWords, sourceWords } from "./setWords.js";
import { drawNothing, drawPlot, smallTextSize, textSize } from "./svg.js";
import { allGrades } from "../../ratings/schemeWords.js";
import { fitText } from "./textWidth.js";

const nameWidth = 176;
const labelWidth = 330;

interface Known extends WordSpread {
  readonly lowest: SpreadEnd;
  readonly highest: SpreadEnd;
  readonly range: number;
}

interface Label {
  readonly rating: string;
  readonly sum: number;
  readonly text: string;
}

function isKnown(word: WordSpread): word is Known {
  return word.lowest !== null && word.highest !== null && word.range !== null;
}

/** Who is at an end: up to two names, else how many. A word of low confidence is said to be one. */
function whoIsAt({ councils }: SpreadEnd): string {
  const names = councils.map(
    ({ council, confidence }) => `${council}${confidence === "low" ? " (low confidence)" : ""}`,
  );
  // Names of councils hold commas and "and".
  return names.length > 2 ? count(names.length, "council") : names.join("; ");
}

function bandWords(rating: Rating, bands: readonly Band[]): string {
  const band = bands.find((one) => one.rating === rating);
  return band ? `${band.from} to ${band.to}` : "any sum";
}

function endWords(word: Known, end: "lowest" | "highest"): string {
  return `${word.range === 0 ? "only sum" : end} ${word[end].sum}: ${whoIsAt(word[end])}`;
}

function labelsOf(words: readonly Known[], end: "lowest" | "highest"): Label[] {
  return words
    .filter(({ range }) => end === "lowest" || range > 0)
    .map((word) => ({
      rating: word.rating,
      sum: word[end].sum,
      text: fitText(endWords(word, end), labelWidth, { size: smallTextSize }),
    }));
}

/** Labels grow away from the nearer edge, so that none leaves the picture. */
function endText(labels: readonly Label[], dy: number, scheme: Scheme): Plot.Markish[] {
  const { min, max } = totalsOf(scheme);
  const [third, twoThirds] = [min + (max - min) / 3, max - (max - min) / 3];
  const anchors = [
    ["start", (sum: number) => sum < third, -5],
    ["middle", (sum: number) => sum >= third && sum <= twoThirds, 0],
    ["end", (sum: number) => sum > twoThirds, 5],
  ] as const;
  return anchors.map(([textAnchor, test, dx]) =>
    Plot.text(
      labels.filter(({ sum }) => test(sum)),
      { x: "sum", y: "rating", text: "text", textAnchor, dx, dy, fontSize: smallTextSize },
    ),
  );
}

function draw(words: readonly WordSpread[], scheme: Scheme, document: Document): string {
  const bands = bandsOf(scheme) ?? [];
  const { min, max } = totalsOf(scheme);
  const ticks = Array.from({ length: Math.floor((max - min) / 3) + 1 }, (_, i) => min + 3 * i);
  const known = words.filter(isKnown);
  const ends = known.flatMap(({ rating, lowest, highest }) => [
    { rating, sum: lowest.sum },
    { rating, sum: highest.sum },
  ]);
  const left = {
    y: "rating",
    frameAnchor: "left",
    dx: 2 - nameWidth,
    textAnchor: "start",
  } as const;
  return drawPlot(
    {
      height: 258,
      marginLeft: nameWidth,
      marginRight: 8,
      marginTop: 4,
      marginBottom: 46,
      x: { domain: [min - 0.5, max + 0.5] },
      y: { type: "band", domain: words.map(({ rating }) => rating), padding: 0, axis: null },
      marks: [
        Plot.barX(bands, {
          x1: ({ from }: Band) => from - 0.4,
          x2: ({ to }: Band) => to + 0.4,
          y: "rating",
          fill: white,
          stroke: quiet,
          insetTop: 17,
          insetBottom: 17,
        }),
        Plot.ruleY(known, {
          x1: ({ lowest }: Known) => lowest.sum,
          x2: ({ highest }: Known) => highest.sum,
          y: "rating",
          stroke: palette.darkBlue,
          strokeWidth: 4,
        }),
        Plot.dot(ends, { x: "sum", y: "rating", r: 5, fill: palette.darkBlue }),
        ...endText(labelsOf(known, "highest"), -18, scheme),
        ...endText(labelsOf(known, "lowest"), 18, scheme),
        Plot.text(words, {
          ...left,
          text: "rating",
          dy: -8,
          fontSize: textSize,
          fontWeight: "bold",
        }),
        Plot.text(words, {
          ...left,
          text: ({ rating, n }: WordSpread) =>
            `${bandWords(rating, bands)}: ${n === 0 ? "no council" : count(n, "council")}`,
          dy: 9,
          fontSize: smallTextSize,
        }),
        Plot.axisX(ticks, {
          label: `Sum of the ${allGrades(scheme)} (points)`,
          labelAnchor: "center",
          labelArrow: "none",
          labelOffset: 40,
          tickSize: 0,
          tickFormat: String,
          fontSize: smallTextSize,
        }),
      ],
    },
    document,
  );
}

function titleOf(words: readonly WordSpread[], n: number): string {
  const known = words.filter(isKnown);
  const widest = Math.max(...known.map(({ range }) => range));
  if (widest === 0) return `No word covers more than one sum among ${count(n, "council")}`;
  const parts = known
    .filter(({ range }) => range === widest)
    .map(({ rating, lowest, highest }) => `${lowest.sum} and ${highest.sum} are both ${rating}`);
  return `Sums ${count(widest, "point")} apart carry the same word: ${list(parts)}`;
}

function altOf(words: readonly WordSpread[]): string {
  const parts = words.map((word) =>
    isKnown(word)
      ? `${word.rating}, ${word.range === 0 ? "" : `${endWords(word, "highest")}; `}${endWords(word, "lowest")}`
      : `${word.rating}, no council`,
  );
  return `Lines between the lowest and the highest sum of each word. ${parts.join(". ")}.`;
}

/** For each word, the sums that it covers, and the lowest and the highest that councils have. */
export function wordSpread(result: Spread, options: ChartOptions): Figure {
  const { set, n, leftOut } = result;
  const document = documentOf(options);
  const words = [...result.words].reverse();
  return toFigure({
    unit: "assessment",
    id: options.id ?? "word-spread",
    title: n === 0 ? nothingTitle : titleOf(words, n),
    subtitle: `Lowest and highest sum of ${allGrades(result.scheme)} behind each word, in points. ${setWords(set, n)}`,
    alt: n === 0 ? "Sums behind each word without any council." : altOf(words),
    caption:
      "Each box spans the sums that a word covers. The line in it joins the lowest sum that any " +
      "council has (named below) to the highest (named above). It shows published scores only, and " +
      `not how many councils lie between. ${noInterval}`,
    source: sourceWords(options.source, leftOut),
    n,
    data: {
      columns: [
        { key: "rating", label: "Published rating" },
        { key: "councils", label: "Councils" },
        { key: "lowest", label: "Lowest sum (points)" },
        { key: "lowestCouncils", label: "Councils at the lowest" },
        { key: "highest", label: "Highest sum (points)" },
        { key: "highestCouncils", label: "Councils at the highest" },
      ],
      rows: words.map(({ rating, n: councils, lowest, highest }) => ({
        rating,
        councils,
        lowest: lowest?.sum ?? null,
        lowestCouncils: lowest && list(lowest.councils.map(({ council }) => council)),
        highest: highest?.sum ?? null,
        highestCouncils: highest && list(highest.councils.map(({ council }) => council)),
      })),
    },
    svg: n === 0 ? drawNothing(nothingMessage, document) : draw(words, result.scheme, document),
  });
}
