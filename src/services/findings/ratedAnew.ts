import { nothing, type Finding } from "../../councils/findings/finding.js";
import { count, date, number } from "../../engine/report/format.js";
import type { ServiceChanges } from "../analysis/serviceChanges.js";

/** What became of services that were rated anew from the first month to the last. */
export function ratedAnew(changes: ServiceChanges | null): Finding {
  if (changes === null) return nothing("Only one month is known here", "what changed");
  const { first, last, anew, up, down, same, came, went } = changes;
  const judged = up + down + same;
  if (judged === 0)
    return nothing("No service was rated anew between the months here", "what changed");
  return {
    headline: `${number(up)} of ${count(judged, "new rating")} went up and ${number(down)} went down`,
    detail: `From ${date(first)} to ${date(last)}, ${number(same)} stayed the same. Whoever was rated low tends to be rated higher the next time by chance alone, and the reverse: so a rise is no proof of work done, nor a fall of neglect. CQC also chooses whom it inspects, and its way of rating changed at the end of 2023.`,
    note: `Rated anew: the whole has another date than in the month before, ${number(anew)} in all. ${number(came)} came into the file and ${number(went)} left it. From 2026 CQC proposes to rate services in another way again, so that ratings of three regimes may stand in one month.`,
  };
}
