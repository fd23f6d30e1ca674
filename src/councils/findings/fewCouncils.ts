import type { Distribution } from "../analysis/distribution.js";
import type { Finding } from "./finding.js";

/** How far the councils of one region speak for themselves alone. */
export function fewCouncils({ n }: Pick<Distribution, "n">): Finding {
  return {
    headline:
      n === 1 ? "One council describes itself alone" : "So few councils describe themselves alone",
    detail:
      "Only a total that is known is counted. They were assessed at different times, and nothing here ranks them.",
  };
}
