import type * as Plot from "@observablehq/plot";
import { goodRank, ratingsOf } from "../../ratings/scheme.js";
import type { Scheme } from "../../ratings/scheme.js";
import { inkBetween } from "./paint.js";

/**
 * The ink of each level of a scheme, from the lowest: of a rating and of the score that it is. Two
 * hues, parted below the level that is good, the stronger the further from there.
 */
export function levelColours(scheme: Scheme): readonly string[] {
  const cut = goodRank(scheme);
  const above = scheme.levels.length - 1 - cut;
  return scheme.levels.map((_, i) =>
    i < cut
      ? inkBetween("below", cut === 1 ? 1 : cut - 1 - i, Math.max(1, cut - 1))
      : inkBetween("good", i - cut, Math.max(1, above)),
  );
}

/** The same as a scale of Plot's, of the names of levels. */
export function levelScale(scheme: Scheme): Plot.ScaleOptions {
  const domain = ratingsOf(scheme);
  return { type: "ordinal", domain: [...domain], range: [...levelColours(scheme)] };
}
