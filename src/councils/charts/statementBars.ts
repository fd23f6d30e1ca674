import * as Plot from "@observablehq/plot";
import { below3, byShareBelow3, shareBelow3 } from "../analysis/profile.js";
import type { Profile, StatementProfile } from "../analysis/profile.js";
import { scoreMeanings, statements } from "../framework.js";
import type { Score } from "../framework.js";
import { toFigure } from "../../engine/report/block.js";
import type { Figure } from "../../engine/report/block.js";
import { count, list } from "../../engine/report/format.js";
import { documentOf } from "./chartOptions.js";
import type { ChartOptions } from "./chartOptions.js";
import { ink, inkOn, scoreSides } from "./colour.js";
import { noInterval, nothingMessage, nothingTitle, setWords, sourceWords } from "./setWords.js";
import { chartWidth, drawNothing, drawPlot, smallTextSize, textSize } from "./svg.js";
import { textWidth } from "./textWidth.js";

const nameWidth = 124;
const endWidth = 12;
/** Either side has room for its heading. */
const leastSide = 110;
const scores = [1, 2, 3, 4] as const;
const small = { size: smallTextSize };

interface Segment {
  readonly id: string;
  readonly score: Score;
  readonly councils: number;
  /** From the line between 2 and 3, in councils; scores of 1 and 2 are to its left. */
  readonly from: number;
  readonly to: number;
}

function above({ counts }: StatementProfile): number {
  return counts[2] + counts[3];
}

function shortName({ id, name }: StatementProfile): string {
  return statements.find((statement) => statement.id === id)?.short ?? name;
}

function segmentsOf(profile: StatementProfile): Segment[] {
  const [one, two, three, four] = profile.counts;
  const ends: readonly (readonly [number, number])[] = [
    [-two - one, -two],
    [-two, 0],
    [0, three],
    [three, three + four],
  ];
  return scores.flatMap((score, i) => {
    const [from, to] = ends[i];
    const councils = profile.counts[i];
    return councils === 0 ? [] : [{ id: profile.id, score, councils, from, to }];
  });
}

/** Councils to SVG pixels such that bars, what stands beyond their ends, and headings fit. */
function scaleOf(left: number, right: number, leftPad: number, rightPad: number) {
  const room = chartWidth - nameWidth - endWidth;
  const even = (room - leftPad - rightPad) / Math.max(left + right, 1);
  const leftSide = Math.min(Math.max(left * even + leftPad, leastSide), room - leastSide);
  const rightSide = room - leftSide;
  const perCouncil = Math.min(
    left > 0 ? (leftSide - leftPad) / left : Infinity,
    right > 0 ? (rightSide - rightPad) / right : Infinity,
  );
  return { perCouncil, domain: [-leftSide / perCouncil, rightSide / perCouncil] };
}

function fits({ councils }: Segment, perCouncil: number): boolean {
  return textWidth(String(councils), small) + 6 <= councils * perCouncil;
}

/** What stands beyond a bar's end: the counts that do not fit in their segment. */
function endLabel(segments: readonly Segment[], perCouncil: number): string {
  return segments
    .filter((segment) => !fits(segment, perCouncil))
    .map(({ score, councils }) => `${councils} scored ${score}`)
    .join(", ");
}

function endLabels(profile: StatementProfile, perCouncil: number) {
  const segments = segmentsOf(profile);
  return {
    id: profile.id,
    left: endLabel(
      segments.filter(({ score }) => score < 3),
      perCouncil,
    ),
    right: endLabel(
      segments.filter(({ score }) => score >= 3),
      perCouncil,
    ),
  };
}

function draw(profiles: readonly StatementProfile[], document: Document): string {
  const [left, right] = [below3, above].map((side) => Math.max(...profiles.map(side)));
  // The scale depends on the room for labels, and which labels there are on the scale. From the
  // widest label that a side can need, each pass gives back room and can only shorten labels.
  const wide = textWidth("000 scored 1, 000 scored 2", small) + 8;
  let scale = scaleOf(left, right, wide, wide);
  for (let pass = 0; pass < 3; pass++) {
    const labels = profiles.map((profile) => endLabels(profile, scale.perCouncil));
    const room = (side: "left" | "right") =>
      Math.max(...labels.map((label) => textWidth(label[side], small) + 8));
    scale = scaleOf(left, right, room("left"), room("right"));
  }
  const { perCouncil, domain } = scale;
  const segments = profiles.flatMap(segmentsOf);
  const labels = profiles.map((profile) => ({
    ...endLabels(profile, perCouncil),
    below: -below3(profile),
    above: above(profile),
  }));
  const heading = {
    frameAnchor: "top",
    x: 0,
    dy: -8,
    lineAnchor: "bottom",
    fontSize: textSize,
    fontWeight: "bold",
  } as const;
  let keyAt = 2 - nameWidth;
  const key = scores.flatMap((score) => {
    const text = `${score} ${scoreMeanings[score - 1]}`;
    const at = keyAt;
    keyAt += textWidth(text, small) + 34;
    const place = { frameAnchor: "top-left", dy: -50 } as const;
    return [
      Plot.dot([score], { ...place, symbol: "square", r: 6, fill: scoreSides[score], dx: at + 6 }),
      Plot.text([text], { ...place, lineAnchor: "middle", dx: at + 17, fontSize: smallTextSize }),
    ];
  });
  return drawPlot(
    {
      height: 64 + 26 * profiles.length + 8,
      marginLeft: nameWidth,
      marginRight: endWidth,
      marginTop: 64,
      marginBottom: 8,
      x: { domain, axis: null },
      y: { type: "band", domain: profiles.map(({ id }) => id), padding: 0.18, axis: null },
      marks: [
        ...key,
        Plot.text(["Scored 1 or 2"], { ...heading, textAnchor: "end", dx: -8 }),
        Plot.text(["Scored 3 or 4"], { ...heading, textAnchor: "start", dx: 8 }),
        Plot.text(profiles, {
          y: "id",
          frameAnchor: "left",
          dx: 2 - nameWidth,
          textAnchor: "start",
          text: shortName,
          fontSize: textSize,
        }),
        Plot.barX(segments, {
          x1: "from",
          x2: "to",
          y: "id",
          fill: ({ score }: Segment) => scoreSides[score],
          stroke: "white",
          strokeWidth: 1,
        }),
        Plot.text(
          segments.filter((segment) => fits(segment, perCouncil)),
          {
            x: ({ from, to }: Segment) => (from + to) / 2,
            y: "id",
            text: ({ councils }: Segment) => String(councils),
            fill: ({ score }: Segment) => inkOn(scoreSides[score]),
            fontSize: smallTextSize,
          },
        ),
        Plot.text(
          labels.filter((label) => label.left !== ""),
          { x: "below", y: "id", text: "left", textAnchor: "end", dx: -5, fontSize: smallTextSize },
        ),
        Plot.text(
          labels.filter((label) => label.right !== ""),
          {
            x: "above",
            y: "id",
            text: "right",
            textAnchor: "start",
            dx: 5,
            fontSize: smallTextSize,
          },
        ),
        Plot.ruleX([0], { stroke: ink, strokeWidth: 1.5 }),
      ],
    },
    document,
  );
}

function titleOf(profiles: readonly StatementProfile[]): string {
  const most = shareBelow3(profiles[0]);
  if (most === 0) return "No council scored below 3 on any statement";
  const lowest = profiles.filter((profile) => shareBelow3(profile) === most);
  const counts = [
    ...new Set(lowest.map((profile) => `${below3(profile)} of ${count(profile.n, "council")}`)),
  ];
  if (lowest.length === profiles.length)
    return `Councils score below 3 equally often on every statement: ${counts.join(" or ")}`;
  if (lowest.length === 1)
    return `${lowest[0].name} is the statement most often scored below 3: ${counts[0]}`;
  const which = lowest.length === 2 ? list(lowest.map(shortName)) : `${lowest.length} statements`;
  return `${which} are most often scored below 3: ${counts.join(" or ")} each`;
}

function altOf(profiles: readonly StatementProfile[]): string {
  const parts = profiles.map(
    (profile) => `${shortName(profile)} ${below3(profile)} of ${profile.n}`,
  );
  return `Diverging bars, councils scoring 1 or 2 on each statement: ${parts.join("; ")}.`;
}

/**
 * Diverging stacked bars, one for each statement, centred between scores of 2 and 3: councils below
 * a good standard to the left, councils at it or above to the right.
 */
export function statementBars(result: Profile, options: ChartOptions): Figure {
  const { set, n, leftOut } = result;
  const document = documentOf(options);
  const profiles = byShareBelow3(result);
  return toFigure({
    unit: "assessment",
    id: options.id ?? "statement-bars",
    title: n === 0 ? nothingTitle : titleOf(profiles),
    subtitle: `Number of councils by score on each of nine statements. ${setWords(set, n)}`,
    alt: n === 0 ? "Bars by statement without any council." : altOf(profiles),
    caption:
      "Each bar is a statement, the one most often below 3 at the top. Councils scoring 1 or 2 are " +
      "left of the line, those scoring 3 or 4 right of it. A statement with more low scores may be " +
      `harder, or be judged more strictly. The bars do not say which. ${noInterval}`,
    source: sourceWords(options.source, leftOut),
    n,
    data: {
      columns: [
        { key: "statement", label: "Statement" },
        ...scores.map((score) => ({ key: `score${score}`, label: `Councils scoring ${score}` })),
        { key: "n", label: "Councils with a known score" },
      ],
      rows: profiles.map(({ name, counts, n: known }) => ({
        statement: name,
        ...Object.fromEntries(scores.map((score) => [`score${score}`, counts[score - 1]])),
        n: known,
      })),
    },
    svg: n === 0 ? drawNothing(nothingMessage, document) : draw(profiles, document),
  });
}
