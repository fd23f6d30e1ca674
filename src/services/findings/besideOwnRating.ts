import { nothing, type Finding } from "../../councils/findings/finding.js";
import { count, number } from "../../engine/report/format.js";
import type { ServicesByCouncil } from "../analysis/servicesByCouncil.js";

/** Services beside the rating of the council in whose area they are. */
export function besideOwnRating({ withOwn, of, agreement }: ServicesByCouncil): Finding {
  if (withOwn === 0)
    return nothing(
      "No council has both its own rating and rated services here",
      "the two side by side",
    );
  return {
    headline: `${number(withOwn)} of ${count(of, "council")} ${withOwn === 1 ? "has" : "have"} a rating and rated services here`,
    detail:
      "CQC rates a council on its own work: how it assesses needs, plans and pays for care. It rates a service on the care there. Neither says what the other is, and many people in a service pay for it themselves.",
    ...(agreement && {
      note: `Kendall's tau-b of a council's total and the share of services Good or better is ${number(agreement.tauB, 2)} (p = ${number(agreement.p, 2)}, n = ${agreement.n}): exploratory, and no cause.`,
    }),
  };
}
