import { oneQuality } from "../analysis/oneQuality.js";
import { toClaim, toEvidence } from "./claim.js";
import { intervalBelow } from "./rules.js";
import { variance } from "./shared.js";

export const wordCarriesHalf = toClaim({
  id: "C2",
  text: "The rating carries less than half of the published variation in scores.",
  by:
    "Ninefold's measure of what ADASS (2023) and the Local Government Association (June 2023, " +
    "local.gov.uk; September 2024, localgov.co.uk) hold: one rating cannot do a council justice",
  kind: "decided",
  quantity: "share of the variation of scores that lies between ratings",
  unit: "share",
  beside: {
    wordOfSum: { quantity: "of what the uncut sum carries", unit: "share" },
    wordWithOneQuality: { quantity: "were there one quality and chance", unit: "share" },
  },
  rule: intervalBelow(0.5),
  test(dataset, options) {
    const { set, seed, isAsStated } = options;
    const result = variance(dataset, options);
    const { rating, sumWithinRating } = result;
    const sum = rating === null || sumWithinRating === null ? null : rating + sumWithinRating;
    const one = isAsStated ? oneQuality(dataset, { set, seed }) : null;
    return toEvidence(result, {
      estimate: rating,
      interval: result.intervals.rating,
      intervalMethod: "95%, percentile bootstrap",
      beside: {
        sum,
        wordOfSum: sum === null || sum === 0 ? null : rating! / sum,
        wordWithOneQuality: one?.word ?? null,
        sumWithOneQuality: one?.sum ?? null,
      },
      note:
        sum === null || sum >= 0.5
          ? null
          : `All totals, uncut, carry ${Math.round(100 * sum)}%: a rating made from them cannot carry more`,
      reason: result.incomputable.find(({ quantity }) => quantity === "rating")?.reason ?? null,
    });
  },
});
