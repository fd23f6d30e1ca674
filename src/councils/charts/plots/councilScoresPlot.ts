import * as Plot from "@observablehq/plot";
import type { CouncilProfile } from "../../analysis/councilProfile.js";
import { otherScores } from "../../data/disputedScores.js";
import { rowNames } from "../rowNames.js";
import type { Chart } from "../draw.js";
import { smallTextSize, textSize } from "../textSizes.js";
import { levelColours } from "../levelColours.js";
import { inkOn } from "../paint.js";

const radius = 10;
/** Left of a number: room for the council's own dot. Right of a bar: for the number of councils. */
const dotRoom = 2 * radius + 5;
const countRoom = 24;

/** A council's score as a dot, hollow as another source has it, over how many have each score. */
export const councilScoresPlot =
  ({ scheme, scores, groups, assessment }: CouncilProfile): Chart =>
  ({ width, isNarrow, colours }) => {
    const [{ levels, parts }, fills] = [scheme, levelColours(scheme)];
    const others = assessment === null ? scores : otherScores(assessment, parts);
    const cells = parts.flatMap(({ id }, part) =>
      levels.map((_, i) => ({
        id,
        level: i,
        councils: groups[0].comparisons[part].counts[i as 0 | 1 | 2 | 3],
        isOwn: scores[part] === i + 1,
        isOther: others[part] === i + 1 && scores[part] !== i + 1,
      })),
    );
    type Cell = (typeof cells)[number];
    const own = cells.filter(({ isOwn, isOther }) => isOwn || isOther);
    const fillOf = ({ level, isOther }: Cell) => (isOther ? colours.page : fills[level]);
    const most = Math.max(1, ...cells.map(({ councils }) => councils));
    const { marginLeft, names } = rowNames(parts, ({ short }) => short, 130);
    // On a phone dot and number stand above the bar, which so has the width of its column.
    const rowHeight = isNarrow ? 40 : 27;
    const lift = isNarrow ? -6 : 0;
    const room = isNarrow ? 0 : dotRoom;
    const panel = ((width - marginLeft - 4) / levels.length) * 0.94;
    const at = { fx: "level", y: "id" } as const;
    const dot = { ...at, frameAnchor: "left", dx: radius + 1, dy: lift } as const;
    const heading = ({ score, meaning, name }: (typeof levels)[number]) =>
      isNarrow
        ? `${score ?? name}`
        : `${score ?? ""} ${meaning ?? name}`.trim().replace(/ (?=\w+$)/, "\n");
    return {
      height: (isNarrow ? 34 : 48) + rowHeight * parts.length,
      marginLeft,
      marginRight: 4,
      marginTop: isNarrow ? 30 : 44,
      marginBottom: 4,
      fx: { domain: levels.map((_, i) => i), padding: 0.06, axis: null },
      x: {
        domain: [0, isNarrow ? most : (most * panel) / (panel - dotRoom - countRoom)],
        axis: null,
      },
      y: { domain: parts.map(({ id }) => id), padding: isNarrow ? 0.1 : 0.25, axis: null },
      marks: [
        Plot.text(levels, {
          fx: (_, i) => i,
          frameAnchor: "top-left",
          lineAnchor: "bottom",
          dy: -8,
          text: heading,
          fontSize: smallTextSize,
          fontWeight: "bold",
        }),
        names({ fx: () => 0, y: "id", dy: lift }),
        Plot.barX(cells, {
          ...at,
          x: "councils",
          dx: room,
          insetTop: isNarrow ? 26 : 0,
          fill: ({ isOwn, level }: Cell) => (isOwn ? fills[level] : colours.line),
        }),
        Plot.text(cells, {
          ...at,
          ...(isNarrow ? { frameAnchor: "left" } : { x: "councils" }),
          text: "councils",
          textAnchor: "start",
          dx: dotRoom + (isNarrow ? 1 : 4),
          dy: lift,
          fontSize: smallTextSize,
        }),
        Plot.dot(own, { ...dot, r: radius, fill: fillOf, stroke: (c: Cell) => fills[c.level] }),
        Plot.text(own, {
          ...dot,
          textAnchor: "middle",
          text: ({ level }: Cell) => String(level + 1),
          fill: (cell: Cell) => inkOn(fillOf(cell)),
          fontSize: textSize,
          fontWeight: "bold",
        }),
      ],
    };
  };
