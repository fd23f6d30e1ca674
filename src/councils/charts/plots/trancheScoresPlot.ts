import * as Plot from "@observablehq/plot";
import type { TrancheScores } from "../../analysis/trancheScores.js";
import { trancheName } from "../../findings/trancheName.js";
import { rowNames } from "../rowNames.js";
import type { Chart } from "../draw.js";
import { smallTextSize } from "../textSizes.js";
import { levelColours } from "../levelColours.js";

const rowHeight = 30;
/** Three names of months in full touch on a phone. */
const longMonth = /(?<= )(\p{L}{3})\p{L}* (\d{4})$/u;

/** For each statement and tranche a dot at each score, its area the share of councils with it. */
export const trancheScoresPlot =
  ({ scheme, tranches, firstTrancheTo }: TrancheScores): Chart =>
  ({ isNarrow, colours }) => {
    const { parts, levels } = scheme;
    const fills = levelColours(scheme);
    const cells = tranches.flatMap(({ tranche, counts }) =>
      counts.flatMap((ofPart, part) => {
        const known = ofPart.reduce((total, councils) => total + councils, 0);
        return ofPart.map((councils, level) => ({
          tranche,
          id: parts[part].id,
          level,
          share: known === 0 ? 0 : councils / known,
          councils,
        }));
      }),
    );
    type Cell = (typeof cells)[number];
    const { marginLeft, names } = rowNames(parts, ({ short }) => short, isNarrow ? 92 : 130);
    const at = { fx: "tranche", y: "id", x: "level" } as const;
    return {
      height: 60 + rowHeight * parts.length,
      marginLeft,
      marginRight: 4,
      marginTop: 52,
      marginBottom: 8,
      fx: { domain: tranches.map(({ tranche }) => tranche), padding: 0.08, axis: null },
      x: { type: "point", domain: levels.map((_, i) => i), padding: 0.6, axis: null },
      y: { type: "band", domain: parts.map(({ id }) => id), padding: 0, axis: null },
      r: { type: "sqrt", domain: [0, 1], range: [0, isNarrow ? 10 : 13] },
      marks: [
        Plot.text(tranches, {
          fx: "tranche",
          frameAnchor: "top",
          lineAnchor: "bottom",
          dy: -24,
          text: (one: (typeof tranches)[number]) =>
            isNarrow
              ? trancheName(one, firstTrancheTo).replace(longMonth, "$1\n$2")
              : trancheName(one, firstTrancheTo),
          fontSize: smallTextSize,
          fontWeight: "bold",
        }),
        Plot.text(levels, {
          x: (_, i: number) => i,
          frameAnchor: "top",
          lineAnchor: "bottom",
          dy: -6,
          text: (_, i: number) => String(i + 1),
          fontSize: smallTextSize,
        }),
        Plot.ruleY(parts, { y: "id", stroke: colours.line, strokeOpacity: 0.35 }),
        names({ fx: () => "pilot", y: "id" }),
        Plot.dot(
          cells.filter(({ share }) => share > 0),
          { ...at, r: "share", fill: ({ level }: Cell) => fills[level] },
        ),
      ],
    };
  };
