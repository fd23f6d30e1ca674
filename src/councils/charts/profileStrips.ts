import * as Plot from "@observablehq/plot";
import type { Neighbours, NearestProfiles } from "../analysis/nearestProfiles.js";
import type { Assessment } from "../data/dataset.js";
import { toFigure } from "../../engine/report/block.js";
import type { Figure } from "../../engine/report/block.js";
import { count, list } from "../../engine/report/format.js";
import { documentOf } from "./chartOptions.js";
import type { ChartOptions } from "./chartOptions.js";
import { inkOn, palette, quiet, scoreTints, white } from "./colour.js";
import { newsWords, noInterval, nothingMessage, nothingTitle, sourceWords } from "./setWords.js";
import { onePath, outline } from "./onePath.js";
import { chartWidth, drawNothing, drawPlot, smallTextSize } from "./svg.js";
import { wrapWords } from "./textWidth.js";

const cell = 23;
const cellsLeft = 342;
const differsX = chartWidth - 2;
const headerHeight = 81;
const rowHeight = 20;
const lineHeight = 14;
const headingHeight = 20;

interface Strip {
  readonly assessment: Assessment;
  readonly distance: number;
}

interface Block {
  readonly heading: string;
  readonly strips: readonly Strip[];
}

/** The tint of a 1 is white elsewhere: filled here, it would look as if it were not. */
const lowTint = quiet;

/** Why none is named, where they are too many. */
function tieWords({ tied, shown }: Neighbours): string {
  return tied > shown.length ? `; ${tied} tie and are not named` : "";
}

function blocksOf({ rating, nearest, farthest }: NearestProfiles): Block[] {
  const block = (neighbours: Neighbours | null, lead: string): Block[] =>
    neighbours === null
      ? []
      : [
          {
            heading: `${lead}, by ${count(neighbours.distance, "point")}${tieWords(neighbours)}`,
            strips: neighbours.shown.map((assessment) => ({
              assessment,
              distance: neighbours.distance,
            })),
          },
        ];
  return [
    ...block(farthest, `Also ${rating}, most different`),
    ...block(nearest, `Also ${rating}, least different`),
  ];
}

/** A council and its word, on as many lines as they need: no name is cut. Its own word is below. */
function label({ council, impliedRating }: Assessment, isOwn: boolean): readonly string[] {
  const text = isOwn ? council : `${council}, ${impliedRating}`;
  return wrapWords(text, cellsLeft - 10, text.length, { size: smallTextSize, bold: isOwn });
}

function draw(result: NearestProfiles, document: Document): string {
  const { parts: statements } = result.scheme;
  const cellsRight = cellsLeft + statements.length * cell;
  const sumX = cellsRight + 30;
  const { own } = result;
  const strips: (Strip & { y: number; isOwn: boolean; lines: readonly string[] })[] = [];
  const headings: { y: number; text: string }[] = [];
  let y = headerHeight;
  const add = (strip: Strip, isOwn: boolean) => {
    const lines = label(strip.assessment, isOwn);
    const height = Math.max(rowHeight, lines.length * lineHeight + 4);
    strips.push({ ...strip, isOwn, lines, y: y + height / 2 });
    y += height;
  };
  add({ assessment: own, distance: 0 }, true);
  for (const block of blocksOf(result)) {
    headings.push({ y: y + headingHeight / 2 + 2, text: block.heading });
    y += headingHeight;
    for (const strip of block.strips) add(strip, false);
  }
  const height = y + 4;
  const cells = strips.flatMap(({ assessment, isOwn, y: middle }) =>
    assessment.scores.map((known, i) => {
      const score = known!;
      const isFilled = isOwn || score !== own.scores[i];
      const x = cellsLeft + (i + 0.5) * cell;
      const tint = score === 1 ? lowTint : scoreTints[score];
      return { x, y: middle, score, isFilled, fill: isFilled ? tint : white };
    }),
  );
  const half = { x: cell / 2 - 1.5, y: rowHeight / 2 - 1.5 };
  const frame = (x: number, middle: number) =>
    outline([x - half.x, middle - half.y], [x + half.x, middle + half.y]);
  const column = (
    lines: readonly { readonly y: number; readonly text: string }[],
    x: number,
    options: Plot.TextOptions,
  ) => Plot.text(lines, { x: () => x, y: "y", text: "text", fontSize: smallTextSize, ...options });
  const names = strips.flatMap(({ lines, isOwn, y: middle }) =>
    lines.map((text, i) => ({
      y: middle + (i - (lines.length - 1) / 2) * lineHeight,
      isOwn,
      text,
    })),
  );
  const start = { textAnchor: "start" } as const;
  const end = { textAnchor: "end" } as const;
  return drawPlot(
    {
      height,
      margin: 0,
      x: { domain: [0, chartWidth], axis: null },
      y: { domain: [height, 0], axis: null },
      color: { type: "identity" },
      marks: [
        onePath(
          cells.filter(({ isFilled }) => !isFilled).map(({ x, y: middle }) => frame(x, middle)),
          { stroke: quiet, strokeWidth: 1 },
        ),
        Plot.rect(
          cells.filter(({ isFilled }) => isFilled),
          {
            x1: ({ x }: (typeof cells)[number]) => x - half.x,
            x2: ({ x }: (typeof cells)[number]) => x + half.x,
            y1: ({ y: middle }: (typeof cells)[number]) => middle - half.y,
            y2: ({ y: middle }: (typeof cells)[number]) => middle + half.y,
            fill: "fill",
            stroke: palette.darkBlue,
            strokeWidth: 1,
          },
        ),
        Plot.text(cells, {
          x: "x",
          y: "y",
          text: ({ score }: (typeof cells)[number]) => String(score),
          fill: ({ fill }: (typeof cells)[number]) => inkOn(fill),
          fontSize: smallTextSize,
        }),
        column(
          names.filter(({ isOwn }) => !isOwn),
          2,
          start,
        ),
        column(
          names.filter(({ isOwn }) => isOwn),
          2,
          { ...start, fontWeight: "bold" },
        ),
        column(headings, 2, { ...start, fontWeight: "bold" }),
        column(
          strips.map((strip) => ({ y: strip.y, text: String(strip.assessment.sum) })),
          sumX,
          end,
        ),
        column(
          strips.flatMap((strip) =>
            strip.isOwn ? [] : [{ y: strip.y, text: String(strip.distance) }],
          ),
          differsX,
          end,
        ),
        Plot.text(statements, {
          x: (_, i) => cellsLeft + (i + 0.3) * cell,
          y: () => headerHeight - 6,
          text: "short",
          textAnchor: "start",
          rotate: -45,
          fontSize: smallTextSize,
        }),
        column([{ y: headerHeight - 5, text: "Sum" }], sumX, {
          ...end,
          fontWeight: "bold",
          fontSize: smallTextSize,
        }),
        column([{ y: headerHeight - 5, text: "Apart" }], differsX, {
          ...end,
          fontWeight: "bold",
          fontSize: smallTextSize,
        }),
      ],
    },
    document,
  );
}

function titleOf({ own, nearest, farthest }: NearestProfiles): string {
  const named = farthest ?? nearest;
  if (named === null) return `No other council in the set has the same word as ${own.council}`;
  const { n, distance, tied, shown } = named;
  if (distance === 0 && tied === n)
    return `${n === 1 ? "The other council" : `All ${n} other councils`} with the same word ${n === 1 ? "has" : "have"} the same nine scores as ${own.council}`;
  const [who, differ] =
    tied === 1
      ? [`${shown[0].council}, with the same word,`, "differs"]
      : [`${tied} councils with the same word`, "differ"];
  return `${who} ${differ} from ${own.council} by ${count(distance, "point")} over nine scores${farthest === null ? "" : ", the most that any does"}`;
}

const digits = ({ scores }: Assessment) => scores.join(" ");

function groupWords(neighbours: Neighbours | null, lead: string): string {
  if (neighbours === null) return "";
  const { shown, distance } = neighbours;
  const councils = shown.map((a) => `${a.council}, ${a.impliedRating}, ${digits(a)}`);
  return ` ${lead}, by ${count(distance, "point")}${tieWords(neighbours)}${shown.length === 0 ? "" : `: ${list(councils)}`}.`;
}

/**
 * The nine scores of a council as a strip, above those of the councils with its word that are most
 * and least different from it. Scores that differ from its own are filled. `result` is null where
 * not all nine scores of the council are known.
 */
export function profileStrips(result: NearestProfiles | null, options: ChartOptions): Figure {
  const document = documentOf(options);
  const statements = result?.scheme.parts ?? [];
  const isEmpty = result === null || result.nearest === null;
  const groups = isEmpty
    ? []
    : ([
        ["Same word, most different", result.farthest],
        ["Same word, least different", result.nearest],
      ] as const);
  const row = (
    group: string,
    { council, impliedRating, scores, sum }: Assessment,
    distance: number,
  ) => ({
    group,
    council,
    rating: impliedRating,
    sum,
    distance,
    ...Object.fromEntries(statements.map(({ id }, i) => [id, scores[i]])),
  });
  const rows = groups.flatMap(([group, neighbours]) =>
    (neighbours?.shown ?? []).map((a) => row(group, a, neighbours!.distance)),
  );
  return toFigure({
    unit: "assessment",
    id: options.id ?? "profile-strips",
    title: result === null ? nothingTitle : titleOf(result),
    subtitle: isEmpty
      ? "Nine scores of each council. No other council to compare with"
      : `Nine scores of each council. Compared with ${count(result.nearest.n, "other council")} with the same word of the ${
          result.set === "complete" ? "complete set" : "set of all known reports"
        }`,
    alt: isEmpty
      ? "Strips of scores without any council to compare."
      : `Strips of nine scores. ${result.own.council}: ${digits(result.own)}.${groupWords(result.farthest, `Also ${result.rating}, most different`)}${groupWords(result.nearest, `Also ${result.rating}, least different`)}`,
    caption: `Filled scores differ from the first row's; on the right is by how many points they do, up or down, over all nine. Councils that tie stand in alphabetical order: no order here is a ranking. ${noInterval}${isEmpty ? "" : newsWords(result.set)}`,
    source: sourceWords(options.source, result?.leftOut ?? []),
    n: isEmpty ? 0 : result.nearest.n + 1,
    data: {
      columns: [
        { key: "group", label: "Group" },
        { key: "council", label: "Council" },
        { key: "rating", label: "Word" },
        { key: "sum", label: "Sum (points)" },
        { key: "distance", label: "Points apart" },
        ...statements.map(({ id, short }) => ({ key: id, label: short })),
      ],
      rows: isEmpty ? [] : [row("This council", result.own, 0), ...rows],
    },
    svg: isEmpty ? drawNothing(nothingMessage, document) : draw(result, document),
  });
}
