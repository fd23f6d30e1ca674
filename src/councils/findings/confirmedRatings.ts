import { goodRank, ratingsOf } from "../../ratings/scheme.js";
import type { Words } from "../analysis/words.js";
import { count, list } from "../../engine/report/format.js";
import { nothing, type Finding } from "./finding.js";
import { are, councilsOf, goodOrBetter, sentences } from "./wording.js";

/** How the councils of a region are rated, as far as it is confirmed, and what of it is not. */
export function confirmedRatings(
  result: Pick<Words, "scheme" | "n" | "unknown" | "uncertain" | "countsWithoutLow">,
): Finding {
  const { scheme, n, unknown, uncertain, countsWithoutLow } = result;
  const councils = n + unknown;
  const confirmed = councils - uncertain;
  if (confirmed === 0) return nothing("No rating here is confirmed", "how its councils are rated");
  const ratings = ratingsOf(scheme);
  const good = ratings.slice(goodRank(scheme)).reduce((sum, one) => sum + countsWithoutLow[one], 0);
  const by = ratings.flatMap((rating) =>
    countsWithoutLow[rating] === 0 ? [] : [`${countsWithoutLow[rating]} ${rating}`],
  );
  const open = uncertain - unknown;
  return {
    headline: `${good} of ${count(confirmed, "confirmed rating")} ${are(confirmed === 1 ? 1 : good)} ${goodOrBetter(scheme)}`,
    detail: sentences(
      by.length > 1 ? `By rating: ${list([...by].reverse())}.` : "",
      uncertain === 0
        ? ""
        : `For ${list([
            ...(open === 0 ? [] : [`${open} more one is reported`]),
            ...(unknown === 0 ? [] : [`${open === 0 ? "" : "for "}${unknown} none is known here`]),
          ])}.`,
    ),
    tile: {
      number: `${confirmed} of ${councils}`,
      words: `${councilsOf(councils)} with a confirmed rating`,
    },
  };
}
