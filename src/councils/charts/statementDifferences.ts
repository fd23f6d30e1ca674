import * as Plot from "@observablehq/plot";
import { equivalenceMargin } from "../analysis/tranches.js";
import type { Tranches } from "../analysis/tranches.js";
import { toFigure } from "../../engine/report/block.js";
import type { Figure } from "../../engine/report/block.js";
import { count, date, decimal, list, pNumber, pValue } from "../../engine/report/format.js";
import { documentOf } from "./chartOptions.js";
import type { ChartOptions } from "./chartOptions.js";
import { palette, quiet } from "./colour.js";
import { newsWords, nothingMessage, nothingTitle, setWords, sourceWords } from "./setWords.js";
import { drawNothing, drawPlot, smallTextSize, textSize } from "./svg.js";
import { textWidth } from "./textWidth.js";
import { intervalMeaning } from "../findings/intervalMeaning.js";

interface Row {
  readonly name: string;
  readonly A: number;
  readonly low: number;
  readonly high: number;
  /** Adjusted by Holm where it is of a statement. */
  readonly p: string;
  readonly unadjusted: string;
}

/** A function of its own, so that two figures of one result are equal. */
const threeDecimals = (x: number) => decimal(x, 3);
const tick = (x: number) => decimal(x);

const sumName = "Sum of nine scores";
const rowHeight = 26;
const axisRoom = 48;
const headerHeight = 26;

function rowsOf({ scheme, statements: compared, firstAgainstLater }: Tranches): Row[] {
  const ofStatements = compared.map(({ statement, A, interval: [low, high], p, holmP }) => ({
    name: scheme.parts.find(({ id }) => id === statement)!.short,
    A,
    low,
    high,
    p: pValue(holmP),
    unadjusted: pValue(p),
  }));
  if (firstAgainstLater === null) return ofStatements;
  const { A, interval, p } = firstAgainstLater;
  return [
    { name: sumName, A, low: interval[0], high: interval[1], p: pValue(p), unadjusted: pValue(p) },
    ...ofStatements,
  ];
}

function aWords({ A, low, high }: Row): string {
  return `${threeDecimals(A)} (${threeDecimals(low)} to ${threeDecimals(high)})`;
}

function draw(rows: readonly Row[], document: Document): string {
  const small = { size: smallTextSize };
  const left =
    Math.ceil(Math.max(...rows.map(({ name }) => textWidth(name, { size: textSize })))) + 14;
  const aWidth = Math.ceil(Math.max(...rows.map((row) => textWidth(aWords(row), small)))) + 14;
  const pWidth = Math.ceil(Math.max(...rows.map(({ p }) => textWidth(p, small)), 40)) + 10;
  const right = aWidth + pWidth;
  const heading = { frameAnchor: "top-right", lineAnchor: "bottom", textAnchor: "start" } as const;
  const margin = rows.some(({ name }) => name === sumName)
    ? [{ name: sumName, low: 0.5 - equivalenceMargin, high: 0.5 + equivalenceMargin }]
    : [];
  return drawPlot(
    {
      height: headerHeight + rowHeight * rows.length + axisRoom,
      marginLeft: left,
      marginRight: right,
      marginTop: headerHeight,
      marginBottom: axisRoom,
      x: { domain: [0, 1] },
      y: { type: "band", domain: rows.map(({ name }) => name), padding: 0.2, axis: null },
      marks: [
        Plot.ruleX([0.5], { stroke: quiet, strokeDasharray: "4,3" }),
        Plot.barX(margin, {
          y: "name",
          x1: "low",
          x2: "high",
          fill: "none",
          stroke: quiet,
        }),
        Plot.link(rows, {
          x1: "low",
          x2: "high",
          y: "name",
          stroke: palette.darkBlue,
          strokeWidth: 2,
        }),
        Plot.dot(rows, { x: "A", y: "name", r: 4.5, fill: palette.darkBlue }),
        Plot.text(rows, {
          y: "name",
          frameAnchor: "left",
          dx: 2 - left,
          textAnchor: "start",
          text: "name",
          fontSize: textSize,
        }),
        Plot.text(rows, {
          y: "name",
          frameAnchor: "right",
          dx: 10,
          textAnchor: "start",
          text: aWords,
          fontSize: smallTextSize,
        }),
        Plot.text(rows, {
          y: "name",
          frameAnchor: "right",
          dx: aWidth + 4,
          textAnchor: "start",
          text: "p",
          fontSize: smallTextSize,
        }),
        Plot.text(["A (95% interval)"], { ...heading, dx: 10, dy: -4, fontSize: smallTextSize }),
        Plot.axisX([0, 0.25, 0.5, 0.75, 1], {
          tickSize: 4,
          tickFormat: tick,
          fontSize: smallTextSize,
          label: "First tranche lower, or higher (A)",
          labelAnchor: "center",
          labelArrow: "none",
          labelOffset: 40,
        }),
      ],
    },
    document,
  );
}

function titleOf({ scheme, statements: compared }: Tranches): string {
  const apart = compared.filter(({ holmP }) => holmP <= 0.05);
  if (compared.length === 0) return "No statement can be compared between the tranches";
  const of = `${count(compared.length, "statement")}`;
  if (apart.length === 0)
    return `On none of ${of} can the first tranche be told from later ones: the smallest p, adjusted by Holm, is ${pNumber(Math.min(...compared.map(({ holmP }) => holmP)))}`;
  const named = apart.map(
    ({ statement, holmP }) =>
      `${scheme.parts.find(({ id }) => id === statement)!.short} (Holm ${pValue(holmP)})`,
  );
  return `On ${apart.length} of ${of} the first tranche is told from later ones: ${list(named)}`;
}

/**
 * The chance that a council of the first tranche scores above a later one, on the sum and on each
 * statement, with its interval and 1/2 marked.
 */
export function statementDifferences(result: Tranches, options: ChartOptions): Figure {
  const { set, n, leftOut, firstTrancheTo, statements: compared } = result;
  const document = documentOf(options);
  const rows = rowsOf(result);
  const isEmpty = rows.length === 0;
  return toFigure({
    unit: "assessment",
    id: options.id ?? "statement-differences",
    title: n === 0 ? nothingTitle : titleOf(result),
    subtitle: `Chance that a council of the first tranche, published up to ${date(firstTrancheTo)}, scores above a later one (A). ${setWords(set, n)}`,
    alt: isEmpty
      ? "Differences between tranches, which cannot be drawn."
      : `A dot and a line for the sum and each statement. ${rows.map((row) => `${row.name} ${aWords(row)}, ${row.p}`).join("; ")}.`,
    caption:
      "A dot is A, a tie counting half, and the line its 95% interval (Newcombe, method 5). At 1/2, the " +
      `dashed line, neither tranche is higher. The box is the margin fixed in advance for the sum, ` +
      `±${decimal(equivalenceMargin)}: an interval wholly in it would be alike, one that leaves it is ` +
      "inconclusive unless it lies to one side of 1/2. The p of the sum is exact; those of the " +
      `${count(compared.length, "statement")} are exact and adjusted by Holm. ${intervalMeaning}${newsWords(set)}`,
    source: sourceWords(options.source, leftOut),
    n,
    data: {
      columns: [
        { key: "name", label: "Sum or statement" },
        { key: "A", label: "A", format: threeDecimals },
        { key: "low", label: "95% interval, low", format: threeDecimals },
        { key: "high", label: "95% interval, high", format: threeDecimals },
        { key: "unadjusted", label: "p, not adjusted" },
        { key: "p", label: "p, of a statement adjusted by Holm" },
      ],
      rows: rows.map((row) => ({ ...row })),
    },
    svg: isEmpty
      ? drawNothing(
          n === 0 ? nothingMessage : "Nothing to show: a tranche has no known score.",
          document,
        )
      : draw(rows, document),
  });
}
