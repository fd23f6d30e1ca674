import * as Plot from "@observablehq/plot";
import type { CouncilOnMap, WordMap } from "../analysis/wordMap.js";
import { ratings } from "../framework.js";
import type { Rating } from "../framework.js";
import { toFigure } from "../../engine/report/block.js";
import type { Figure } from "../../engine/report/block.js";
import { count, list } from "../../engine/report/format.js";
import { documentOf } from "./chartOptions.js";
import type { ChartOptions } from "./chartOptions.js";
import { ink, inkOn, quiet, scoreSides, white } from "./colour.js";
import { nothingMessage, nothingTitle, setWords, sourceWords } from "./setWords.js";
import { shortCodes } from "./shortCodes.js";
import { chartWidth, drawNothing, drawPlot, smallTextSize } from "./svg.js";

const letters: Readonly<Record<Rating, string>> = {
  Inadequate: "I",
  "Requires improvement": "RI",
  Good: "G",
  Outstanding: "O",
};
const colours: Readonly<Record<Rating, string>> = {
  Inadequate: scoreSides[1],
  "Requires improvement": scoreSides[2],
  Good: scoreSides[3],
  Outstanding: scoreSides[4],
};

/** What a hexagon shows: a word, a word of low confidence, or none. */
interface Kind {
  readonly rating: Rating | null;
  readonly isLow: boolean;
}

interface Hexagon extends Kind {
  readonly code: string;
  readonly left: number;
  readonly top: number;
}

const keyTop = 16;
const keyStep = 29;
const keyColumns = 2;
/** Half the width of a hexagon at most, which leaves room for a code of three letters. */
const widest = 18;
const root3 = Math.sqrt(3);

const allKinds: readonly Kind[] = [
  ...[...ratings].reverse().map((rating) => ({ rating, isLow: false })),
  ...[...ratings].reverse().map((rating) => ({ rating, isLow: true })),
  { rating: null, isLow: false },
];

function kindOf({ rating, confidence }: CouncilOnMap): Kind {
  return { rating, isLow: rating !== null && confidence === "low" };
}

function sameKind(a: Kind, b: Kind): boolean {
  return a.rating === b.rating && a.isLow === b.isLow;
}

/** What stands in a hexagon: the word's letter, with a question mark where confidence is low. */
function letterOf({ rating, isLow }: Kind): string {
  return rating === null ? "–" : letters[rating] + (isLow ? "?" : "");
}

/** Filled for a word; outlined in its colour for one of low confidence; thin for none. */
function paintOf({ rating, isLow }: Kind) {
  if (rating === null) return { fill: white, stroke: quiet, strokeWidth: 1, ink };
  if (isLow) return { fill: white, stroke: colours[rating], strokeWidth: 2.5, ink };
  return { fill: colours[rating], stroke: white, strokeWidth: 0, ink: inkOn(colours[rating]) };
}

function kindWords({ rating, isLow }: Kind): string {
  if (rating === null) return "Not known";
  return isLow ? `${rating}, low confidence` : rating;
}

/** The kinds that occur, with their councils. */
function countKinds({ councils }: WordMap): (Kind & { readonly n: number })[] {
  return allKinds
    .map((kind) => ({
      ...kind,
      n: councils.filter((council) => sameKind(kindOf(council), kind)).length,
    }))
    .filter(({ n }) => n > 0);
}

function draw(result: WordMap, codes: readonly string[], document: Document): string {
  const placed = result.councils.flatMap((council, i) =>
    council.x === null || council.y === null
      ? []
      : [{ ...kindOf(council), code: codes[i], x: council.x, y: council.y }],
  );
  const xs = placed.map(({ x }) => x);
  const ys = placed.map(({ y }) => y);
  const [west, east] = [Math.min(...xs), Math.max(...xs)];
  const [south, north] = [Math.min(...ys), Math.max(...ys)];
  const columns = (east - west) / root3 + 1;
  const half = Math.min(widest, (chartWidth - 8) / columns / 2);
  const side = (2 * half) / root3;
  const inset = (chartWidth - columns * 2 * half) / 2 + half;
  const kinds = countKinds(result);
  const mapTop = keyTop + Math.ceil(kinds.length / keyColumns) * keyStep;
  const hexagons = placed.map((hexagon): Hexagon => ({
    ...hexagon,
    left: inset + (hexagon.x - west) * side,
    top: mapTop + side + (north - hexagon.y) * side,
  }));
  const key = kinds.map((kind, i) => ({
    ...kind,
    left: 18 + (i % keyColumns) * ((chartWidth - 8) / keyColumns),
    top: keyTop + Math.floor(i / keyColumns) * keyStep,
  }));
  const height = mapTop + (north - south + 2) * side + 6;
  const hexagon = (of: readonly (Kind & { left: number; top: number })[], r: number) =>
    allKinds.map((kind) => {
      const { fill, stroke, strokeWidth } = paintOf(kind);
      return Plot.dot(
        of.filter((one) => sameKind(one, kind)),
        {
          x: "left",
          y: "top",
          symbol: "hexagon",
          r: r - 0.8 - strokeWidth / 2,
          fill,
          stroke,
          strokeWidth,
        },
      );
    });
  const place = { x: "left", y: "top", fontSize: smallTextSize } as const;
  return drawPlot(
    {
      height,
      margin: 0,
      x: { domain: [0, chartWidth], axis: null },
      y: { domain: [height, 0], axis: null },
      marks: [
        ...hexagon(key, 13),
        Plot.text(key, { ...place, text: letterOf, fill: (kind: Kind) => paintOf(kind).ink }),
        Plot.text(key, {
          ...place,
          textAnchor: "start",
          dx: 17,
          text: (kind: Kind & { n: number }) => `${kindWords(kind)}: ${kind.n}`,
        }),
        ...hexagon(hexagons, half),
        Plot.text(hexagons, {
          ...place,
          dy: -5.5,
          text: "code",
          fill: (one: Hexagon) => paintOf(one).ink,
        }),
        Plot.text(hexagons, {
          ...place,
          dy: 6.5,
          text: letterOf,
          fontWeight: "bold",
          fill: (one: Hexagon) => paintOf(one).ink,
        }),
      ],
      color: { type: "identity" },
    },
    document,
  );
}

function titleOf({ n, councils }: WordMap): string {
  const low = councils.filter((council) => kindOf(council).isLow).length;
  const sure =
    low === 0 ? "" : low === n ? ", with low confidence" : `, ${low} with low confidence`;
  return `A published word is known for ${n} of ${count(councils.length, "council")}${sure}: a map for look-up only`;
}

function altOf(result: WordMap): string {
  const parts = countKinds(result).map((kind) => `${kindWords(kind)}: ${kind.n}`);
  return (
    `Map with one hexagon of the same size for each council, labelled with a code and the letter of ` +
    `its word. ${parts.join("; ")}. The data table lists every council with its word.`
  );
}

/**
 * A hexagon for each council with its published word, to look a council up: not for inference.
 * Words of low confidence are outlined and questioned, unknown ones left open.
 */
export function hexMap(result: WordMap, options: ChartOptions): Figure {
  const { set, n, leftOut, councils } = result;
  const document = documentOf(options);
  const codes = shortCodes(councils.map(({ council }) => council));
  const lost = councils.filter(({ x, y }) => x === null || y === null);
  const unplaced =
    lost.length === 0
      ? ""
      : ` Without a place in the layout: ${list(lost.map(({ council }) => council))}.`;
  const message =
    councils.length === 0
      ? nothingMessage
      : lost.length === councils.length
        ? "Nothing to show: the data hold no layout of councils."
        : null;
  return toFigure({
    unit: "assessment",
    id: options.id ?? "hex-map",
    title: councils.length === 0 ? nothingTitle : titleOf(result),
    subtitle: `Published word of each council's latest formal assessment, for look-up. ${setWords(set, n)} with a known word`,
    alt: councils.length === 0 ? "Map without any council." : altOf(result),
    caption:
      "Every council has the same area, and its place is near its place in England. The upper line is " +
      "a code of three letters that the data table explains; the lower is the word: O Outstanding, G " +
      "Good, RI Requires improvement, I Inadequate. An outline and a question mark stand for a word " +
      "found with low confidence, which is no fact about the council, and a dash for a word not known " +
      "here. The map is for looking up. Neighbours share a region, a type and a date, so a pattern " +
      `on it shows no cause. It shows published words, so there is no interval.${unplaced}`,
    source: sourceWords(options.source, leftOut),
    n,
    data: {
      columns: [
        { key: "code", label: "Code" },
        { key: "council", label: "Council" },
        { key: "region", label: "Region" },
        { key: "rating", label: "Published word" },
        { key: "confidence", label: "Confidence" },
      ],
      rows: councils.map(({ council, region, rating, confidence }, i) => ({
        code: codes[i],
        council,
        region,
        rating,
        confidence,
      })),
    },
    svg: message === null ? draw(result, codes, document) : drawNothing(message, document),
  });
}
