import type * as Plot from "@observablehq/plot";
import { goodRank, ratingsOf } from "../../ratings/scheme.js";
import type { Scheme } from "../../ratings/scheme.js";
import { contrast } from "./colour.js";
import type { Colours } from "./theme.js";

/** A colour between two, `#rrggbb`: 0 gives the first, 1 the second. */
function between(from: string, to: string, share: number): string {
  const channel = (at: number) => {
    const [a, b] = [from, to].map((colour) => parseInt(colour.slice(at, at + 2), 16));
    return Math.round(a + share * (b - a))
      .toString(16)
      .padStart(2, "0");
  };
  return `#${[1, 3, 5].map(channel).join("")}`;
}

/**
 * The colour of each level of a scheme, from the lowest: of a rating and of the score that it is. Two
 * hues, parted below the level that is good, the stronger the further from there.
 */
export function levelColours(scheme: Scheme, { below, good }: Colours): readonly string[] {
  const cut = goodRank(scheme);
  const above = scheme.levels.length - 1 - cut;
  return scheme.levels.map((_, i) =>
    i < cut
      ? between(...below, cut === 1 ? 1 : (cut - 1 - i) / (cut - 1))
      : between(...good, above === 0 ? 0 : (i - cut) / above),
  );
}

/** The same as a scale of Plot's, of the names of levels. */
export function levelScale(scheme: Scheme, colours: Colours): Plot.ScaleOptions {
  const domain = ratingsOf(scheme);
  return { type: "ordinal", domain: [...domain], range: [...levelColours(scheme, colours)] };
}

/** The page's or the text's colour, whichever can be read better on a fill. */
export function inkOn(fill: string, { page, text }: Colours): string {
  return contrast(page, fill) > contrast(text, fill) ? page : text;
}
