import type { Verdict } from "../claims/claim.js";
import { verdictWords } from "../analysis/verdictWords.js";
import type { ClaimResult } from "../claims/evaluateClaims.js";
import type { Figure, Table } from "../../engine/report/block.js";
import { count } from "../../engine/report/format.js";
import { intervalRows, type WithInterval } from "./claimIntervalRows.js";
import { rangeWords, valueWords } from "./claimValues.js";
import type { ChartOptions } from "./chartOptions.js";
import { plotted } from "./plotted.js";
import { rangesPlot } from "./plots/rangesPlot.js";

/** A verdict is told by the shape and the filling of its dot as well as in words. */
const styles = {
  supported: { symbol: "circle" },
  "not supported": { symbol: "diamond" },
  undecidable: { symbol: "square", isHollow: true },
} as const satisfies Record<Verdict, object>;

/** A share and a correlation are told on an axis each. */
const axes = {
  share: {
    id: "claim-intervals",
    claims: "on a share",
    scale: { domain: [0, 1], ticks: [0, 0.25, 0.5, 0.75, 1], label: "Share" },
  },
  number: {
    id: "claim-numbers",
    claims: "on another number",
    scale: { domain: [-1, 1], ticks: [-1, -0.5, 0, 0.5, 1], label: "Correlation or other number" },
  },
} as const;

/**
 * The claims that rest on an interval: estimate, interval and what it is held against. Those on a
 * share, or those on another number between −1 and 1.
 */
export function claimIntervals(
  results: readonly ClaimResult[],
  { unit, ...options }: ChartOptions & { readonly unit: keyof typeof axes },
): Figure | Table {
  const { id, claims, scale } = axes[unit];
  const shown = results.filter(
    (result): result is WithInterval => result.unit === unit && result.evidence.interval !== null,
  );
  const decided = shown.filter(({ verdict }) => verdict !== "undecidable").length;
  return plotted(
    {
      id: options.id ?? id,
      title: `${decided} of ${count(shown.length, "claim")} ${claims} ${decided === 1 ? "is" : "are"} decided`,
      subtitle: "Estimate, 95% interval or range of what is possible, and bound, by claim",
      alt: `Intervals by claim. ${shown.map((claim) => `${claim.id}: ${rangeWords(claim)}, ${verdictWords[claim.verdict]}`).join(". ")}.`,
      caption:
        "A line is the interval or range, a dot the estimate, a tick the bound. Round: supported; " +
        "diamond: not supported; hollow: left open.",
      source: options.source,
      n: Math.max(0, ...shown.map(({ evidence }) => evidence.n)),
      unit: "assessment",
      data: intervalRows(shown),
    },
    shown.length === 0
      ? "There is nothing to draw: no claim has an interval."
      : rangesPlot(
          shown.map((claim) => ({
            name: `${claim.id} ${claim.quantity}`,
            words: `${rangeWords(claim)}: ${verdictWords[claim.verdict]}`,
            low: claim.evidence.interval[0],
            high: claim.evidence.interval[1],
            value: claim.evidence.estimate,
            ticks: claim.bounds,
            ...styles[claim.verdict],
          })),
          { ...scale, format: (value) => valueWords(value, unit), isNamedAbove: true },
        ),
    options,
  );
}
