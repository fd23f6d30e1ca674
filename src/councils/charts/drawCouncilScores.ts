import * as Plot from "@observablehq/plot";
import type { ComparisonGroup, CouncilProfile } from "../analysis/councilProfile.js";
import { statements, themes } from "../framework.js";
import type { Score } from "../framework.js";
import { count, number } from "../../engine/report/format.js";
import { palette, quiet, white } from "./colour.js";
import { onePath, outline } from "./onePath.js";
import type { Point } from "./onePath.js";
import { chartWidth, drawPlot, smallTextSize, textSize } from "./svg.js";
import { wrapWords } from "./textWidth.js";

export const levels: readonly Score[] = [1, 2, 3, 4];
const standard = 3;
const slot = 30;
const panelGap = 13;
const panelWidth = levels.length * slot;
/** The left edges of its own panel and of those of the three groups. */
const edges = [0, 1, 2, 3].map(
  (i) => chartWidth - (4 - i) * (panelWidth + panelGap) + panelGap - 2,
);
const headerHeight = 56;
const themeHeight = 16;
const rowHeight = 23;
const barHeight = 6;
const barWidth = 18;
const headerStyle = { size: smallTextSize, bold: true };

interface Line {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

const nameOf = ({ id, name }: ComparisonGroup) => (id === "set" ? "All in the set" : name);
const slotCentre = (panel: number, score: Score) => edges[panel] + (score - 0.5) * slot;

/** The picture of {@link CouncilProfile}: rows of statements, a panel of its scores and one a group. */
export function drawCouncilScores({ scores, groups }: CouncilProfile, document: Document): string {
  const names: Line[] = [];
  const headings: Line[] = [];
  const rows: { statement: number; y: number }[] = [];
  let y = headerHeight;
  for (const theme of themes) {
    headings.push({ x: 2, y: y + themeHeight / 2, text: theme.name });
    y += themeHeight;
    statements.forEach((statement, index) => {
      if (statement.theme !== theme.id) return;
      rows.push({ statement: index, y });
      names.push({ x: 2, y: y + rowHeight / 2, text: statement.short });
      y += rowHeight;
    });
  }
  const height = y + 4;
  const bars: Point[][] = [];
  const ownBars: Point[][] = [];
  const counts: (Line & { own: boolean })[] = [];
  const frames: Point[][] = [];
  const marks: Line[] = [];
  const unknown: Line[] = [];
  for (const { statement, y: top } of rows) {
    const score = scores[statement];
    if (score === null)
      unknown.push({ x: edges[0] + panelWidth / 2, y: top + rowHeight / 2, text: "?" });
    else marks.push({ x: slotCentre(0, score), y: top + rowHeight / 2, text: String(score) });
    groups.forEach(({ n, comparisons }, g) => {
      for (const level of levels) {
        const found = comparisons[statement].counts[level - 1];
        const own = level === score;
        const x = slotCentre(g + 1, level);
        // An empty place is no council; at its own score a 0 says so.
        if (found > 0 || own) counts.push({ x, y: top + 15.5, text: number(found), own });
        const tall = found === 0 ? 0 : Math.max(1, (barHeight * found) / n);
        const foot = top + 2.5 + barHeight;
        if (tall > 0)
          (own ? ownBars : bars).push([
            [x, foot - tall],
            [x, foot],
          ]);
        if (own) frames.push(outline([x - 13.5, top + 1], [x + 13.5, top + rowHeight - 1]));
      }
    });
  }
  const header = [
    { lines: ["Its score"], panel: 0 },
    ...groups.map((group, g) => ({
      lines: [...wrapWords(nameOf(group), panelWidth - 4, 2, headerStyle), count(group.n, "other")],
      panel: g + 1,
    })),
  ].flatMap(({ lines, panel }) =>
    lines.map((text, i) => ({
      x: edges[panel] + panelWidth / 2,
      y: headerHeight - 20 - 14 * (lines.length - 1 - i),
      text,
    })),
  );
  const scale = edges.flatMap((_, panel) =>
    levels.map((level) => ({
      x: slotCentre(panel, level),
      y: headerHeight - 4,
      text: String(level),
    })),
  );
  const text = (lines: readonly Line[], options: Plot.TextOptions) =>
    Plot.text(lines, { x: "x", y: "y", text: "text", fontSize: smallTextSize, ...options });
  return drawPlot(
    {
      height,
      margin: 0,
      x: { domain: [0, chartWidth], axis: null },
      y: { domain: [height, 0], axis: null },
      color: { type: "identity" },
      marks: [
        onePath(
          rows.map((row) => [
            [0, row.y],
            [chartWidth, row.y],
          ]),
          { stroke: quiet, strokeWidth: 1, strokeDasharray: "1,4" },
        ),
        onePath(
          edges.map((edge) => [
            [edge + (standard - 1) * slot, headerHeight + 6],
            [edge + (standard - 1) * slot, height - 4],
          ]),
          { stroke: quiet, strokeWidth: 1, strokeDasharray: "4,3" },
        ),
        onePath(bars, { stroke: quiet, strokeWidth: barWidth, strokeLinecap: "butt" }),
        onePath(ownBars, {
          stroke: palette.darkBlue,
          strokeWidth: barWidth,
          strokeLinecap: "butt",
        }),
        onePath(frames, { stroke: palette.darkBlue, strokeWidth: 1.5 }),
        Plot.dot(marks, { x: "x", y: "y", r: 10, fill: palette.darkBlue }),
        text(marks, { fill: white, fontSize: textSize, fontWeight: "bold" }),
        text(unknown, { fontSize: textSize }),
        text(
          counts.filter(({ own }) => !own),
          {},
        ),
        text(
          counts.filter(({ own }) => own),
          { fontWeight: "bold" },
        ),
        text(names, { textAnchor: "start", fontSize: textSize }),
        text(headings, { textAnchor: "start", fontSize: textSize, fontWeight: "bold" }),
        text(header, { fontWeight: "bold" }),
        text(scale, {}),
      ],
    },
    document,
  );
}
