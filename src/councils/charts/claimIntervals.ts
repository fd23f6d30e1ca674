import type { Verdict } from "../claims/claim.js";
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

/** The claims that rest on an interval: estimate, interval and what it is held against. */
export function claimIntervals(
  results: readonly ClaimResult[],
  options: ChartOptions,
): Figure | Table {
  const known = results.filter(
    (result): result is WithInterval => result.evidence.interval !== null,
  );
  const shown = (["share", "number"] as const).flatMap((unit) =>
    known.filter((result) => result.unit === unit),
  );
  const decided = shown.filter(({ verdict }) => verdict !== "undecidable").length;
  const ends = shown.flatMap(({ evidence: { interval }, bounds }) => [...interval, ...bounds]);
  const least = Math.min(0, ...ends) < 0 ? -1 : 0;
  return plotted(
    {
      id: options.id ?? "claim-intervals",
      title: `${decided} of ${count(shown.length, "claim")} with an interval or range ${decided === 1 ? "is" : "are"} decided`,
      subtitle: "Estimate, 95% interval or range of what is possible, and bound, by claim",
      alt: `Intervals by claim. ${shown.map((claim) => `${claim.id}: ${rangeWords(claim)}, ${claim.verdict}`).join(". ")}.`,
      caption:
        "A line is the interval or range, a dot the estimate, a tick the bound. Round: supported; " +
        "diamond: not supported; hollow: undecidable.",
      source: options.source,
      n: Math.max(0, ...known.map(({ evidence }) => evidence.n)),
      unit: "assessment",
      data: intervalRows(shown),
    },
    shown.length === 0
      ? "There is nothing to draw: no claim has an interval."
      : rangesPlot(
          shown.map((claim) => ({
            name: `${claim.id} ${claim.quantity}`,
            words: `${rangeWords(claim)}: ${claim.verdict}`,
            low: claim.evidence.interval[0],
            high: claim.evidence.interval[1],
            value: claim.evidence.estimate,
            ticks: claim.bounds,
            ...styles[claim.verdict],
          })),
          {
            domain: [least, 1],
            ticks: [least, least / 2, 0, 0.5, 1].filter((tick, i, all) => all.indexOf(tick) === i),
            format: (value) => valueWords(value, "number"),
            label: "Shares (0 to 1), correlations and other numbers",
            isNamedAbove: true,
          },
        ),
    options,
  );
}
