import * as Plot from "@observablehq/plot";
import type { CouncilMargin, Margins } from "../analysis/margins.js";
import { ratingRank, ratings } from "../framework.js";
import { toFigure } from "../../engine/report/block.js";
import type { Figure } from "../../engine/report/block.js";
import { count, list } from "../../engine/report/format.js";
import { documentOf } from "./chartOptions.js";
import type { ChartOptions } from "./chartOptions.js";
import { palette, quiet, scoreTints } from "./colour.js";
import { noInterval, nothingMessage, nothingTitle, setWords, sourceWords } from "./setWords.js";
import {
  chartWidth,
  drawNothing,
  drawPlot,
  maxChartHeight,
  smallTextSize,
  textSize,
} from "./svg.js";
import { wrapPhrases } from "./textWidth.js";

/** The widest band has nine sums, so no word is further away than nine points. */
const distances = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const edge = 4;
const step = (chartWidth - 2 * edge) / distances.length;
const barsHeight = 52;
const lineHeight = 17;

type Direction = "lower" | "higher";

interface Line {
  readonly y: number;
  readonly x: number;
  readonly text: string;
}

function pointsTo(direction: Direction, { toLower, toHigher }: CouncilMargin): number | null {
  return direction === "lower" ? toLower : toHigher;
}

function countAt(councils: readonly CouncilMargin[], direction: Direction, points: number): number {
  return councils.filter((council) => pointsTo(direction, council) === points).length;
}

/** The councils one point away, in a heading and lines for each change of word. */
function namesFrom(y: number, councils: readonly CouncilMargin[], direction: Direction) {
  const bold: Line[] = [];
  const plain: Line[] = [];
  let at = y;
  for (const rating of [...ratings].reverse()) {
    const near = councils.filter((c) => c.rating === rating && pointsTo(direction, c) === 1);
    if (near.length === 0) continue;
    const next = ratings[ratingRank(rating) + (direction === "lower" ? -1 : 1)];
    at += 6;
    bold.push({ x: edge, y: at, text: `One point, ${rating} to ${next}: ${near.length}` });
    const names = near.map(({ council }) => council).sort((a, b) => a.localeCompare(b, "en"));
    for (const text of wrapPhrases(names, chartWidth - 2 * edge, { size: smallTextSize })) {
      at += lineHeight;
      plain.push({ x: edge, y: at, text });
    }
    at += lineHeight;
  }
  return { bold, plain, end: at };
}

function stripOf(
  y: number,
  councils: readonly CouncilMargin[],
  direction: Direction,
  most: number,
) {
  const within = councils.filter((council) => pointsTo(direction, council) !== null);
  const beyond = councils.length - within.length;
  const end = direction === "lower" ? "lowest" : "highest";
  const already = beyond === 0 ? "" : `; ${beyond} already at the ${end}`;
  const title = `Points to a ${direction} word: ${count(within.length, "council")}${already}`;
  const baseline = y + 28 + barsHeight;
  const bars = distances.flatMap((points) => {
    const here = countAt(councils, direction, points);
    return here === 0
      ? []
      : [{ points, here, y1: baseline - (here / most) * barsHeight, y2: baseline }];
  });
  const centre = (points: number) => edge + (points - 0.5) * step;
  const names = namesFrom(baseline + 28, councils, direction);
  return {
    end: names.end,
    baseline,
    bars,
    bold: [{ x: edge, y, text: title }, ...names.bold],
    plain: names.plain,
    middle: [
      ...bars.map(({ points, here, y1 }) => ({ x: centre(points), y: y1 - 9, text: String(here) })),
      ...distances.map((points) => ({
        x: centre(points),
        y: baseline + 11,
        text: points === 1 ? "1 point" : `${points} points`,
      })),
    ],
  };
}

/** One SVG, or one for each direction where names make it taller than a page. */
function draw(councils: readonly CouncilMargin[], document: Document): string[] {
  const most = Math.max(
    1,
    ...distances.flatMap((points) =>
      (["lower", "higher"] as const).map((direction) => countAt(councils, direction, points)),
    ),
  );
  const top = 14;
  const lower = stripOf(top, councils, "lower", most);
  const higher = stripOf(lower.end + 8, councils, "higher", most);
  if (higher.end < maxChartHeight) return [drawStrips([lower, higher], document)];
  return [lower, stripOf(top, councils, "higher", most)].map((strip) =>
    drawStrips([strip], document),
  );
}

function drawStrips(strips: readonly ReturnType<typeof stripOf>[], document: Document): string {
  const text = (key: "bold" | "plain" | "middle", options: Plot.TextOptions) =>
    Plot.text(
      strips.flatMap((strip) => strip[key]),
      { x: "x", y: "y", text: "text", textAnchor: "start", fontSize: smallTextSize, ...options },
    );
  return drawPlot(
    {
      height: Math.max(...strips.map(({ end }) => end)) + 2,
      margin: 0,
      x: { type: "identity", axis: null },
      y: { type: "identity", axis: null },
      marks: [
        ...strips.flatMap(({ bars, baseline }) => [
          Plot.rect(bars, {
            x1: ({ points }: { points: number }) => edge + (points - 1) * step,
            x2: ({ points }: { points: number }) => edge + points * step,
            y1: "y1",
            y2: "y2",
            insetLeft: 4,
            insetRight: 4,
            fill: ({ points }: { points: number }) =>
              points === 1 ? palette.darkBlue : scoreTints[2],
          }),
          Plot.ruleY([baseline], { x1: edge, x2: chartWidth - edge, stroke: quiet }),
        ]),
        text("bold", { fontSize: textSize, fontWeight: "bold" }),
        text("plain", {}),
        text("middle", { textAnchor: "middle" }),
      ],
    },
    document,
  );
}

function titleOf({ n, onePoint: { lose, gain } }: Margins): string {
  const near = lose + gain;
  const verb = near === 1 || n === 1 ? "is" : "are";
  const finding = `${near} of ${count(n, "council")} ${verb} one point on one statement away from another word`;
  return near === 0 ? finding : `${finding}: ${lose} from a lower one, ${gain} from a higher one`;
}

function altOf({ councils }: Margins): string {
  const along = (direction: Direction) =>
    list(
      distances.flatMap((points) => {
        const here = countAt(councils, direction, points);
        return here === 0 ? [] : [`${here} at ${count(points, "point")}`];
      }),
    ) || "none";
  return (
    `Two strips of bars. Councils by points down to a lower word: ${along("lower")}. ` +
    `By points up to a higher word: ${along("higher")}.`
  );
}

/**
 * How far each council's sum lies from the next word, down and up: councils by points, and the
 * names of those for which one statement scored one point differently carries another word.
 */
export function marginStrip(result: Margins, options: ChartOptions): Figure {
  const { set, n, leftOut, councils } = result;
  const document = documentOf(options);
  return toFigure({
    unit: "assessment",
    id: options.id ?? "margin-strip",
    title: n === 0 ? nothingTitle : titleOf(result),
    subtitle: `Number of councils by points from their sum to the next word. ${setWords(set, n)}`,
    alt: n === 0 ? "Strips of points to the next word without any council." : altOf(result),
    caption:
      "Each bar counts councils by how many points would change their word. Councils one point away " +
      "are named in alphabetical order. This is arithmetic on published scores. It does not say " +
      `that a score or word is wrong, or that it would change in another assessment. ${noInterval}`,
    source: sourceWords(options.source, leftOut),
    n,
    data: {
      columns: [
        { key: "council", label: "Council" },
        { key: "rating", label: "Rating that the sum carries" },
        { key: "sum", label: "Sum (points)" },
        { key: "toLower", label: "Points to a lower word" },
        { key: "toHigher", label: "Points to a higher word" },
      ],
      rows: councils.map(({ council, rating, sum, toLower, toHigher }) => ({
        council,
        rating,
        sum,
        toLower,
        toHigher,
      })),
    },
    svg: n === 0 ? drawNothing(nothingMessage, document) : draw(councils, document),
  });
}
