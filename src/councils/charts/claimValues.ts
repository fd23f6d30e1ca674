import { isCertain } from "../claims/claim.js";
import type { Unit } from "../claims/claim.js";
import type { ClaimResult } from "../claims/evaluateClaims.js";
import { decimal, number, percent, percentBounds, pNumber } from "../../engine/report/format.js";

/** A number with a true minus, and without the nought before the point. */
function signed(value: number, decimals: number): string {
  // Rounded first, so that a small negative number is not written as a negative nought.
  const rounded = Number(value.toFixed(decimals));
  return rounded < 0 ? `−${decimal(-value, decimals)}` : decimal(Math.abs(value), decimals);
}

/** A difference of shares in percentage points, with a true minus. */
function points(value: number, decimals: number): string {
  const rounded = Number((100 * value).toFixed(decimals));
  return `${rounded < 0 ? "−" : ""}${number(Math.abs(rounded), decimals)}`;
}

/** A number of a claim as it is printed. */
export function valueWords(value: number, unit: Unit, decimals?: number): string {
  if (unit === "share") return percent(value, decimals);
  if (unit === "points") return `${points(value, decimals ?? 1)} percentage points`;
  if (unit === "count") return number(value);
  if (unit === "p") return pNumber(value);
  if (unit === "ratio") return number(value, decimals ?? 2);
  return signed(value, decimals ?? 2);
}

const fewest: Readonly<Record<Unit, number>> = {
  share: 0,
  points: 1,
  count: 0,
  p: 2,
  ratio: 2,
  number: 2,
};

/** As few decimals as show of each end of the interval on which side of each bound it lies. */
export function decimalsOf({
  unit,
  bounds,
  evidence: { interval },
}: Pick<ClaimResult, "unit" | "bounds" | "evidence">): number {
  const scale = unit === "share" || unit === "points" ? 100 : 1;
  const isTold = (decimals: number) =>
    (interval ?? []).every((end) =>
      bounds.every((bound) => {
        const rounded = Number((scale * end).toFixed(decimals));
        return Math.sign(rounded - scale * bound) === Math.sign(end - bound);
      }),
    );
  let decimals = fewest[unit];
  while (decimals < fewest[unit] + 3 && !isTold(decimals)) decimals++;
  return decimals;
}

/** The ends of a claim's interval as they are printed: those of certain bounds rounded outward. */
export function rangeWords(
  result: Pick<ClaimResult, "unit" | "bounds" | "evidence">,
): string | null {
  const { unit, evidence } = result;
  if (evidence.interval === null) return null;
  const decimals = decimalsOf(result);
  if (unit === "share" && isCertain(evidence))
    return percentBounds(evidence.interval, decimals).join(" to ");
  if (unit === "points")
    return `${evidence.interval.map((end) => points(end, decimals)).join(" to ")} percentage points`;
  return evidence.interval.map((end) => valueWords(end, unit, decimals)).join(" to ");
}
