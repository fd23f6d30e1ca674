import { count } from "../../engine/report/format.js";
import type { CouncilProfile } from "../analysis/councilProfile.js";
import { nothing, type Finding } from "./finding.js";
import { sentences } from "./wording.js";

/** The words of a heading. */
const longest = 12;

/** Whether councils beside each other share a rating; of those whose rating may be stated. */
export function sideBySide(profiles: readonly CouncilProfile[]): Finding {
  const stated = profiles.filter(
    ({ standing, assessment }) => standing === "stated" && typeof assessment?.rating === "string",
  );
  const dates = new Set(stated.flatMap(({ assessment }) => assessment!.published ?? []));
  const ratings = new Set(stated.map(({ assessment }) => assessment!.rating));
  const of = count(profiles.length, "council");
  const open = profiles.length - stated.length;
  const [one, two] = stated.map(
    ({ council, assessment }) => `${council.name} is rated ${assessment!.rating}`,
  );
  // Longer than this is no heading.
  const both = profiles.length === 2 && ratings.size === 2 ? `${one}, ${two}` : "";
  const isShort = both !== "" && both.split(" ").length <= longest;
  if (stated.length === 0)
    return nothing(`No rating of ${of} can be shown here`, "how they compare");
  if (profiles.length === 1) return { headline: one, detail: "No other council is set beside it." };
  return {
    headline:
      open > 0
        ? `Of ${of}, ${stated.length === 1 ? "one has a rating" : `${stated.length} have ratings`} that can be shown`
        : ratings.size === 1
          ? `${profiles.length === 2 ? "Both" : `All ${of}`} are rated ${[...ratings][0]}`
          : isShort
            ? both
            : `${of[0].toUpperCase()}${of.slice(1)} have ${ratings.size} different ratings`,
    detail: sentences(
      dates.size > 1 ? "They were assessed at different times." : "",
      "Councils differ in place and people, so a difference in scores shows no cause.",
    ),
  };
}
