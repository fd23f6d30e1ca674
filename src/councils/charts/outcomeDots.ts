import type { Figure, Table } from "../../engine/report/block.js";
import { count } from "../../engine/report/format.js";
import type { CouncilOutcomes } from "../analysis/councilOutcomes.js";
import type { Council } from "../data/dataset.js";
import { againstEngland } from "../findings/againstEngland.js";
import type { ChartOptions } from "./chartOptions.js";
import { plotted, tooFew } from "./plotted.js";
import { comparedOutcomes, outcomeDotsPlot, valueWords } from "./plots/outcomeDotsPlot.js";

/** What was measured of a council's care, as dots with margins beside England. */
export function outcomeDots(
  result: CouncilOutcomes,
  { council, ...options }: ChartOptions & { readonly council: Pick<Council, "name"> },
): Figure | Table {
  const rows = comparedOutcomes(result);
  const lower = rows.filter(({ better }) => better === "lower").map(({ name }) => name);
  const { headline, detail } = againstEngland(result, council.name);
  return plotted(
    {
      id: options.id ?? "outcome-dots",
      title: headline,
      subtitle: `Distance from England in margins, the latest year of each measure. ${count(rows.length, "measure")} of ${result.outcomes.length}`,
      alt: `A dot and a line for each measure. ${rows.map((row) => `${row.name} ${valueWords(row)}`).join("; ")}. ${detail}`,
      caption: `A line is a survey's published 95% interval. A filled dot can be told from England, a hollow one not. Were the council like England, one in twenty would still be filled.${lower.length === 0 ? "" : ` Lower is better: ${lower.join(", ")}.`}`,
      source: options.source,
      n: rows.length,
      unit: "measure",
      data: {
        columns: [
          { key: "measure", label: "Measure" },
          { key: "period", label: "Year" },
          { key: "value", label: "Council" },
          { key: "margin", label: "Margin (±)" },
          { key: "england", label: "England" },
          { key: "against", label: "Against England" },
          { key: "better", label: "Better" },
        ],
        rows: rows.map(
          ({ measure, name, unit, period, value, margin, england, against, better }) => ({
            measure: `${measure} ${name}${unit === "%" ? " (%)" : ""}`,
            period,
            value,
            margin,
            england,
            against,
            better,
          }),
        ),
      },
    },
    tooFew(rows.length, "measures") ?? outcomeDotsPlot(rows),
    options,
  );
}
