import { bandsOf, type Scheme } from "../../ratings/scheme.js";
import { list } from "../../engine/report/format.js";
import type { Finding } from "./finding.js";

/** Which totals give which rating. */
export function totalDecides(scheme: Scheme): Finding {
  const bands = bandsOf(scheme);
  return bands === null
    ? { headline: "No total decides the rating", detail: "It is a judgement." }
    : {
        headline: "A total decides the rating",
        detail: `${list(bands.map(({ rating, from, to }) => `${from} to ${to} is ${rating}`))}.`,
      };
}
