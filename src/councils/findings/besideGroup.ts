import { count, list } from "../../engine/report/format.js";
import type { CouncilProfile } from "../analysis/councilProfile.js";
import type { Finding } from "./finding.js";
import { fewestPointedAt, sentences } from "./wording.js";

type Group = CouncilProfile["groups"][number];
/** Fewer councils than this say little of a region or a type. */
const few = 10;

const none = "no statement";

/** The statements by name; the chart's table has how many councils each. */
function statementsOn(profile: CouncilProfile, group: Group, side: "lower" | "higher"): string {
  const { parts } = profile.scheme;
  const most = parts.flatMap(({ short }, i) =>
    (group.comparisons[i].against?.[side] ?? 0) > group.n / 2 ? [short] : [],
  );
  if (most.length === parts.length) return "every statement";
  return most.length === 0 ? none : list(most);
}

const mostScore = (statements: string, side: string): string =>
  statements === none
    ? `On no statement do more than half score ${side}.`
    : `More than half score ${side} on ${statements}.`;

/** On which statements most councils of the same region, or the same type, score lower or higher. */
export function besideGroup(profile: CouncilProfile, group: Group, isFarSmaller = false): Finding {
  const { n, name } = group;
  const isPilot = profile.standing === "indicative";
  const [lower, higher] = ["lower", "higher"].map((side) =>
    statementsOn(profile, group, side as "lower" | "higher"),
  );
  if (n === 0)
    return {
      headline: `No other council of ${name} can be set beside it`,
      detail: "None there has every score known.",
      saysNothing: true,
    };
  if (n < fewestPointedAt)
    return {
      headline: `${name}: ${count(n, "other council")}, too few to compare`,
      detail: "What most of so few score is what one or two of them score.",
      saysNothing: true,
    };
  return {
    headline: `Beside ${count(n, "other council")}: ${name}`,
    detail: sentences(
      isPilot
        ? "Its scores are a pilot's and theirs are formal, so they are not like for like."
        : "",
      isFarSmaller ? "It is far smaller than most of its type." : "",
      lower === none && higher === none
        ? "On no statement do more than half score lower, or higher."
        : `${mostScore(lower, "lower")} ${mostScore(higher, "higher")}`,
      n < few ? "So few councils say little of the whole." : "",
    ),
  };
}
