import * as Plot from "@observablehq/plot";
import type { Selection } from "../analysis/select.js";
import type { Assessment } from "../data/dataset.js";
import type { Part, Rating } from "../../ratings/scheme.js";
import { toFigure } from "../../engine/report/block.js";
import type { Figure } from "../../engine/report/block.js";
import { documentOf } from "./chartOptions.js";
import type { ChartOptions } from "./chartOptions.js";
import { inkOn, palette, scoreTints } from "./colour.js";
import { heatMapWords, orderBySum, panelsOf, rowHeight, starredName } from "./heatMap.js";
import { heatMapVegaLite } from "./heatMapVegaLite.js";
import { nothingMessage, sourceWords } from "./setWords.js";
import { drawNothing, drawPlot, smallTextSize, textSize } from "./svg.js";
import { fitText } from "./textWidth.js";

const nameWidth = 246;
const sumWidth = 46;
const headerHeight = 104;

interface Row {
  readonly key: string;
  readonly heading: string | null;
  readonly assessment: Assessment | null;
}

function headingOf(rating: Rating | null, isFirst: boolean): string {
  return `${rating ?? "Sum not known"}${isFirst ? "" : ", continued"}`;
}

/** A panel's rows: each word's heading, again at the top of a panel, and its councils. */
function rowsOf(panel: readonly Assessment[], before: Assessment | undefined): Row[] {
  return panel.flatMap((assessment, i) => {
    const last = i === 0 ? undefined : panel[i - 1];
    const rating = assessment.impliedRating;
    const row: Row = { key: `row ${i}`, heading: null, assessment };
    if (last !== undefined && last.impliedRating === rating) return [row];
    const isFirst = i > 0 || before === undefined || before.impliedRating !== rating;
    return [{ key: `heading ${i}`, heading: headingOf(rating, isFirst), assessment: null }, row];
  });
}

function draw(rows: readonly Row[], statements: readonly Part[], document: Document): string {
  const councils = rows.flatMap(({ key, assessment }) => (assessment ? [{ key, assessment }] : []));
  const cells = councils.flatMap(({ key, assessment }) =>
    statements.flatMap(({ id }, i) => {
      const score = assessment.scores[i] ?? null;
      return [{ key, id, score }];
    }),
  );
  const known = cells.flatMap(({ score, ...cell }) => (score === null ? [] : [{ ...cell, score }]));
  const unknown = cells.filter(({ score }) => score === null);
  const name = { size: smallTextSize };
  return drawPlot(
    {
      height: headerHeight + rows.length * rowHeight + 6,
      marginLeft: nameWidth,
      marginRight: sumWidth,
      marginTop: headerHeight,
      marginBottom: 6,
      x: { type: "band", domain: statements.map(({ id }) => id), padding: 0, axis: null },
      y: { type: "band", domain: rows.map(({ key }) => key), padding: 0, axis: null },
      marks: [
        Plot.cell(known, {
          x: "id",
          y: "key",
          inset: 1,
          fill: ({ score }: (typeof known)[number]) => scoreTints[score],
        }),
        Plot.cell(
          known.filter(({ score }) => score === 1),
          {
            x: "id",
            y: "key",
            inset: 1.75,
            fill: "none",
            stroke: palette.darkBlue,
            strokeWidth: 1.5,
          },
        ),
        Plot.text(known, {
          x: "id",
          y: "key",
          text: ({ score }: (typeof known)[number]) => String(score),
          fill: ({ score }: (typeof known)[number]) => inkOn(scoreTints[score]),
          fontSize: smallTextSize,
        }),
        Plot.text(unknown, { x: "id", y: "key", text: () => "?", fontSize: smallTextSize }),
        Plot.text(councils, {
          y: "key",
          frameAnchor: "left",
          dx: -nameWidth + 2,
          textAnchor: "start",
          text: ({ assessment }: (typeof councils)[number]) =>
            fitText(starredName(assessment), nameWidth - 10, name),
          fontSize: smallTextSize,
        }),
        Plot.text(councils, {
          y: "key",
          frameAnchor: "right",
          dx: 32,
          textAnchor: "end",
          text: ({ assessment }: (typeof councils)[number]) =>
            assessment.sum === null ? "?" : String(assessment.sum),
          fontSize: textSize,
        }),
        Plot.text(
          rows.filter(({ heading }) => heading !== null),
          {
            y: "key",
            frameAnchor: "left",
            dx: -nameWidth + 2,
            textAnchor: "start",
            text: "heading",
            fontSize: textSize,
            fontWeight: "bold",
          },
        ),
        Plot.text(statements, {
          x: "id",
          frameAnchor: "top",
          text: "short",
          textAnchor: "start",
          rotate: -60,
          dy: -8,
          fontSize: smallTextSize,
        }),
        Plot.text(["Sum"], {
          frameAnchor: "top-right",
          lineAnchor: "bottom",
          textAnchor: "end",
          dx: 32,
          dy: -6,
          fontSize: textSize,
          fontWeight: "bold",
        }),
      ],
    },
    document,
  );
}

/**
 * A heat map of councils by statements, ordered by sum, with the score printed in each cell; in
 * panels, so that text stays as large as elsewhere when 153 councils go over several pages. It
 * carries the same heat map as a Vega-Lite specification.
 */
export function scoreHeatMap(selection: Selection, options: ChartOptions): Figure {
  const document = documentOf(options);
  const words = heatMapWords(selection);
  const assessments = orderBySum(selection.assessments);
  const panels = panelsOf(assessments);
  return toFigure({
    unit: "assessment",
    ...words,
    id: options.id ?? "score-heat-map",
    source: sourceWords(options.source, selection.leftOut),
    svg:
      selection.n === 0
        ? drawNothing(nothingMessage, document)
        : panels.map((panel, i) =>
            draw(rowsOf(panel, panels[i - 1]?.at(-1)), selection.scheme.parts, document),
          ),
    vegaLite: heatMapVegaLite(selection.scheme, assessments, words.alt),
  });
}
