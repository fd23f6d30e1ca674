import type { Intervention } from "../analysis/intervention.js";
import { bandsOf } from "../../ratings/scheme.js";
import type { Figure, Table } from "../../engine/report/block.js";
import { list } from "../../engine/report/format.js";
import { aboveLowest } from "../findings/aboveLowest.js";
import type { ChartOptions } from "./chartOptions.js";
import { plotted, tooFew, withoutTotals } from "./plotted.js";
import { cliffMarginsPlot } from "./plots/cliffMarginsPlot.js";
import { newsWords, setWords, sourceWords } from "./setWords.js";

type Margins = Pick<
  Intervention,
  "scheme" | "set" | "n" | "leftOut" | "margins" | "statementsScored1" | "statementsScored2"
>;

/** What councils are counted by, each with its bars. */
function panelsOf({ scheme, margins, statementsScored1, statementsScored2 }: Margins) {
  const highest = bandsOf(scheme)?.[0].to;
  const scored = (rows: Margins["statementsScored1"]) =>
    rows.map(({ statements: at, n }) => ({ at, n }));
  return [
    {
      what: `Points above ${highest}`,
      heading: `Points above ${highest} (0 and less: ${scheme.levels[0].name})`,
      bars: margins.map(({ above: at, n }) => ({ at, n })),
      isMarked: (at: number) => at <= 0,
    },
    {
      what: "Statements scored 1",
      heading: "Number of statements scored 1",
      bars: scored(statementsScored1),
      isMarked: (at: number) => at > 0,
    },
    {
      what: "Statements scored 2",
      heading: "Number of statements scored 2",
      bars: scored(statementsScored2),
      isMarked: () => false,
    },
  ];
}

/**
 * How far councils lie above the highest total with the lowest rating, and how many statements they
 * have at 1 and at 2: counts, and no council by name.
 */
export function cliffMargins(result: Margins, options: ChartOptions): Figure | Table {
  const { scheme, set, leftOut } = result;
  const isCut = bandsOf(scheme) !== null;
  const panels = isCut ? panelsOf(result) : [];
  const n = isCut ? result.n : 0;
  return plotted(
    {
      id: options.id ?? "cliff-margins",
      title: aboveLowest(result).headline,
      subtitle: `Councils by points above the highest total that is ${scheme.levels[0].name}, and by statements scored 1 and 2. ${setWords(set, n)}`,
      alt: `Three rows of bars and dots, councils by number. ${panels.map(({ what, bars }) => `${what}: ${list(bars.map((bar) => `${bar.n} at ${bar.at}`)) || "none"}.`).join(" ")}`,
      caption: `A bar counts councils; fewer than five are dots. In another colour: totals that are ${scheme.levels[0].name}, and councils with a score of 1. This is arithmetic and says nothing of what comes next.${newsWords(set)}`,
      source: sourceWords(options.source, leftOut),
      n,
      unit: "assessment",
      data: {
        columns: [
          { key: "what", label: "Measure" },
          { key: "at", label: "Value" },
          { key: "councils", label: "Councils" },
        ],
        rows: panels.flatMap(({ what, bars }) =>
          bars.map((bar) => ({ what, at: bar.at, councils: bar.n })),
        ),
      },
    },
    isCut ? (tooFew(n) ?? cliffMarginsPlot(panels)) : withoutTotals,
    options,
  );
}
