import * as Plot from "@observablehq/plot";
import { coverageParts } from "../analysis/coverage.js";
import type { Coverage, CoverageCounts, CoverageOf, CoveragePart } from "../analysis/coverage.js";
import { pilotReason } from "../analysis/select.js";
import { toFigure } from "../../engine/report/block.js";
import type { Figure } from "../../engine/report/block.js";
import { count, list } from "../../engine/report/format.js";
import { documentOf } from "./chartOptions.js";
import type { ChartOptions } from "./chartOptions.js";
import { ink, inkOn, palette, quiet, scoreTints, white } from "./colour.js";
import { noInterval, nothingMessage, nothingTitle, sourceWords } from "./setWords.js";
import { chartWidth, drawNothing, drawPlot, smallTextSize, textSize } from "./svg.js";
import { textWidth } from "./textWidth.js";

const partWords: Readonly<Record<CoveragePart, string>> = {
  scores: "Word and nine scores",
  word: "Word, not all nine scores",
  lowConfidence: "Word of low confidence",
  withdrawn: "Report withdrawn",
  unknown: "Word not known",
};

/** Filled for what is known with more confidence, outlined for what is not. */
const paints: Readonly<
  Record<CoveragePart, { fill: string; stroke: string; strokeWidth: number }>
> = {
  scores: { fill: palette.darkBlue, stroke: white, strokeWidth: 1 },
  word: { fill: scoreTints[2], stroke: white, strokeWidth: 1 },
  lowConfidence: { fill: white, stroke: palette.darkBlue, strokeWidth: 2 },
  withdrawn: { fill: palette.darkGrey, stroke: white, strokeWidth: 1 },
  unknown: { fill: white, stroke: quiet, strokeWidth: 1 },
};

const small = { size: smallTextSize };
const rowHeight = 23;
const barHeight = 18;
const headingHeight = 26;
const keyStep = 20;

interface Bar extends CoverageOf {
  readonly top: number;
}

function draw({ england, regions, types }: Coverage, document: Document): string {
  const groups = [...regions, ...types];
  const left = Math.ceil(Math.max(...groups.map(({ name }) => textWidth(name, small)), 60)) + 12;
  const endOf = ({ councils }: CoverageCounts) => `of ${councils}`;
  const right = chartWidth - Math.ceil(textWidth(endOf(england), small)) - 10;
  const kinds = coverageParts.filter((part) => england.parts[part] > 0);
  const key = kinds.map((part, i) => ({
    part,
    x: 8 + (i % 2) * (chartWidth / 2),
    y: 12 + Math.floor(i / 2) * keyStep,
    text: `${partWords[part]}: ${england.parts[part]}`,
  }));
  let at = 12 + Math.ceil(kinds.length / 2) * keyStep;
  const headings: { text: string; y: number }[] = [];
  const bars: Bar[] = [];
  const panel = (heading: string, rows: readonly CoverageOf[]) => {
    headings.push({ text: heading, y: at + headingHeight / 2 });
    at += headingHeight;
    for (const row of rows) {
      bars.push({ ...row, top: at });
      at += rowHeight;
    }
  };
  panel("By region", regions);
  panel("By type of council", types);
  const height = at + 4;

  const segments = bars.flatMap(({ top, parts, councils }) => {
    let from = left;
    return coverageParts.flatMap((part) => {
      const width = (parts[part] / councils) * (right - left);
      const segment = { part, top, n: parts[part], x1: from, x2: from + width };
      from += width;
      return parts[part] === 0 ? [] : [segment];
    });
  });
  type Segment = (typeof segments)[number];
  const fits = ({ n, x1, x2 }: Segment) => textWidth(String(n), small) + 3 <= x2 - x1;
  const text = { x: "x", y: "y", text: "text", textAnchor: "start" } as const;
  return drawPlot(
    {
      height,
      margin: 0,
      x: { domain: [0, chartWidth], axis: null },
      y: { domain: [height, 0], axis: null },
      color: { type: "identity" },
      marks: [
        ...kinds.flatMap((part) => {
          const { fill, stroke, strokeWidth } = paints[part];
          const inset = strokeWidth / 2;
          return [
            Plot.rect(
              segments.filter((segment) => segment.part === part),
              {
                x1: "x1",
                x2: "x2",
                y1: "top",
                y2: ({ top }: Segment) => top + barHeight,
                inset,
                fill,
                stroke,
                strokeWidth,
              },
            ),
            Plot.dot(
              key.filter((one) => one.part === part),
              { x: "x", y: "y", symbol: "square", r: 6, fill, stroke, strokeWidth },
            ),
          ];
        }),
        Plot.text(key, { ...text, dx: 12, fontSize: smallTextSize }),
        Plot.text(headings, {
          ...text,
          x: () => 2,
          fontSize: textSize,
          fontWeight: "bold",
        }),
        Plot.text(bars, {
          x: () => 2,
          y: ({ top }: Bar) => top + barHeight / 2,
          text: "name",
          textAnchor: "start",
          fontSize: smallTextSize,
        }),
        Plot.text(bars, {
          x: () => right + 6,
          y: ({ top }: Bar) => top + barHeight / 2,
          text: endOf,
          textAnchor: "start",
          fontSize: smallTextSize,
          fill: ink,
        }),
        Plot.text(segments.filter(fits), {
          x: ({ x1, x2 }: Segment) => (x1 + x2) / 2,
          y: ({ top }: Segment) => top + barHeight / 2,
          text: ({ n }: Segment) => String(n),
          fill: ({ part }: Segment) => inkOn(paints[part].fill),
          fontSize: smallTextSize,
        }),
      ],
    },
    document,
  );
}

function titleOf({ england: { councils, withWord, withScores, parts } }: Coverage): string {
  const low = parts.lowConfidence === 0 ? "" : `, ${parts.lowConfidence} with low confidence`;
  return `A word is known for ${withWord} of ${count(councils, "council")}${low}, and nine scores for ${withScores}`;
}

function altOf({ england, regions, types }: Coverage): string {
  const words = ({ name, withWord, councils }: CoverageOf) => `${name} ${withWord} of ${councils}`;
  const parts = coverageParts
    .filter((part) => england.parts[part] > 0)
    .map((part) => `${partWords[part]} ${england.parts[part]}`);
  return (
    `Stacked bars of what is known. All councils: ${list(parts)}. With a word, by region: ` +
    `${regions.map(words).join("; ")}. By type: ${types.map(words).join("; ")}.`
  );
}

/**
 * What is known of the councils of each region and of each type, as stacked bars of the same
 * length with counts printed: what is missing, not how well councils do.
 */
export function coverageBars(result: Coverage, options: ChartOptions): Figure {
  const { set, leftOut, england, regions, types } = result;
  const document = documentOf(options);
  const isEmpty = england.councils === 0;
  const rowOf = (group: string, { parts, councils, withWord, withScores }: CoverageCounts) => ({
    group,
    councils,
    withWord,
    withScores,
    ...parts,
  });
  return toFigure({
    unit: "assessment",
    id: options.id ?? "coverage-bars",
    title: isEmpty ? nothingTitle : titleOf(result),
    subtitle:
      "Number of councils by what is known of their latest formal assessment, by region and by type. " +
      (set === "complete"
        ? `Complete set of reports, ${count(england.councils, "council")}`
        : `All reports known, ${count(england.councils, "council")}`),
    alt: isEmpty ? "Stacked bars without any council." : altOf(result),
    caption:
      "Each bar is all councils of a region or a type, and its parts are in proportion; numbers are " +
      "councils. A part too narrow for its number has it in the data table. Regions and types stand " +
      "in alphabetical order. The bars show what is missing here, not how councils do. A word not " +
      `known here may have been published since. ${noInterval}`,
    // Every council is in a bar, whatever is known of it.
    source: sourceWords(
      options.source,
      leftOut.filter(({ reason }) => reason === pilotReason),
    ),
    n: result.n,
    data: {
      columns: [
        { key: "group", label: "Region or type" },
        { key: "councils", label: "Councils" },
        { key: "withWord", label: "With a word" },
        { key: "withScores", label: "With nine scores" },
        ...coverageParts.map((part) => ({ key: part, label: partWords[part] })),
      ],
      rows: [
        rowOf("England", england),
        ...regions.map((region) => rowOf(`Region: ${region.name}`, region)),
        ...types.map((type) => rowOf(`Type: ${type.name}`, type)),
      ],
    },
    svg: isEmpty ? drawNothing(nothingMessage, document) : draw(result, document),
  });
}
