import * as Plot from "@observablehq/plot";
import { number } from "../../../engine/report/format.js";
import type { CouncilOutcome, CouncilOutcomes } from "../../analysis/councilOutcomes.js";
import { measureName } from "../../findings/measureNames.js";
import { note } from "../axes.js";
import { namesAbove, rowNames } from "../rowNames.js";
import type { Chart } from "../draw.js";
import { smallTextSize } from "../textSizes.js";
import { textWidth } from "../../../engine/report/widestText.js";

export interface Compared extends CouncilOutcome {
  readonly value: number;
  readonly margin: number;
  readonly name: string;
  readonly unit: string;
}

/** The measures that are compared with England. */
export function comparedOutcomes({ outcomes }: CouncilOutcomes): Compared[] {
  return outcomes.flatMap((outcome) => {
    const { value, margin, against, measure, description } = outcome;
    return value === null || margin === null || against === null
      ? []
      : [{ ...outcome, value, margin, ...measureName(measure, description) }];
  });
}

export function valueWords({ value, margin, england, decimals, unit }: Compared): string {
  const own = `${number(value, decimals.council)}${unit} ± ${number(margin, decimals.council)}`;
  return `${own}, England ${number(england, decimals.england)}${unit}`;
}

/**
 * Each measure's distance from England, counted in its own margins, so that measures of every unit
 * share one scale: a line that does not reach England's can be told from it.
 */
export const outcomeDotsPlot =
  (rows: readonly Compared[]): Chart =>
  ({ isNarrow, colours }) => {
    const rowHeight = isNarrow ? 56 : 26;
    const { marginLeft, names } = rowNames(
      rows,
      (row) => (isNarrow ? `${row.name}\n${valueWords(row)}` : row.name),
      isNarrow ? 336 : 230,
    );
    const wide = Math.max(
      ...rows.map((row) => textWidth(valueWords(row), { size: smallTextSize })),
    );
    const distance = ({ value, margin, england }: Compared) => (value - england) / margin;
    const most = Math.max(2, ...rows.map((row) => Math.abs(distance(row)) + 1));
    const row = { y: "measure", dy: isNarrow ? 15 : 0 } as const;
    const heading = (text: string, x: number, textAnchor: Plot.TextOptions["textAnchor"]) =>
      note(text, { x, textAnchor, frameAnchor: "top", lineAnchor: "bottom", dy: -6 });
    return {
      height: 30 + rowHeight * rows.length,
      marginLeft: isNarrow ? 8 : marginLeft + 4,
      marginRight: isNarrow ? 8 : wide + 20,
      marginTop: 26,
      marginBottom: 4,
      x: { domain: [-most, most], axis: null },
      y: { type: "band", domain: rows.map(({ measure }) => measure), padding: 0, axis: null },
      marks: [
        heading("Below", -most, "start"),
        heading("England", 0, "middle"),
        heading("Above", most, "end"),
        Plot.tickX(rows, {
          y: "measure",
          x: () => 0,
          stroke: colours.line,
          strokeWidth: 2,
          insetTop: isNarrow ? 34 : 0,
        }),
        Plot.ruleY(rows, {
          ...row,
          x1: (one: Compared) => distance(one) - 1,
          x2: (one: Compared) => distance(one) + 1,
          stroke: colours.accent,
          strokeWidth: 2,
        }),
        Plot.dot(rows, {
          ...row,
          x: distance,
          r: 5,
          fill: ({ against }: Compared) =>
            against === "not distinguishable" ? colours.page : colours.accent,
          stroke: colours.accent,
          strokeWidth: 2,
        }),
        names(isNarrow ? namesAbove(rowHeight - 14, { y: "measure" }) : { y: "measure" }),
        Plot.text(isNarrow ? [] : rows, {
          y: "measure",
          frameAnchor: "right",
          textAnchor: "end",
          dx: wide + 18,
          text: valueWords,
          fontSize: smallTextSize,
        }),
      ],
    };
  };
