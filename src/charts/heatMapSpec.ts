import type { TopLevelSpec } from "vega-lite";
import type { Selection } from "../analysis/select.js";
import type { Assessment } from "../data/dataset.js";
import { statements } from "../framework.js";
import type { Score } from "../framework.js";
import { toFigure } from "../report/block.js";
import type { Figure } from "../report/block.js";
import { documentOf } from "./chartOptions.js";
import type { ChartOptions } from "./chartOptions.js";
import { ink, inkOn, palette, scoreTints, white } from "./colour.js";
import { heatMapWords, orderBySum, panelsOf } from "./heatMap.js";
import { nothingMessage } from "./setWords.js";
import { chartWidth, drawNothing, finishSvg, fontFamily, smallTextSize } from "./svg.js";

const margin = { left: 256, right: 24, top: 96, bottom: 6 };
const scores: readonly Score[] = [1, 2, 3, 4];

/** The heat map of some councils as a Vega-Lite 6 specification with its data inline. */
function specOf(assessments: readonly Assessment[], description: string): TopLevelSpec {
  const byScore = (colourOf: (score: Score) => string) => ({
    field: "score",
    type: "ordinal" as const,
    scale: { domain: [...scores], range: scores.map(colourOf) },
    legend: null,
  });
  const axis = {
    title: null,
    domain: false,
    ticks: false,
    labelFontSize: smallTextSize,
    labelLimit: 0,
    labelColor: ink,
  };
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    description,
    data: {
      values: assessments.flatMap(({ gssCode, council, sum, impliedRating, scores: known }) =>
        statements.flatMap(({ short }, i) => {
          const score = known[i] ?? null;
          const label = `${council}, ${sum ?? "sum not known"}`;
          const row = { gssCode, council, label, sum, rating: impliedRating, statement: short };
          return score === null ? [] : [{ ...row, score }];
        }),
      ),
    },
    // Fixed margins: without a canvas Vega can only guess how wide text is.
    width: chartWidth - margin.left - margin.right,
    height: { step: 18 },
    padding: margin,
    autosize: "none",
    background: white,
    encoding: {
      x: {
        field: "statement",
        type: "nominal",
        sort: null,
        axis: { ...axis, orient: "top", labelAngle: -60 },
      },
      y: { field: "label", type: "nominal", sort: null, axis },
    },
    layer: [
      {
        mark: { type: "rect", strokeWidth: 1.5, width: { band: 0.93 }, height: { band: 0.86 } },
        encoding: {
          color: byScore((score) => scoreTints[score]),
          stroke: byScore((score) => (score === 1 ? palette.darkBlue : white)),
        },
      },
      {
        mark: { type: "text", fontSize: smallTextSize },
        encoding: {
          text: { field: "score", type: "ordinal" },
          color: byScore((score) => inkOn(scoreTints[score])),
        },
      },
    ],
    resolve: { scale: { color: "independent" } },
    config: { font: fontFamily, aria: false, view: { stroke: null } },
  };
}

/** The SVG of a specification, drawn without a canvas. */
async function drawSpec(spec: TopLevelSpec, document: Document): Promise<string> {
  const [{ compile }, { parse, View }] = await Promise.all([import("vega-lite"), import("vega")]);
  const view = new View(parse(compile(spec).spec), { renderer: "none" });
  const holder = document.createElement("div");
  holder.innerHTML = await view.toSVG();
  view.finalize();
  return finishSvg(holder.querySelector("svg")!);
}

/**
 * The heat map of councils by statements as a Vega-Lite figure: `vegaLite` is one specification of
 * all councils, which opens in any Vega-Lite 6 editor; the picture is panelled as `scoreHeatMap`'s.
 * Vega is loaded when this is called.
 */
export async function heatMapSpec(selection: Selection, options: ChartOptions): Promise<Figure> {
  const document = documentOf(options);
  const words = heatMapWords(selection);
  const assessments = orderBySum(selection.assessments);
  const panels = panelsOf(assessments);
  return toFigure({
    ...words,
    id: options.id ?? "score-heat-map-vega-lite",
    source: options.source,
    svg:
      selection.n === 0
        ? drawNothing(nothingMessage, document)
        : await Promise.all(panels.map((panel) => drawSpec(specOf(panel, words.alt), document))),
    vegaLite: specOf(assessments, words.alt),
  });
}
