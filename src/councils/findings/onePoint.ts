import { count, percent } from "../../engine/report/format.js";
import type { Margins } from "../analysis/margins.js";
import { nothing, type Finding } from "./finding.js";
import { councilsOf } from "./wording.js";

/** How many councils one point on one statement would give another rating. */
export function onePoint({ n, onePoint: { lose, gain } }: Margins): Finding {
  if (n === 0) return nothing("No council here has a known total", "how near another rating is");
  const near = lose + gain;
  return {
    headline: `${near} of ${count(n, "council")} ${near === 1 || n === 1 ? "is" : "are"} one point from another rating`,
    detail:
      `${near === 0 ? "" : `That is ${percent(near / n)}: ${lose} from a lower rating and ${gain} from a higher one. `}` +
      "One point on one statement would do it. This is arithmetic on published scores, and leaves " +
      "open how likely such a point was.",
    tile: {
      number: `${near} of ${n}`,
      words: `${councilsOf(n)} one point from another rating`,
    },
  };
}
