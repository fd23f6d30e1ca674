import * as Plot from "@observablehq/plot";
import type { Selection } from "../../analysis/select.js";
import type { Assessment } from "../../data/dataset.js";
import { otherScores } from "../../data/disputedScores.js";
import { rowNames } from "../rowNames.js";
import type { Chart } from "../draw.js";
import { orderBySum } from "../heatMap.js";
import { keyOf } from "../key.js";
import { scoreWords } from "../scoreWords.js";
import { smallTextSize } from "../textSizes.js";
import { levelColours } from "../levelColours.js";

const rowHeight = 35;
const footHeight = 68;

/** Councils in their order, by rating: from which place to which. */
function groupsOf(ordered: readonly Assessment[], isNarrow: boolean) {
  const ratings = [...new Set(ordered.map(({ impliedRating }) => impliedRating))];
  return ratings.map((rating) => {
    const from = ordered.findIndex(({ impliedRating }) => impliedRating === rating);
    const to = from + ordered.filter(({ impliedRating }) => impliedRating === rating).length;
    const name = (rating ?? "Not known").replace(" ", isNarrow ? "\n" : " ");
    return { name: `${name}: ${to - from}`, from, to };
  });
}

/**
 * A row of bars for each statement and a bar for each council, as high as its score. Councils stand
 * in one order in all rows, by rating, with no name. What sources dispute is outlined above.
 */
export const scoreHeatMapPlot =
  ({ scheme, assessments }: Selection): Chart =>
  (frame) => {
    const { isNarrow, colours } = frame;
    const { parts, levels } = scheme;
    const ordered = orderBySum(assessments);
    const fills = levelColours(scheme);
    const bars = ordered.flatMap((assessment, place) => {
      const others = otherScores(assessment, parts);
      return parts.map(({ id }, i) => {
        const [score, other] = [assessment.scores[i], others[i]];
        return { id, place, score, other, isDisputed: score !== other };
      });
    });
    type Bar = (typeof bars)[number];
    const known = bars.filter(({ score }) => score !== null);
    const groups = groupsOf(ordered, isNarrow);
    const key = keyOf(frame, scoreWords(scheme, fills));
    const { marginLeft, names } = rowNames(parts, ({ short }) => short, isNarrow ? 96 : 130);
    const margins = { marginLeft, marginTop: key.height + 8 };
    const bar = {
      fy: "id",
      x1: "place",
      x2: ({ place }: Bar) => place + 1,
      insetRight: ordered.length > 60 ? 0.4 : 1,
    } as const;
    return {
      ...margins,
      height: margins.marginTop + rowHeight * parts.length + footHeight,
      marginRight: 4,
      marginBottom: footHeight,
      x: { domain: [0, ordered.length], axis: null },
      y: { domain: [0, levels.length], axis: null },
      fy: { domain: parts.map(({ id }) => id), padding: 0.14, axis: null },
      marks: [
        ...key.marks(margins),
        Plot.rect(known, {
          ...bar,
          y1: 0,
          y2: "score",
          fill: ({ score }: Bar) => fills[score! - 1],
        }),
        Plot.rect(
          bars.filter(({ isDisputed }) => isDisputed),
          { ...bar, y1: "score", y2: "other", fill: "none", stroke: colours.text },
        ),
        Plot.ruleY([0], { stroke: colours.line }),
        names({ fy: "id", y: () => levels.length / 2 }),
        ...groups.map(({ name, from, to }, i) => {
          // Names of few councils reach over their neighbours': every second one stands lower.
          const middle = (from + to) / 2 / ordered.length;
          const end = middle < 0.25 ? "start" : middle > 0.75 ? "end" : "middle";
          return Plot.text([name], {
            fy: () => parts.at(-1)!.id,
            x: end === "start" ? from : end === "end" ? to : (from + to) / 2,
            frameAnchor: "bottom",
            lineAnchor: "top",
            textAnchor: end,
            dy: i % 2 === 0 ? 6 : 35,
            fontSize: smallTextSize,
          });
        }),
      ],
    };
  };
