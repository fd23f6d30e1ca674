import * as Plot from "@observablehq/plot";
import type { PilotPair, Tranches } from "../analysis/tranches.js";
import { ratingsOf } from "../../ratings/scheme.js";
import type { Rating } from "../../ratings/scheme.js";
import { toFigure } from "../../engine/report/block.js";
import type { Figure } from "../../engine/report/block.js";
import { count, number } from "../../engine/report/format.js";
import { documentOf } from "./chartOptions.js";
import type { ChartOptions } from "./chartOptions.js";
import { palette } from "./colour.js";
import { nothingMessage, nothingTitle } from "./setWords.js";
import { chartWidth, drawNothing, drawPlot, smallTextSize, textSize } from "./svg.js";
import { textWidth, wrapPhrases } from "./textWidth.js";

type Change = NonNullable<PilotPair["change"]>;

const colours: Readonly<Record<Change, string>> = {
  up: palette.darkBlue,
  same: palette.darkGrey,
  down: palette.darkPink,
};
const left = Math.ceil(textWidth("Requires improvement", { size: textSize, bold: true })) + 22;
const right = left + 110;
const lineHeight = 16;
/** More pilots than these are counted instead of named, so that the picture fits on a page. */
const mostNamed = 12;

/** Councils with the same two words, found with the same confidence: one line of the picture. */
interface Slope {
  readonly from: Rating;
  readonly to: Rating;
  readonly change: Change;
  readonly isLow: boolean;
  readonly councils: readonly string[];
}

function slopesOf(pairs: readonly PilotPair[], topDown: readonly Rating[]): Slope[] {
  return topDown.flatMap((to) =>
    // The same word first, so that its line is level.
    [to, ...topDown.filter((from) => from !== to)].flatMap((from) =>
      [false, true].flatMap((isLow): Slope[] => {
        const those = pairs.filter(
          ({ pilot, formal, confidence }) =>
            pilot === from && formal === to && (confidence === "low") === isLow,
        );
        const change = those[0]?.change ?? null;
        if (change === null) return [];
        return [{ from, to, change, isLow, councils: those.map(({ council }) => council) }];
      }),
    ),
  );
}

/** The councils by name, or their number. */
function phrasesOf(councils: readonly string[], areNamed: boolean): readonly string[] {
  return areNamed ? councils : [number(councils.length)];
}

function slopeLines({ from, change, isLow, councils }: Slope, areNamed: boolean): string[] {
  const lead = change === "same" ? "The same" : `${change === "up" ? "Up" : "Down"} from ${from}`;
  const [first, ...others] = phrasesOf(councils, areNamed);
  const rest = [...others, ...(isLow ? ["low confidence"] : [])];
  const [width, style] = [chartWidth - right - 18, { size: smallTextSize }];
  // No name is cut short while it fits on a line of its own.
  return textWidth(`${lead}: ${first},`, style) <= width
    ? wrapPhrases([`${lead}: ${first}`, ...rest], width, style)
    : [`${lead}:`, ...wrapPhrases([first, ...rest], width, style)];
}

interface Line {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

function draw(pairs: readonly PilotPair[], topDown: readonly Rating[], document: Document): string {
  const slopes = slopesOf(pairs, topDown);
  const areNamed = pairs.length <= mostNamed;
  const headings: Line[] = [
    { x: 4, y: 12, text: "Pilot, an indicative word" },
    { x: right + 14, y: 12, text: "Formal assessment" },
  ];
  const plain: Line[] = [];
  const bold: Line[] = [];
  const level = new Map<Rating, number>();
  const drawn: (Slope & { y: number })[] = [];
  let y = 44;
  for (const rating of topDown) {
    const own = slopes.filter(({ to }) => to === rating);
    const pilots = pairs.filter(({ pilot }) => pilot === rating).length;
    bold.push({ x: right + 14, y, text: rating });
    const first = y + lineHeight + 2;
    level.set(rating, first);
    bold.push({ x: 4, y: first - 8, text: rating });
    plain.push({ x: 4, y: first + 8, text: pilots === 0 ? "no pilot" : count(pilots, "pilot") });
    if (own.length === 0) plain.push({ x: right + 14, y: first, text: "none known" });
    let at = first;
    for (const slope of own) {
      drawn.push({ ...slope, y: at });
      for (const text of slopeLines(slope, areNamed)) {
        plain.push({ x: right + 14, y: at, text });
        at += lineHeight;
      }
    }
    y = Math.max(at, first + lineHeight) + 16;
  }
  for (const rating of [...topDown, null]) {
    const open = pairs.filter(({ pilot, change }) => change === null && pilot === rating);
    if (open.length === 0) continue;
    const [first, ...others] = phrasesOf(
      open.map(({ council }) => council),
      areNamed,
    );
    const lead =
      rating === null ? "Pilot's word not known" : `${rating} in the pilot, formal word not known`;
    const phrases = [`${lead}: ${first}`, ...others];
    for (const text of wrapPhrases(phrases, chartWidth - 8, { size: smallTextSize })) {
      plain.push({ x: 4, y, text });
      y += lineHeight;
    }
  }
  const height = y + 2;
  const ends = drawn.map((slope) => ({ ...slope, start: level.get(slope.from)! }));
  const starts = topDown.filter((rating) => drawn.some(({ from }) => from === rating));
  const text = (lines: readonly Line[], size: number, weight?: "bold") =>
    Plot.text(lines, {
      x: "x",
      y: "y",
      text: "text",
      textAnchor: "start",
      fontSize: size,
      fontWeight: weight,
    });
  const links = (isLow: boolean) =>
    Plot.link(
      ends.filter((end) => end.isLow === isLow),
      {
        x1: left,
        x2: right,
        y1: "start",
        y2: "y",
        stroke: ({ change }: Slope) => colours[change],
        strokeWidth: 2.5,
        strokeDasharray: isLow ? "5,4" : undefined,
      },
    );
  return drawPlot(
    {
      height,
      margin: 0,
      x: { domain: [0, chartWidth], axis: null },
      y: { domain: [height, 0], axis: null },
      color: { type: "identity" },
      marks: [
        links(false),
        links(true),
        Plot.dot(starts, {
          x: left,
          y: (rating: Rating) => level.get(rating)!,
          r: 5,
          symbol: "diamond",
          fill: palette.darkGrey,
        }),
        Plot.dot(ends, { x: right, y: "y", r: 4.5, fill: ({ change }: Slope) => colours[change] }),
        text(headings, smallTextSize),
        text(bold, textSize, "bold"),
        text(plain, smallTextSize),
      ],
    },
    document,
  );
}

function titleOf({ pilotPairs, pilotChanges: { up, same, down } }: Tranches): string {
  const known = pilotPairs.filter(({ change }) => change !== null);
  const low = known.filter(({ confidence }) => confidence === "low").length;
  const of = count(pilotPairs.length, "pilot council");
  if (known.length === 0) return `No formal word is known for any of ${of}`;
  const sure =
    low === 0
      ? ""
      : low === known.length
        ? ", with low confidence"
        : `, ${low} with low confidence`;
  return `The formal word of ${known.length} of ${of} is known${sure}: ${up} up from the pilot, ${same} the same, ${down} down`;
}

function pairWords({ council, pilot, formal, change, confidence }: PilotPair): string {
  const words = `${council}, ${pilot ?? "not known"} in the pilot`;
  if (change === null) return `${words}, formal word not known`;
  return `${words}, ${formal} since${confidence === "low" ? " (low confidence)" : ""}`;
}

/** The words of pilot councils then and since: slopes where both are known, a list where not. */
export function pilotSlopes(result: Tranches, options: ChartOptions): Figure {
  const { pilotPairs: pairs, pilotChanges } = result;
  const document = documentOf(options);
  const n = pairs.length;
  const { up, same, down } = pilotChanges;
  return toFigure({
    unit: "assessment",
    id: options.id ?? "pilot-slopes",
    title: n === 0 ? nothingTitle : titleOf(result),
    subtitle: `Indicative word of the pilot and published word of the formal assessment. ${count(n, "pilot council")}`,
    alt:
      n === 0
        ? "Slopes of words without any pilot council."
        : n <= mostNamed
          ? `Lines from the pilot's word to the formal one. ${pairs.map(pairWords).join("; ")}.`
          : `Lines from the pilot's word to the formal one. ${up} went up, ${same} stayed, ${down} went down, of ${n}; for ${n - up - same - down} a word is not known.`,
    caption:
      "A line joins the two words of a council; a dashed line ends at a word found with low " +
      "confidence, which is no fact about the council. The pilots' words were indicative. Time " +
      "passed and the rule changed between the two, so a change is not an error of either. It " +
      "counts words, so there is no interval, and so few pairs can decide nothing.",
    source: options.source,
    n,
    data: {
      columns: [
        { key: "council", label: "Council" },
        { key: "pilot", label: "Pilot, indicative word" },
        { key: "formal", label: "Formal word" },
        { key: "confidence", label: "Confidence in the formal word" },
        { key: "change", label: "Change" },
      ],
      rows: pairs.map(({ council, pilot, formal, confidence, change }) => ({
        council,
        pilot,
        formal,
        confidence,
        change,
      })),
    },
    svg:
      n === 0
        ? drawNothing(nothingMessage, document)
        : draw(pairs, [...ratingsOf(result.scheme)].reverse(), document),
  });
}
