import { anyOf, count } from "../../engine/report/format.js";
import type { Scheme } from "../../ratings/scheme.js";
import type { NextWords, WordStep } from "../analysis/nextWords.js";
import type { Finding } from "./finding.js";
import { shortName } from "../../ratings/shortName.js";
import { either } from "../data/disputedScores.js";
import { sentences } from "./wording.js";

/** What one way to another rating asks for: points, and the single statements that could make them up. */
function way(
  scheme: Scheme,
  step: WordStep,
  isUp: boolean,
  { other, isAsMany = false }: { readonly other: WordStep | null; readonly isAsMany?: boolean },
): string {
  const { rating, points, alone, movable } = step;
  const { parts } = scheme;
  const isDisputed = other !== null && other.rating === rating && other.points !== points;
  if (isDisputed)
    return `${either(points, other.points)} points ${isUp ? "more" : "fewer"} would give ${rating}.`;
  const many = isAsMany ? "As many" : points === 1 ? "One point" : count(points, "point");
  const lead = `${many} ${isUp ? "more" : "fewer"} would give ${rating}`;
  if (points === 1) {
    const stuck = parts.filter(({ id }) => movable !== null && !movable.includes(id)).length;
    return `${lead}, on any one statement${stuck === 0 ? "" : ` that can ${isUp ? "rise" : "fall"}`}.`;
  }
  if (alone === null) return `${lead}.`;
  if (alone.length === 0) return `${lead}, over more than one statement.`;
  return alone.length === parts.length
    ? `${lead}, on any one statement alone.`
    : `${lead}, on one of these alone: ${anyOf(alone.map((id) => shortName(scheme, id)))}.`;
}

/** The points to the nearest other rating; null where there is none. */
function nearest({ higher, lower }: NextWords): number | null {
  const points = [higher, lower].flatMap((step) => step?.points ?? []);
  return points.length === 0 ? null : Math.min(...points);
}

/** How far a council's total is from another rating, and on which single statements it could come. `other` is by another source of a disputed score. */
export function councilSteps(
  scheme: Scheme,
  steps: NextWords,
  name: string,
  other: NextWords = steps,
): Finding {
  const { higher, lower } = steps;
  const [near, otherwise] = [nearest(steps), nearest(other)];
  if (near === null || otherwise === null)
    return { headline: `${name} has the one rating there is`, detail: "There is no other." };
  const points = either(near, otherwise);
  const isOne = points === "1";
  return {
    headline: `${name} is ${isOne ? "one point" : `${points} points`} from another rating`,
    detail: sentences(
      higher === null ? "No rating is higher." : way(scheme, higher, true, { other: other.higher }),
      lower === null
        ? "No rating is lower."
        : way(scheme, lower, false, {
            other: other.lower,
            isAsMany: lower.points === higher?.points,
          }),
      "This is arithmetic, and leaves open how likely another score was.",
    ),
    tile: { number: points, words: `${isOne ? "point" : "points"} from another rating` },
  };
}
