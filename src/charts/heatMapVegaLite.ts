import type { TopLevelSpec } from "vega-lite";
import type { Assessment } from "../data/dataset.js";
import { statements } from "../framework.js";
import type { Score } from "../framework.js";
import { ink, inkOn, palette, scoreTints, white } from "./colour.js";
import { rowHeight, starredName } from "./heatMap.js";
import { chartWidth, fontFamily, smallTextSize } from "./svg.js";
import { fitText } from "./textWidth.js";

const margin = { left: 244, right: 44, top: 96, bottom: 6 };
const width = chartWidth - margin.left - margin.right;
const scores: readonly Score[] = [1, 2, 3, 4];

/** A cell: one council's score on one statement. An unknown score has none. */
function cellsOf(assessments: readonly Assessment[]) {
  return assessments.flatMap(({ gssCode, council, sum, impliedRating, scores: known }) =>
    statements.flatMap(({ short }, i) => {
      const score = known[i] ?? null;
      const cell = { gssCode, council, sum, rating: impliedRating, statement: short };
      return score === null ? [] : [{ ...cell, score }];
    }),
  );
}

/** The texts beside a row. */
function rowsOf(assessments: readonly Assessment[]) {
  return assessments.map(({ gssCode, council, note, sum }) => ({
    gssCode,
    name: fitText(starredName({ council, note }), margin.left - 10, { size: smallTextSize }),
    sum: sum === null ? "?" : String(sum),
  }));
}

/**
 * The heat map of some councils as a Vega-Lite 6 specification with its data inline, which opens in
 * any editor of that format.
 */
export function heatMapVegaLite(
  assessments: readonly Assessment[],
  description: string,
): TopLevelSpec {
  const byScore = (colourOf: (score: Score) => string) => ({
    field: "score",
    type: "ordinal" as const,
    scale: { domain: [...scores], range: scores.map(colourOf) },
    legend: null,
  });
  const x = {
    field: "statement",
    type: "nominal" as const,
    scale: { domain: statements.map(({ short }) => short) },
    axis: {
      title: null,
      domain: false,
      ticks: false,
      orient: "top" as const,
      labelAngle: -60,
      labelFontSize: smallTextSize,
      labelLimit: 0,
      labelColor: ink,
    },
  };
  const beside = (field: string, at: number) => ({
    data: { values: rowsOf(assessments) },
    mark: { type: "text" as const, align: "right" as const, fontSize: smallTextSize, color: ink },
    encoding: { x: { value: at }, text: { field, type: "nominal" as const } },
  });
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    description,
    data: { values: cellsOf(assessments) },
    // Fixed margins: without a canvas Vega can only guess how wide text is.
    width,
    height: { step: rowHeight },
    padding: margin,
    autosize: "none",
    background: white,
    encoding: {
      y: {
        field: "gssCode",
        type: "nominal",
        scale: { domain: assessments.map(({ gssCode }) => gssCode) },
        axis: null,
      },
    },
    layer: [
      {
        mark: { type: "rect", strokeWidth: 1.5, width: { band: 0.93 }, height: { band: 0.86 } },
        encoding: {
          x,
          color: byScore((score) => scoreTints[score]),
          stroke: byScore((score) => (score === 1 ? palette.darkBlue : white)),
        },
      },
      {
        mark: { type: "text", fontSize: smallTextSize },
        encoding: {
          x,
          text: { field: "score", type: "ordinal" },
          color: byScore((score) => inkOn(scoreTints[score])),
        },
      },
      beside("name", -6),
      beside("sum", width + 28),
    ],
    resolve: { scale: { color: "independent" } },
    config: { font: fontFamily, aria: false, view: { stroke: null } },
  };
}
