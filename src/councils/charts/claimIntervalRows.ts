import type { Rows } from "../../engine/report/block.js";
import { list } from "../../engine/report/format.js";
import type { ClaimResult } from "../claims/evaluateClaims.js";
import { verdictWords } from "../analysis/verdictWords.js";
import { decimalsOf, rangeWords, valueWords } from "./claimValues.js";

/** A claim that rests on an interval. */
export type WithInterval = ClaimResult & {
  readonly evidence: { readonly interval: readonly [number, number] };
};

function rowOf(claim: WithInterval, mostBounds: number) {
  const { id, quantity, unit, evidence, bounds, verdict } = claim;
  const { estimate, interval, n } = evidence;
  return {
    id,
    quantity,
    estimate: estimate === null ? null : valueWords(estimate, unit, decimalsOf(claim)),
    interval: rangeWords(claim)!,
    value: estimate,
    low: interval[0],
    high: interval[1],
    unit,
    ...Object.fromEntries(
      Array.from({ length: mostBounds }, (_, i) => [`bound ${i + 1}`, bounds[i] ?? null]),
    ),
    bound: list(bounds.map((bound) => valueWords(bound, unit))) || null,
    verdict: verdictWords[verdict],
    n,
  };
}

/** The intervals of claims: for a page in words, for a file each number in a cell of its own. */
export function intervalRows(claims: readonly WithInterval[]): Rows {
  const mostBounds = Math.max(0, ...claims.map(({ bounds }) => bounds.length));
  return {
    columns: [
      { key: "id", label: "Claim" },
      { key: "quantity", label: "Quantity" },
      { key: "estimate", label: "Estimate", isOnlyOnPage: true },
      { key: "interval", label: "Interval or range", isOnlyOnPage: true },
      { key: "bound", label: "Bound", isOnlyOnPage: true },
      { key: "value", label: "Estimate", isOnlyInCsv: true },
      { key: "low", label: "Interval or range, low", isOnlyInCsv: true },
      { key: "high", label: "Interval or range, high", isOnlyInCsv: true },
      { key: "unit", label: "Unit (a share is 0 to 1)", isOnlyInCsv: true },
      ...Array.from({ length: mostBounds }, (_, i) => ({
        key: `bound ${i + 1}`,
        label: mostBounds === 1 ? "Bound" : `Bound ${i + 1}`,
        isOnlyInCsv: true,
      })),
      { key: "verdict", label: "Verdict" },
      { key: "n", label: "Councils" },
    ],
    rows: claims.map((claim) => rowOf(claim, mostBounds)),
  };
}
