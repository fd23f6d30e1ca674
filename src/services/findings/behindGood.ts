import { nothing, type Finding } from "../../councils/findings/finding.js";
import { number, percent } from "../../engine/report/format.js";
import { goodRank, type Scheme } from "../../ratings/scheme.js";
import type { BehindRating } from "../analysis/behindRating.js";
import { mostOften } from "./words.js";

/** How often a part below good stands under a good rating. */
export function behindGood(scheme: Scheme, { ratings }: Pick<BehindRating, "ratings">): Finding {
  const { good } = scheme;
  const { n, byLowParts, oneLow, allOwn } = ratings[goodRank(scheme)];
  if (n === 0) return nothing(`No service here is rated ${good}`, `what ${good} hides`);
  const low = n - byLowParts[0];
  const most = mostOften(
    scheme.parts.map(({ name }) => name),
    oneLow,
  );
  return {
    headline: `${number(low)} of ${number(n)} ${good} services have a part below good`,
    detail:
      `All five parts are ${good} in ${percent(allOwn / n)} of ${good} services.` +
      (most === null ? "" : ` Where one part is below good, it is most often ${most}.`),
    tile: { number: percent(low / n), words: `of ${good} services have a part below good` },
  };
}
