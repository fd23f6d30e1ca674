import { count } from "../../engine/report/format.js";
import type { Distribution } from "../analysis/distribution.js";
import type { Finding } from "./finding.js";

/** How far the councils of one region speak for themselves alone. */
export function fewCouncils({ n }: Pick<Distribution, "n">): Finding {
  return {
    headline: `These are ${count(n, "council")} with a known total`,
    detail:
      "So few describe themselves alone. They were assessed at different times, and nothing here ranks them.",
  };
}
