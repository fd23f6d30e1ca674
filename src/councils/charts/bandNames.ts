import * as Plot from "@observablehq/plot";
import { bandsOf } from "../../ratings/scheme.js";
import type { Band, Scheme } from "../../ratings/scheme.js";
import { smallTextSize, textSize } from "./textSizes.js";

/**
 * How tall the names above a chart of totals are, with the totals and a line of words. On a phone the
 * names at the ends have a line of their own, as they reach over their narrow bands.
 */
export const bandNamesHeight = (isNarrow: boolean) => (isNarrow ? 94 : 78);

/**
 * Each rating above the totals that it covers, with a line of words. Those at the ends start at the
 * chart's edge, as their bands are narrow.
 */
export function bandNames(
  scheme: Scheme,
  isNarrow: boolean,
  wordsOf: (band: Band) => string,
  options: Plot.TextOptions = {},
): Plot.Markish[] {
  const bands = bandsOf(scheme) ?? [];
  return bands.flatMap((band, i) => {
    const { rating, from, to } = band;
    const isFirst = i === 0;
    const isLast = i === bands.length - 1;
    const place = {
      ...options,
      x: isFirst ? from - 0.5 : isLast ? to + 0.5 : (from + to) / 2,
      textAnchor: isFirst ? "start" : isLast ? "end" : "middle",
      frameAnchor: "top",
      lineAnchor: "bottom",
      lineHeight: 1.2,
    } satisfies Plot.TextOptions;
    return [
      Plot.text([rating.replace(" ", "\n")], {
        ...place,
        dy: isNarrow && (isFirst || isLast) ? -72 : -38,
        fontSize: textSize,
        fontWeight: "bold",
      }),
      Plot.text([`${from} to ${to}\n${wordsOf(band)}`], {
        ...place,
        dy: -6,
        fontSize: smallTextSize,
      }),
    ];
  });
}
