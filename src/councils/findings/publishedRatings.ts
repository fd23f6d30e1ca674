import { ratingsOf } from "../../ratings/scheme.js";
import type { Words } from "../analysis/words.js";
import { count, list, percentBounds } from "../../engine/report/format.js";
import { nothing, type Finding } from "./finding.js";
import { are, councilsOf, goodOrBetter, sentences } from "./wording.js";

/** How many councils' ratings are known, and what that says of all of them. */
export function publishedRatings(result: Words): Finding {
  const { scheme, n, unknown, uncertain, countsWithoutLow } = result;
  const { low, high } = result.goodOrBetter;
  const councils = n + unknown;
  const unconfirmed = uncertain - unknown;
  const confirmed = n - unconfirmed;
  const names = goodOrBetter(scheme);
  if (councils === 0) return nothing("There is no council in these data", "ratings");
  const good = Math.round(low * councils);
  const numbers = [low, high].map((share) => Math.round(share * councils)).join(" to ");
  const bounds =
    uncertain === 0
      ? `${good} of them ${are(good)} ${names}.`
      : `${unconfirmed === 0 ? "Whatever the missing ones are" : "Whatever these and the missing ones are"}, ${numbers} of all councils are ${names}.`;
  const all =
    unconfirmed === 0
      ? ""
      : `For ${unconfirmed}${confirmed === 0 ? "" : " more"} one is reported and not confirmed.`;
  const by = [...ratingsOf(scheme)]
    .reverse()
    .map((rating) => `${countsWithoutLow[rating]} ${rating}`);
  const counted = confirmed === 0 ? "" : `Of ${count(confirmed, "confirmed rating")}: ${list(by)}.`;
  const meaning =
    uncertain === 0
      ? ""
      : `From ${numbers} of ${count(councils, "council")} is ${percentBounds([low, high]).join(" to ")}, rounded outward. These are bounds, not an interval.`;
  const note = sentences(counted, meaning);
  return {
    headline:
      confirmed === 0
        ? `No rating is confirmed for any of ${count(councils, "council")}`
        : `A rating is confirmed for ${confirmed} of ${count(councils, "council")}`,
    detail: sentences(all, bounds),
    ...(note !== "" && { note }),
    ...(confirmed > 0 && {
      tile: {
        number: `${confirmed} of ${councils}`,
        words: `${councilsOf(councils)} with a confirmed rating`,
      },
    }),
  };
}
