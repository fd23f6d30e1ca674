import * as Plot from "@observablehq/plot";
import { count } from "../../../engine/report/format.js";
import type { Chart } from "../draw.js";
import { smallTextSize, textSize } from "../textSizes.js";
import type { Colours } from "../theme.js";

/** Kinds of unit, told apart by shape as well as colour. */
const kindsOf = ({ accent, below: [, pink], line, page }: Colours) =>
  ({
    lowest: { symbol: "square", fill: pink, stroke: pink },
    unconfirmed: { symbol: "diamond", fill: page, stroke: accent },
    one: { symbol: "triangle", fill: accent, stroke: accent },
    other: { symbol: "circle", fill: page, stroke: accent },
    unknown: { symbol: "times", fill: "none", stroke: line },
  }) as const;

export interface UnitGroup {
  readonly kind: keyof ReturnType<typeof kindsOf>;
  readonly name: string;
  readonly n: number;
}

/** The same bodies, counted in groups. */
export interface UnitPanel {
  readonly heading: string;
  readonly groups: readonly UnitGroup[];
}

const step = 16;

/** A mark for each body, group by group in rows, below a heading and a line for each group. */
export const unitsPlot =
  (panels: readonly UnitPanel[]): Chart =>
  ({ width, colours }) => {
    const kinds = kindsOf(colours);
    const across = Math.floor(width / step);
    const keys = panels.flatMap(({ heading, groups }) =>
      groups.map((group, i) => ({ ...group, heading, x: 0, y: i - groups.length - 0.3 })),
    );
    const units = panels.flatMap(({ heading, groups }) =>
      groups
        .flatMap(({ kind, n }) => Array.from({ length: n }, () => kind))
        .map((kind, i) => ({ heading, kind, x: i % across, y: Math.floor(i / across) })),
    );
    const [first, last] = [keys, units].map((marks) => marks.map(({ y }) => y));
    const top = Math.min(...first) - 1.7;
    const bottom = Math.max(...last) + 1;
    const at = { fy: "heading", x: "x", y: "y" } as const;
    return {
      height: Math.ceil((bottom - top) * step * panels.length),
      margin: 0,
      x: { domain: [-0.5, width / step - 0.5], axis: null },
      y: { domain: [bottom, top], axis: null },
      fy: { domain: panels.map(({ heading }) => heading), padding: 0, axis: null },
      marks: [
        ...Object.entries(kinds).map(([kind, paint]) =>
          Plot.dot(
            [...keys, ...units].filter((mark) => mark.kind === kind),
            { ...at, ...paint, r: 4.5, strokeWidth: 1.5 },
          ),
        ),
        Plot.text(keys, {
          ...at,
          dx: 14,
          textAnchor: "start",
          text: ({ n, name }: UnitGroup) => `${count(n, "council")}: ${name}`,
          fontSize: smallTextSize,
        }),
        Plot.text(panels, {
          fy: "heading",
          frameAnchor: "top-left",
          lineAnchor: "top",
          dx: 4,
          dy: 4,
          text: "heading",
          fontSize: textSize,
          fontWeight: "bold",
        }),
      ],
    };
  };
