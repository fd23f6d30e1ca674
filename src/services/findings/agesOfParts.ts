import type { Finding } from "../../councils/findings/finding.js";
import { nothing } from "../../councils/findings/finding.js";
import { date, number, percent } from "../../engine/report/format.js";
import type { Services } from "../analysis/services.js";

/** How many ratings rest on more than one inspection, and how old their parts are. */
export function agesOfParts({ ages, month }: Pick<Services, "ages" | "month">): Finding {
  const { n, several, recent, recentOld } = ages;
  if (n === 0 || month === null)
    return nothing("The days of five parts are known for no service here", "how old parts are");
  return {
    headline: `${number(several)} of ${number(n)} ratings rest on more than one inspection`,
    detail:
      "A rating carries the date of its newest part." +
      (recent === 0
        ? ""
        : ` Of the ${number(recent)} given within two years of the end of ${date(month)}, ${number(recentOld)} ${recentOld === 1 ? "holds" : "hold"} a part that is more than five years old.`),
    tile: { number: percent(several / n), words: "of ratings rest on more than one inspection" },
    note: "The day of a part is the day on which its rating was published. Five parts with one day count as one inspection. An older part is no error: CQC may look at some parts alone and keep the rest.",
  };
}
