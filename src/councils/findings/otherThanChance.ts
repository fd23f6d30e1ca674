import { list } from "../../engine/report/format.js";
import { usualOf, type SchemeMeasures, type Schemes } from "../analysis/schemes.js";
import { nothing, type Finding } from "./finding.js";

const measures = {
  wordShare: "variation told",
  toldRight: "parts told right",
  allAlike: "bodies with all parts alike",
  reversals: "reversed pairs",
} as const;

/** Whether a measure lies outside what one quality plus chance would give. */
function isOutside(one: SchemeMeasures, key: keyof typeof measures): boolean {
  const [value, usual] = [one[key], usualOf(one, key)];
  return value !== null && usual !== null && (value < usual[1] || value > usual[2]);
}

/** Which measures of which schemes one quality plus chance would seldom give. */
export function otherThanChance({ schemes }: Schemes): Finding {
  const all = Object.values(schemes);
  if (all.every((one) => usualOf(one, "allAlike") === null))
    return nothing("No scheme here can be set beside chance", "what chance would give");
  const outside = (Object.keys(measures) as (keyof typeof measures)[]).flatMap((key) => {
    const labels = all.filter((one) => isOutside(one, key)).map(({ label }) => label);
    return labels.length === 0 ? [] : [`${measures[key]} (${list(labels)})`];
  });
  return outside.length === 0
    ? {
        headline: "Chance around one quality could give every measure here",
        detail: "Each lies within the middle 95% of draws.",
      }
    : {
        headline: "On some measures schemes differ from chance around one quality",
        detail: `These lie outside the middle 95% of draws: ${list(outside)}.`,
      };
}
