import { lowestScore } from "../../ratings/scheme.js";
import type { Scheme, Score } from "../../ratings/scheme.js";
import { smallTextSize } from "./textSizes.js";
import { themes } from "./theme.js";
import { levelColours } from "./levelColours.js";
import { inkOn, painted } from "./paint.js";

const { page, text } = themes.light;
/** Cells in the colours of scores, the lowest outlined, and the score printed on each. */
export function heatMapLayers(scheme: Scheme) {
  // Vega has no inks: its pictures are drawn in the colours of a light page.
  const inLight = (ink: string) => painted(ink, themes.light);
  const fills = levelColours(scheme);
  const scores = scheme.levels.map((_, i): Score => i + 1);
  const byScore = (colourOf: (score: Score) => string, unknown: string) => ({
    condition: { test: "datum.score === null", value: unknown },
    field: "score",
    type: "ordinal" as const,
    scale: { domain: [...scores], range: scores.map(colourOf) },
    legend: null,
  });
  const fill = (score: Score) => fills[score - 1];
  return [
    {
      mark: {
        type: "rect" as const,
        strokeWidth: 1.5,
        width: { band: 0.93 },
        height: { band: 0.86 },
      },
      encoding: {
        color: byScore((score) => inLight(fill(score)), page),
        stroke: byScore((score) => (score === lowestScore ? text : page), page),
      },
    },
    {
      mark: { type: "text" as const, fontSize: smallTextSize },
      encoding: {
        text: { field: "words", type: "nominal" as const },
        color: byScore((score) => inLight(inkOn(fill(score))), text),
      },
    },
  ];
}
