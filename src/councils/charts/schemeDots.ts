import type { Figure, Table } from "../../engine/report/block.js";
import { count, percent } from "../../engine/report/format.js";
import { usualOf, type Schemes } from "../analysis/schemes.js";
import { tableName, withWord, wordShareElsewhere } from "../findings/wordShareElsewhere.js";
import type { ChartOptions } from "./chartOptions.js";
import { plotted } from "./plotted.js";
import { schemeDotsPlot } from "./plots/schemeDotsPlot.js";

/** How much of its parts one rating tells in each scheme: a dot over what is usual. */
export function schemeDots(result: Schemes, options: ChartOptions): Figure | Table {
  const rows = withWord(result);
  const said = rows.map((one) => `${tableName(one)}, ${percent(one.wordShare!)}`);
  const bodies = rows.reduce((sum, { n }) => sum + n, 0);
  return plotted(
    {
      id: options.id ?? "scheme-dots",
      title: wordShareElsewhere(result).headline,
      subtitle: `Each dot is one table of rated bodies, ${count(bodies, "assessment")} in all`,
      alt: `A dot for each scheme. ${said.join("; ")}.`,
      caption:
        "The grey bar is the middle 95% of what one quality plus chance would give. No scheme is ranked.",
      source: options.source,
      n: bodies,
      unit: "assessment",
      data: {
        columns: [
          { key: "scheme", label: "Scheme" },
          { key: "bodies", label: "Bodies" },
          { key: "parts", label: "Parts" },
          { key: "share", format: percent, label: "Share that the rating tells" },
          { key: "usual", format: percent, label: "One quality plus chance, mean" },
          { key: "low", format: percent, label: "Low" },
          { key: "high", format: percent, label: "High" },
        ],
        rows: rows.map(({ n, parts, wordShare, ...one }) => ({
          scheme: tableName(one),
          bodies: n,
          parts,
          share: wordShare,
          usual: usualOf(one, "wordShare")?.[0] ?? null,
          low: usualOf(one, "wordShare")?.[1] ?? null,
          high: usualOf(one, "wordShare")?.[2] ?? null,
        })),
      },
    },
    rows.length < 2
      ? "There is nothing to compare: no second scheme with a rating."
      : schemeDotsPlot(rows),
    options,
  );
}
