import * as Plot from "@observablehq/plot";
import type { ComparisonGroup, CouncilProfile } from "../analysis/councilProfile.js";
import { scoreMeanings, statements, themes } from "../framework.js";
import type { Score } from "../framework.js";
import { toFigure } from "../report/block.js";
import type { Figure } from "../report/block.js";
import { count, list, number } from "../report/format.js";
import { documentOf } from "./chartOptions.js";
import type { ChartOptions } from "./chartOptions.js";
import { palette, quiet, white } from "./colour.js";
import { newsWords, nothingMessage, noInterval, nothingTitle } from "./setWords.js";
import { chartWidth, drawNothing, drawPlot, smallTextSize, textSize } from "./svg.js";
import { wrapWords } from "./textWidth.js";

const levels: readonly Score[] = [1, 2, 3, 4];
const standard = 3;
const slot = 30;
const panelGap = 13;
const panelWidth = levels.length * slot;
/** The left edges of its own panel and of those of the three groups. */
const edges = [0, 1, 2, 3].map(
  (i) => chartWidth - (4 - i) * (panelWidth + panelGap) + panelGap - 2,
);
const headerHeight = 64;
const themeHeight = 19;
const rowHeight = 30;
const barHeight = 11;
const headerStyle = { size: smallTextSize, bold: true };

/** Whose scores these are, and how sure they are: nothing where they stand as published. */
export function scoresLead({ standing }: Pick<CouncilProfile, "standing">): string {
  if (standing === "indicative") return "the pilot, whose word was indicative";
  return standing === "lowConfidence" ? "one source, with low confidence" : "";
}

interface Line {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

const nameOf = ({ id, name }: ComparisonGroup) => (id === "set" ? "All in the set" : name);
const slotCentre = (panel: number, score: Score) => edges[panel] + (score - 0.5) * slot;

function draw({ scores, groups }: CouncilProfile, document: Document): string {
  const names: Line[] = [];
  const headings: Line[] = [];
  const rows: { statement: number; y: number }[] = [];
  let y = headerHeight;
  for (const theme of themes) {
    headings.push({ x: 2, y: y + themeHeight / 2 + 2, text: theme.name });
    y += themeHeight;
    statements.forEach((statement, index) => {
      if (statement.theme !== theme.id) return;
      rows.push({ statement: index, y });
      names.push({ x: 2, y: y + rowHeight / 2, text: statement.short });
      y += rowHeight;
    });
  }
  const height = y + 4;
  const bars: { x1: number; x2: number; y1: number; y2: number; own: boolean }[] = [];
  const counts: (Line & { own: boolean })[] = [];
  const frames: { x1: number; x2: number; y1: number; y2: number }[] = [];
  const marks: Line[] = [];
  const unknown: Line[] = [];
  for (const { statement, y: top } of rows) {
    const score = scores[statement];
    if (score === null) unknown.push({ x: edges[0] + panelWidth / 2, y: top + 15, text: "?" });
    else marks.push({ x: slotCentre(0, score), y: top + 15, text: String(score) });
    groups.forEach(({ n, comparisons }, g) => {
      for (const level of levels) {
        const found = comparisons[statement].counts[level - 1];
        const own = level === score;
        const x = slotCentre(g + 1, level);
        // An empty place is no council; at its own score a 0 says so.
        if (found > 0 || own) counts.push({ x, y: top + 21, text: number(found), own });
        const tall = found === 0 ? 0 : Math.max(1, (barHeight * found) / n);
        if (tall > 0)
          bars.push({
            x1: x - 9,
            x2: x + 9,
            y1: top + 2 + barHeight - tall,
            y2: top + 2 + barHeight,
            own,
          });
        if (own)
          frames.push({ x1: x - 13.5, x2: x + 13.5, y1: top + 0.5, y2: top + rowHeight - 1.5 });
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
  const rect = { x1: "x1", x2: "x2", y1: "y1", y2: "y2" } as const;
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
        Plot.ruleY(
          rows.map((row) => row.y),
          { x1: 0, x2: chartWidth, stroke: quiet, strokeDasharray: "1,4" },
        ),
        Plot.ruleX(
          edges.map((edge) => edge + (standard - 1) * slot),
          { y1: headerHeight + 6, y2: height - 4, stroke: quiet, strokeDasharray: "4,3" },
        ),
        Plot.rect(bars, { ...rect, fill: ({ own }) => (own ? palette.darkBlue : quiet) }),
        Plot.rect(frames, { ...rect, fill: "none", stroke: palette.darkBlue, strokeWidth: 1.5 }),
        Plot.dot(marks, { x: "x", y: "y", r: 11, fill: palette.darkBlue }),
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

/** "none is", "1 is", "8 are". */
const verb = (n: number) => (n === 0 ? "none is" : n === 1 ? "1 is" : `${n} are`);

function titleOf(profile: CouncilProfile): string {
  const { council, known, below, at, above } = profile;
  const lead = scoresLead(profile);
  const whose = lead === "" ? council.name : `${council.name} (${lead})`;
  const of = known === statements.length ? `${known} scores` : count(known, "known score");
  const places = `${verb(below)} below the good standard of 3, ${verb(at)} at it and ${verb(above)} above it`;
  return `${whose}: of ${of}, ${places}`;
}

/**
 * One council's score on each statement, by theme, beside how many other councils score 1, 2, 3
 * and 4: of the set, its region and its type. Counts, no ranks.
 */
export function councilScores(profile: CouncilProfile, options: ChartOptions): Figure {
  const { council, set, scores, known, groups } = profile;
  const document = documentOf(options);
  const shown = statements.flatMap(({ short }, i) =>
    scores[i] === null ? [] : [`${short} ${scores[i]}`],
  );
  const [{ n: others }] = groups;
  return toFigure({
    id: options.id ?? "council-scores",
    title: known === 0 ? nothingTitle : titleOf(profile),
    subtitle:
      `Its score on each statement, and how many other councils score 1, 2, 3 and 4. ` +
      `${set === "complete" ? "Complete set of reports" : "All reports known, not a complete set"}: ${count(others, "other council")}`,
    alt:
      known === 0
        ? `A chart of scores without any score of ${council.name}.`
        : `Scores of ${council.name}: ${list(shown)}. Beside each, counts of other councils by score; the table of the data gives how many score lower, the same and higher.`,
    caption:
      `The circle is its score; in the columns to its right the frame marks the councils that score the same: those to the left score lower, those to the right higher, and an empty place is no council. ` +
      `The broken line parts 1 and 2 from 3 and 4. CQC's labels are ${levels.map((level) => `${level} ${scoreMeanings[level - 1]}`).join(", ")}. ` +
      `Region and type have few councils each, so read their counts as counts, not as typical. ${noInterval}${newsWords(set)}`,
    source: options.source,
    n: known === 0 ? 0 : others + 1,
    data: {
      columns: [
        { key: "statement", label: "Quality statement" },
        { key: "score", label: "Its score" },
        ...groups.flatMap(({ id, n, ...group }) =>
          ["lower", "same", "higher"].map((side) => ({
            key: `${id}-${side}`,
            label: `${id === "set" ? "All in the set" : group.name}, ${count(n, "other")}: ${side === "same" ? "the same" : side}`,
          })),
        ),
        ...levels.map((level) => ({
          key: `score-${level}`,
          label: `All in the set, scoring ${level}`,
        })),
      ],
      rows: statements.map(({ name }, i) => ({
        statement: name,
        score: scores[i],
        ...Object.fromEntries(
          groups.flatMap(({ id, comparisons }) => {
            const { against } = comparisons[i];
            return [
              [`${id}-lower`, against?.lower ?? null],
              [`${id}-same`, against?.same ?? null],
              [`${id}-higher`, against?.higher ?? null],
            ];
          }),
        ),
        ...Object.fromEntries(
          levels.map((level) => [`score-${level}`, groups[0].comparisons[i].counts[level - 1]]),
        ),
      })),
    },
    svg: known === 0 ? drawNothing(nothingMessage, document) : draw(profile, document),
  });
}
