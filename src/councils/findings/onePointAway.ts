import type { Margins } from "../analysis/margins.js";
import { count, percent } from "../../engine/report/format.js";
import { nothing, type Finding } from "./finding.js";
import { are, councilsOf } from "./wording.js";

/** How many councils one point on one statement would give another rating. */
export function onePointAway({ n, onePoint: { lose, gain } }: Margins): Finding {
  if (n === 0) return nothing("No total is known in these data", "how near another rating is");
  const near = lose + gain;
  const of = `${near} of ${count(n, "council")}`;
  return {
    headline: `${of} ${are(n === 1 ? n : near)} one point from another rating`,
    detail:
      `${near === 0 ? "" : `That is ${percent(near / n)}: ${lose} from a lower rating and ${gain} from a higher one. `}` +
      "One point on one statement would do it. This is arithmetic on published scores, and leaves " +
      "open how likely such a point was.",
    tile: { number: `${near} of ${n}`, words: `${councilsOf(n)} one point from another rating` },
  };
}
