import * as Plot from "@observablehq/plot";
import type { Colours } from "../theme.js";

/** A range on a row of its own, with its numbers in words. */
export interface RangeRow {
  readonly name: string;
  readonly words: string;
  readonly low: number;
  readonly high: number;
  /** A dot; none where it is not known. */
  readonly value: number | null;
  readonly symbol?: "circle" | "diamond" | "square";
  readonly isHollow?: boolean;
  /** Ticks that the range is held against. */
  readonly ticks?: readonly number[];
  /** A box around the range: what it could be. */
  readonly box?: readonly [number, number];
}

interface Place {
  /** Of the names above the ranges, in pixels. */
  readonly nameHeight: number;
  /** Below the ranges, before the next name, in pixels. */
  readonly gap?: number;
  /** Above and below ticks and boxes, in pixels. */
  readonly clear?: number;
  readonly level: number | undefined;
  readonly colours: Colours;
}

/** Ranges by their rows' names: a box, a line where no side is higher, the range, ticks and a dot. */
export function rangeMarks(
  rows: readonly RangeRow[],
  { nameHeight, gap = 0, clear = 4, level, colours: { accent, below, line, page } }: Place,
): Plot.Markish[] {
  const row = { y: "name", dy: (nameHeight - gap) / 2 } as const;
  const inset = { y: "name", insetTop: nameHeight + clear, insetBottom: clear + gap } as const;
  const ticks = rows.flatMap(({ name, ticks: own = [] }) => own.map((at) => ({ name, at })));
  const boxes = rows.flatMap(({ name, box }) =>
    box === undefined ? [] : [{ name, from: box[0], to: box[1] }],
  );
  return [
    Plot.barX(boxes, { ...inset, x1: "from", x2: "to", stroke: line, fill: "none" }),
    Plot.tickX(level === undefined ? [] : rows, {
      ...{ ...inset, insetTop: nameHeight, insetBottom: gap, stroke: line },
      x: () => level,
    }),
    Plot.ruleY(rows, { ...row, x1: "low", x2: "high", stroke: accent, strokeWidth: 3 }),
    Plot.tickX(ticks, { ...inset, x: "at", stroke: below[1], strokeWidth: 2.5 }),
    Plot.dot(rows, {
      ...{ ...row, x: "value", r: 5 },
      filter: ({ value }: RangeRow) => value !== null,
      symbol: ({ symbol = "circle" }: RangeRow) => symbol,
      fill: ({ isHollow = false }: RangeRow) => (isHollow ? page : accent),
      stroke: accent,
      strokeWidth: 2,
    }),
  ];
}
