import * as Plot from "@observablehq/plot";
import type { Verdict } from "../claims/claim.js";
import type { ClaimResult } from "../claims/evaluateClaims.js";
import { toFigure } from "../../engine/report/block.js";
import type { Figure } from "../../engine/report/block.js";
import { count, list } from "../../engine/report/format.js";
import { decimalsOf, rangeWords, valueWords } from "./claimValues.js";
import { documentOf } from "./chartOptions.js";
import type { ChartOptions } from "./chartOptions.js";
import { ink, palette, quiet, white } from "./colour.js";
import { chartWidth, drawNothing, drawPlot, smallTextSize, textSize } from "./svg.js";
import { fitText, textWidth } from "./textWidth.js";
import { intervalMeaning } from "../findings/intervalMeaning.js";

type Interval = readonly [number, number];
type Drawn = ClaimResult & { readonly evidence: { readonly interval: Interval } };

/** A verdict is told by the shape and the filling of its dot as well as by colour and in words. */
const styles: Readonly<Record<Verdict, { symbol: "circle" | "diamond" | "square"; fill: string }>> =
  {
    supported: { symbol: "circle", fill: palette.darkBlue },
    "not supported": { symbol: "diamond", fill: palette.darkPink },
    undecidable: { symbol: "square", fill: white },
  };
const edge = 4;
const marginLeft = 20;
const marginRight = 20;
const rowHeight = 44;

interface PanelSpec {
  readonly title: string;
  readonly claims: readonly Drawn[];
  readonly from: number;
  readonly ticks: readonly number[];
}

function panelsOf(results: readonly Drawn[]): PanelSpec[] {
  const shares = results.filter(({ unit }) => unit === "share");
  const others = results.filter(({ unit }) => unit === "number");
  const hasNegative = others.some(
    ({ evidence: { interval }, bounds }) => Math.min(...interval, ...bounds) < 0,
  );
  return [
    {
      title: "Shares",
      claims: shares,
      from: 0,
      ticks: [0, 0.25, 0.5, 0.75, 1],
    },
    {
      title: "Correlations and other numbers up to 1",
      claims: others,
      from: hasNegative ? -1 : 0,
      ticks: hasNegative ? [-1, -0.5, 0, 0.5, 1] : [0, 0.25, 0.5, 0.75, 1],
    },
  ].filter(({ claims }) => claims.length > 0);
}

function draw(panels: readonly PanelSpec[], document: Document): string {
  const marks: Plot.Markish[] = [];
  const at = {
    x: "x",
    y: "y",
    text: "text",
    textAnchor: "start",
    fontSize: smallTextSize,
  } as const;
  let y = 14;
  for (const { title, claims, from, ticks } of panels) {
    const place = (value: number) =>
      marginLeft + ((value - from) / (1 - from)) * (chartWidth - marginLeft - marginRight);
    marks.push(
      Plot.text([{ x: edge, y, text: title }], { ...at, fontSize: textSize, fontWeight: "bold" }),
    );
    const top = y + 14;
    const bottom = top + claims.length * rowHeight;
    marks.push(
      Plot.text(
        ticks.map((tick) => ({
          x: place(tick),
          y: bottom + 10,
          text: valueWords(tick, claims[0].unit),
        })),
        { ...at, textAnchor: "middle" },
      ),
    );
    claims.forEach(({ id, quantity, evidence, bounds, verdict }, i) => {
      const line = top + i * rowHeight + 30;
      const { estimate, interval } = evidence;
      const { symbol, fill } = styles[verdict];
      const name = `${id}  ${quantity}`;
      const verdictWidth = textWidth(verdict, { size: smallTextSize, bold: true });
      const room = chartWidth - 2 * edge - verdictWidth - 10;
      marks.push(
        // In pieces, so that no line runs through a claim's words.
        Plot.ruleX(ticks, {
          x: place,
          y1: line - 8,
          y2: line + 10,
          stroke: quiet,
          strokeOpacity: 0.35,
        }),
        Plot.text(
          [{ x: edge, y: line - 17, text: fitText(name, room, { size: smallTextSize }) }],
          at,
        ),
        Plot.text([{ x: chartWidth - edge, y: line - 17, text: verdict }], {
          ...at,
          textAnchor: "end",
          fontWeight: "bold",
        }),
        Plot.ruleY([line], {
          x1: place(interval[0]),
          x2: place(interval[1]),
          stroke: ink,
          strokeWidth: 2.5,
        }),
        Plot.ruleX(bounds, {
          x: place,
          y1: line - 8,
          y2: line + 8,
          stroke: palette.darkPink,
          strokeWidth: 2,
          strokeDasharray: "3,2",
        }),
        Plot.dot(estimate === null ? [] : [estimate], {
          x: place,
          y: line,
          r: 4.5,
          symbol,
          fill,
          stroke: ink,
        }),
      );
    });
    y = bottom + 40;
  }
  return drawPlot(
    {
      height: y - 18,
      margin: 0,
      x: { type: "identity", axis: null },
      y: { type: "identity", axis: null },
      marks,
    },
    document,
  );
}

/** The claims that rest on an interval: estimate, interval and what it is held against. */
export function claimIntervals(results: readonly ClaimResult[], options: ChartOptions): Figure {
  const document = documentOf(options);
  const drawn = results.filter((result): result is Drawn => result.evidence.interval !== null);
  const panels = panelsOf(drawn);
  const shown = panels.flatMap(({ claims }) =>
    claims.map((claim) => ({ claim, range: rangeWords(claim)! })),
  );
  const decided = shown.filter(({ claim }) => claim.verdict !== "undecidable");
  return toFigure({
    unit: "assessment",
    id: options.id ?? "claim-intervals",
    title:
      shown.length === 0
        ? "There is nothing to show: no claim has an interval in these data"
        : `${decided.length} of ${count(shown.length, "claim")} with an interval or range ${decided.length === 1 ? "is" : "are"} decided`,
    subtitle: "Estimate, 95% interval or range of what is possible, and bound, by claim",
    alt:
      shown.length === 0
        ? "Intervals without any claim."
        : `Intervals by claim. ${shown.map(({ claim, range }) => `${claim.id}: ${range}, ${claim.verdict}`).join(". ")}.`,
    caption:
      "Thick line: the interval or range. Dot: the estimate; none where it is not known. Dashed " +
      "mark: the bound of the claim's rule. A claim is decided where the whole line lies on one " +
      "side of the bound, or as its rule says. Round: supported. Diamond: not supported. Hollow " +
      `square: undecidable. ${intervalMeaning} A range of what is possible is certain, whatever is ` +
      "not known.",
    source: options.source,
    n: Math.max(0, ...drawn.map(({ evidence }) => evidence.n)),
    data: {
      columns: [
        { key: "id", label: "Claim" },
        { key: "quantity", label: "Quantity" },
        { key: "estimate", label: "Estimate" },
        { key: "interval", label: "Interval or range" },
        { key: "bound", label: "Bound" },
        { key: "verdict", label: "Verdict" },
        { key: "n", label: "Councils" },
      ],
      rows: shown.map(({ claim, range }) => {
        const { id, quantity, unit, evidence, bounds, verdict } = claim;
        const { estimate, n } = evidence;
        return {
          id,
          quantity,
          estimate: estimate === null ? null : valueWords(estimate, unit, decimalsOf(claim)),
          interval: range,
          bound: list(bounds.map((bound) => valueWords(bound, unit))) || null,
          verdict,
          n,
        };
      }),
    },
    svg:
      shown.length === 0
        ? drawNothing("Nothing to show: no claim has an interval in these data.", document)
        : draw(panels, document),
  });
}
