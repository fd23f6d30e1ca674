import type { Figure, Table } from "../../engine/report/block.js";
import { list, number, percent } from "../../engine/report/format.js";
import type { ChartOptions } from "./chartOptions.js";
import { isMissing, measuresAgainst, measureWords } from "./measuresAgainst.js";
import type { AgainstOne, Measure, Missing } from "./measuresAgainst.js";
import { plotted, tooFew } from "./plotted.js";
import { rangesPlot } from "./plots/rangesPlot.js";
import { newsWords, setWords, sourceWords } from "./setWords.js";

const oneDecimal = (share: number) => percent(share, 1);
const threeDecimals = (p: number) => number(p, 3);

function titleOf(measures: readonly Measure[]): string {
  const outside = measures.filter(
    ({ observed, range: [low, high] }) => observed < low || observed > high,
  ).length;
  if (measures.length === 0) return "Scores cannot be set beside one quality plus chance";
  return outside === 0
    ? "Chance around one quality would give about this variety"
    : `${outside} of ${measures.length} measures of variety ${outside === 1 ? "goes" : "go"} beyond one quality plus chance`;
}

/** What is not drawn, and why: measures with the same reason together. */
function missingWords(missing: readonly Missing[]): string {
  const byReason = new Map<string, string[]>();
  for (const { name, reason } of missing)
    byReason.set(reason, [...(byReason.get(reason) ?? []), name.toLowerCase()]);
  return [...byReason].map(([reason, names]) => `Not drawn: ${list(names)} (${reason}).`).join(" ");
}

/**
 * Measures of the variety that one rating leaves out, each against what councils would show that
 * differ in one quality alone, plus chance: the counter-evidence, drawn as the evidence is.
 */
export function oneQualityDots(result: AgainstOne, options: ChartOptions): Figure | Table {
  const { set, n, leftOut, replicates } = result.signal;
  const all = measuresAgainst(result);
  const missing = all.filter(isMissing);
  const measures = all.filter((measure): measure is Measure => !isMissing(measure));
  const most = Math.max(...measures.flatMap(({ observed, range }) => [observed, range[1]]), 0.01);
  return plotted(
    {
      id: options.id ?? "one-quality-dots",
      title: titleOf(measures),
      ...(missing.length > 0 && { detail: missingWords(missing) }),
      subtitle: `Measures of variety as published, and as one quality plus chance would give them, in shares. ${setWords(set, n)}`,
      alt: `A dot and a line for each measure. ${measures.map((measure) => `${measure.name}: published ${measureWords(measure)}`).join(". ") || "None can be drawn"}.`,
      caption: `A dot is published. A line is the middle 95% of ${number(replicates)} draws of one quality plus chance, its tick their mean. A dot on its line is no evidence of one quality. A p is one-sided; ranges of draws are no interval.${newsWords(set)}`,
      source: sourceWords(options.source, leftOut),
      n,
      unit: "assessment",
      data: {
        columns: [
          { key: "measure", label: "Measure" },
          { key: "published", label: "Published", format: oneDecimal },
          {
            key: "expected",
            label: "Expected with one quality plus chance",
            format: oneDecimal,
          },
          { key: "low", label: "Middle 95% of draws, low", format: oneDecimal },
          { key: "high", label: "Middle 95% of draws, high", format: oneDecimal },
          { key: "p", label: "p", format: threeDecimals },
        ],
        rows: measures.map(({ name, observed, expected, range: [low, high], p }) => ({
          measure: name,
          published: observed,
          expected,
          low,
          high,
          p,
        })),
      },
    },
    tooFew(n) ??
      (measures.length === 0
        ? "There is nothing to draw: one quality cannot be fitted."
        : rangesPlot(
            measures.map((measure) => ({
              name: measure.name,
              words: measureWords(measure),
              low: measure.range[0],
              high: measure.range[1],
              value: measure.observed,
              ticks: [measure.expected],
            })),
            {
              domain: [0, Math.min(1, 1.04 * most)],
              ticks: [0, 0.2, 0.4, 0.6, 0.8, 1].filter((tick) => tick <= 1.04 * most),
              format: (share) => percent(share),
              label: "Share",
              isNamedAbove: true,
            },
          )),
    options,
  );
}
