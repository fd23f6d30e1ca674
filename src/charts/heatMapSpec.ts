import type { Selection } from "../analysis/select.js";
import { toFigure } from "../report/block.js";
import type { Figure } from "../report/block.js";
import { documentOf } from "./chartOptions.js";
import type { ChartOptions } from "./chartOptions.js";
import { drawSpec } from "./drawSpec.js";
import { heatMapWords, orderBySum, panelsOf } from "./heatMap.js";
import { heatMapVegaLite } from "./heatMapVegaLite.js";
import { nothingMessage, sourceWords } from "./setWords.js";
import { drawNothing } from "./svg.js";

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
    source: sourceWords(options.source, selection.leftOut),
    svg:
      selection.n === 0
        ? drawNothing(nothingMessage, document)
        : await Promise.all(
            panels.map((panel) => drawSpec(heatMapVegaLite(panel, words.alt), document)),
          ),
    vegaLite: heatMapVegaLite(assessments, words.alt),
  });
}
