import * as Plot from "@observablehq/plot";
import type { Rare, RareEvent } from "../analysis/rare.js";
import type { Words } from "../analysis/words.js";
import { toFigure } from "../../engine/report/block.js";
import type { Figure } from "../../engine/report/block.js";
import { count, percentInterval } from "../../engine/report/format.js";
import { documentOf } from "./chartOptions.js";
import type { ChartOptions } from "./chartOptions.js";
import { palette, quiet, white } from "./colour.js";
import { newsWords, nothingMessage, nothingTitle, setWords, sourceWords } from "./setWords.js";
import { chartWidth, drawNothing, drawPlot, smallTextSize, textSize } from "./svg.js";
import { intervalMeaning } from "../findings/intervalMeaning.js";

/** Kinds of icon, told apart by shape as well as colour. */
const kinds = {
  inadequate: { symbol: "square", fill: palette.darkPink, stroke: palette.darkPink, r: 5.5 },
  low: { symbol: "square", fill: white, stroke: palette.darkPink, r: 5 },
  one: { symbol: "triangle", fill: palette.darkBlue, stroke: palette.darkBlue, r: 4.5 },
  other: { symbol: "circle", fill: white, stroke: palette.darkBlue, r: 4 },
  unknown: { symbol: "times", fill: "none", stroke: quiet, r: 3.5 },
} as const;
type Kind = keyof typeof kinds;

interface Group {
  readonly kind: Kind;
  readonly name: string;
  readonly n: number;
}

interface Panel {
  readonly heading: string;
  readonly groups: readonly Group[];
}

const perRow = 40;
const step = chartWidth / perRow;
const keyHeight = 19;

/** Councils whose word is Inadequate with low confidence. */
function lowConfidence({ counts, countsWithoutLow }: Words): number {
  return counts.Inadequate - countsWithoutLow.Inadequate;
}

function panelsOf({ rare, words }: Events): Panel[] {
  const { anyScoreOf1, inadequate, inadequateByWord, n } = rare;
  const councils = words.n + words.unknown;
  const panel = (heading: string, groups: readonly Group[]) => ({
    heading,
    groups: groups.filter((group) => group.n > 0),
  });
  return [
    panel("By the nine scores", [
      // Nine scores with a sum of 13 or less hold a 1.
      {
        kind: "inadequate",
        name: "scores that carry Inadequate, with a score of 1",
        n: inadequate.count,
      },
      {
        kind: "one",
        name: "a score of 1 and a better word",
        n: anyScoreOf1.count - inadequate.count,
      },
      { kind: "other", name: "no score of 1", n: n - anyScoreOf1.count },
      { kind: "unknown", name: "nine scores not known here", n: councils - n },
    ]),
    panel("By the published word", [
      { kind: "inadequate", name: "Inadequate", n: inadequateByWord.count - lowConfidence(words) },
      { kind: "low", name: "Inadequate, with low confidence", n: lowConfidence(words) },
      { kind: "other", name: "another word", n: words.n - inadequateByWord.count },
      { kind: "unknown", name: "word not known here", n: words.unknown },
    ]),
  ];
}

function draw(panels: readonly Panel[], document: Document): string {
  const marks: Plot.Markish[] = [];
  let y = 4;
  const at = { frameAnchor: "top-left", lineAnchor: "middle" } as const;
  const icon = (kind: Kind, points: readonly (readonly [number, number])[]) => {
    const { symbol, fill, stroke, r } = kinds[kind];
    return Plot.dot(points, {
      x: ([x]: readonly [number, number]) => x,
      y: ([, top]: readonly [number, number]) => top,
      symbol,
      r,
      fill,
      stroke,
      strokeWidth: 1.5,
    });
  };
  for (const { heading, groups } of panels) {
    y += 10;
    marks.push(
      Plot.text([heading], { ...at, dx: 4, dy: y, fontSize: textSize, fontWeight: "bold" }),
    );
    y += 4;
    for (const { kind, name, n } of groups) {
      y += keyHeight;
      marks.push(
        icon(kind, [[step / 2, y]]),
        Plot.text([`${count(n, "council")}: ${name}`], {
          ...at,
          dx: step + 6,
          dy: y,
          fontSize: smallTextSize,
        }),
      );
    }
    y += keyHeight + 3;
    let place = 0;
    for (const { kind, n } of groups) {
      const from = place;
      const top = y;
      const points = Array.from({ length: n }, (_, i) => {
        const index = from + i;
        return [((index % perRow) + 0.5) * step, top + Math.floor(index / perRow) * step] as const;
      });
      marks.push(icon(kind, points));
      place += n;
    }
    y += Math.ceil(place / perRow) * step + 8;
  }
  return drawPlot(
    {
      height: y,
      margin: 0,
      x: { domain: [0, chartWidth], axis: null },
      y: { domain: [y, 0], axis: null },
      marks,
    },
    document,
  );
}

/** Results on the same set of one dataset. */
export interface Events {
  readonly rare: Rare;
  readonly words: Words;
}

function intervalWords({ clopperPearson }: RareEvent): string {
  return clopperPearson === null
    ? "no interval"
    : `95% interval ${percentInterval(clopperPearson, 1)}`;
}

function eventWords(event: RareEvent, what: string): string {
  const has = event.count === 1 || event.n === 1 ? "has" : "have";
  return `${event.count} of ${count(event.n, "council")} ${has} ${what} (${intervalWords(event)})`;
}

function titleOf({ rare: { anyScoreOf1, inadequateByWord }, words }: Events): string {
  const low = lowConfidence(words);
  return (
    `${eventWords(anyScoreOf1, "a score of 1")}; ` +
    eventWords(inadequateByWord, "the word Inadequate") +
    (low === 0 ? "" : `, ${low} of them with low confidence`)
  );
}

/**
 * Rare events as one icon for each council in England, none named: any score of 1 and Inadequate
 * among councils with nine known scores, Inadequate among published words, and what is not known.
 */
export function iconArray(events: Events, options: ChartOptions): Figure {
  const { rare, words } = events;
  const document = documentOf(options);
  const panels = panelsOf(events);
  const councils = words.n + words.unknown;
  const isEmpty = words.n === 0 && rare.n === 0;
  return toFigure({
    unit: "assessment",
    id: options.id ?? "icon-array",
    title: isEmpty ? nothingTitle : titleOf(events),
    subtitle: `Each icon is one council in England, ${count(councils, "council")} in all. ${setWords(words.set, words.n)} with a known word, ${rare.n} with nine known scores`,
    alt: isEmpty
      ? "Icons of rare events without any council whose word or scores are known."
      : `Two arrays of icons. ${panels.map(({ heading, groups }) => `${heading}: ${groups.map(({ n, name }) => `${count(n, "council")}, ${name}`).join("; ")}`).join(". ")}.`,
    caption:
      "No icon stands for a council that could be named: their order says nothing. A score of 1 and " +
      "the word Inadequate are not the same event, and fewer than ten of either carry a rate and no " +
      `more. Not known here is neither yes nor no. ${intervalMeaning}${newsWords(words.set)}`,
    source: sourceWords(options.source, words.leftOut),
    n: words.n,
    data: {
      columns: [
        { key: "by", label: "Counted by" },
        { key: "what", label: "What is known of the council" },
        { key: "councils", label: "Councils" },
      ],
      rows: panels.flatMap(({ heading, groups }) =>
        groups.map(({ name, n }) => ({
          by: heading.replace("By the ", ""),
          what: name,
          councils: n,
        })),
      ),
    },
    svg: isEmpty ? drawNothing(nothingMessage, document) : draw(panels, document),
  });
}
