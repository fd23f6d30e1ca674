import * as Plot from "@observablehq/plot";
import { fewestDrawn } from "../plotted.js";

/** So few bodies at one place. */
export interface Few {
  readonly n: number;
}

/**
 * A dot for each of a few bodies, in place of a bar: two beside each other, then two above them; one
 * alone stands in the middle. In a slot so wide, in pixels.
 */
export function fewDots<D extends Few>(
  all: readonly D[],
  slot: number,
  options: Plot.DotOptions,
): {
  readonly marks: Plot.Markish[];
  /** How far above the line the dots of some end, in pixels. */
  readonly heightOf: (few: Few) => number;
} {
  const few = all.filter(({ n }) => n < fewestDrawn);
  const r = Math.min(3, slot / 4 - 0.75);
  const step = 2 * r + 1;
  const marks = Array.from({ length: fewestDrawn - 1 }, (_, i) =>
    [true, false].map((isAlone) =>
      Plot.dot(
        few.filter(({ n }) => n > i && (n === 1) === isAlone),
        {
          ...{ ...options, r },
          dx: isAlone ? 0 : (i % 2 === 0 ? -step : step) / 2,
          dy: -(r + 1) - step * Math.floor(i / 2),
        },
      ),
    ),
  );
  return { marks: marks.flat(), heightOf: ({ n }) => step * Math.ceil(n / 2) };
}
