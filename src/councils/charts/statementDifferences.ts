import { allGrades } from "../../ratings/schemeWords.js";
import { equivalenceMargin } from "../analysis/tranches.js";
import type { Tranches } from "../analysis/tranches.js";
import type { Figure, Table } from "../../engine/report/block.js";
import { count, date, decimal, pNumber, pValue } from "../../engine/report/format.js";
import type { ChartOptions } from "./chartOptions.js";
import { plotted, tooFew } from "./plotted.js";
import { rangesPlot } from "./plots/rangesPlot.js";
import { newsWords, setWords, sourceWords } from "./setWords.js";

interface Row {
  readonly name: string;
  readonly A: number;
  readonly low: number;
  readonly high: number;
  readonly unadjusted: number;
  /** Adjusted by Holm where it is of a statement. */
  readonly p: number;
}

/** A function of its own, so that two figures of one result are equal. */
const threeDecimals = (x: number) => decimal(x, 3);

function rowsOf({ scheme, statements: compared, firstAgainstLater }: Tranches): Row[] {
  const ofStatements = compared.map(({ statement, A, interval: [low, high], p, holmP }) => ({
    name: scheme.parts.find(({ id }) => id === statement)!.short,
    A,
    low,
    high,
    unadjusted: p,
    p: holmP,
  }));
  if (firstAgainstLater === null) return ofStatements;
  const { A, interval, p } = firstAgainstLater;
  const ofSum = { low: interval[0], high: interval[1], unadjusted: p, p };
  return [{ name: `Sum of ${allGrades(scheme)}`, A, ...ofSum }, ...ofStatements];
}

function aWords({ A, low, high }: Row): string {
  return `${threeDecimals(A)} (${threeDecimals(low)} to ${threeDecimals(high)})`;
}

function titleOf({ statements: compared }: Tranches): string {
  const apart = compared.filter(({ holmP }) => holmP <= 0.05).length;
  if (compared.length === 0) return "No statement can be compared between first and later councils";
  return apart === 0
    ? "First and later councils cannot be told apart on any statement"
    : `First and later councils differ on ${apart} of ${count(compared.length, "statement")}`;
}

/**
 * The chance that a council of the first tranche scores above a later one, on the total and on each
 * statement, with its interval and 1/2 marked.
 */
export function statementDifferences(result: Tranches, options: ChartOptions): Figure | Table {
  const { scheme, set, n, leftOut, firstTrancheTo, firstAgainstLater } = result;
  const rows = rowsOf(result);
  const box = [0.5 - equivalenceMargin, 0.5 + equivalenceMargin] as const;
  const ranges = rows.map((row, i) => {
    const isTotal = i === 0 && firstAgainstLater !== null;
    const drawn = { ...row, words: `${aWords(row)}, ${pValue(row.p)}`, value: row.A };
    return isTotal ? { ...drawn, name: `Total of ${allGrades(scheme)}`, box } : drawn;
  });
  return plotted(
    {
      id: options.id ?? "statement-differences",
      title: titleOf(result),
      subtitle: `Chance that a council of the first tranche, published up to ${date(firstTrancheTo)}, scores above a later one (A), with 95% interval and p. ${setWords(set, n)}`,
      alt: `A dot and a line for the total and each statement. ${ranges.map(({ name, words }) => `${name} ${words}`).join("; ") || "None can be drawn"}.`,
      caption: `A tie counts half; at 0.5 neither is higher. The box is the margin fixed in advance, ±${decimal(equivalenceMargin)}. Each p of a statement is exact and adjusted by Holm. No difference would show an effect of time.${newsWords(set)}`,
      source: sourceWords(options.source, leftOut),
      n,
      unit: "assessment",
      data: {
        columns: [
          { key: "name", label: "Sum or statement" },
          { key: "A", label: "A", format: threeDecimals },
          { key: "low", label: "95% interval, low", format: threeDecimals },
          { key: "high", label: "95% interval, high", format: threeDecimals },
          { key: "unadjusted", label: "p, not adjusted", format: pNumber },
          { key: "p", label: "p, of a statement adjusted by Holm", format: pNumber },
        ],
        rows: rows.map((row) => ({ ...row })),
      },
    },
    tooFew(n) ??
      (rows.length === 0
        ? "There is nothing to draw: no known score in a tranche."
        : rangesPlot(ranges, {
            domain: [0, 1],
            ticks: [0, 0.25, 0.5, 0.75, 1],
            format: (x) => decimal(x),
            label: "First tranche lower, or higher (A)",
            level: 0.5,
          })),
    options,
  );
}
