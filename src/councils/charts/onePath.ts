import * as Plot from "@observablehq/plot";

export type Point = readonly [number, number];

/**
 * Many lines as one path. A chart of a page about one council is drawn 153 times, and the time
 * goes with the number of its elements.
 */
export function onePath(
  lines: readonly (readonly Point[])[],
  options: Plot.LineOptions,
): Plot.Line {
  const points = lines.flatMap((line) => [...line, [NaN, NaN] as const]);
  return Plot.line(points, { x: "0", y: "1", fill: "none", ...options });
}

/** The outline of a rectangle, as a line. */
export function outline([left, top]: Point, [right, bottom]: Point): Point[] {
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
    [left, top],
  ];
}
