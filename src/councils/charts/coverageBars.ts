import { coverageParts } from "../analysis/coverage.js";
import type { Coverage, CoverageCounts, CoverageOf } from "../analysis/coverage.js";
import { pilotReason } from "../analysis/select.js";
import type { Figure, Table } from "../../engine/report/block.js";
import { count, list } from "../../engine/report/format.js";
import { scoresKnown } from "../findings/scoresKnown.js";
import type { ChartOptions } from "./chartOptions.js";
import { partWords } from "./coverageKinds.js";
import { plotted, tooFew } from "./plotted.js";
import { coverageBarsPlot } from "./plots/coverageBarsPlot.js";
import { sourceWords } from "./setWords.js";

function altOf({ england, regions, types }: Coverage): string {
  const words = ({ name, withWord, councils }: CoverageOf) => `${name} ${withWord} of ${councils}`;
  const parts = coverageParts
    .filter((part) => england.parts[part] > 0)
    .map((part) => `${partWords[part]} ${england.parts[part]}`);
  return (
    `Stacked bars of what is known. All councils: ${list(parts)}. With a rating, confirmed or not, by region: ` +
    `${regions.map(words).join("; ")}. By type: ${types.map(words).join("; ")}.`
  );
}

function rowOf(group: string, { parts, councils, withWord, withScores }: CoverageCounts) {
  return { group, councils, withWord, withScores, ...parts };
}

/**
 * What is known of the councils of each region and of each type, as stacked bars of the same
 * length with counts printed: what is missing, not how well councils do.
 */
export function coverageBars(result: Coverage, options: ChartOptions): Figure | Table {
  const { set, n, leftOut, england, regions, types } = result;
  const reports = set === "complete" ? "Complete set of reports" : "All reports known";
  return plotted(
    {
      id: options.id ?? "coverage-bars",
      title: scoresKnown(result).headline,
      subtitle: `Number of councils by what is known of their latest formal assessment, by region and by type. ${reports}, ${count(england.councils, "council")}`,
      alt: altOf(result),
      caption: `Each bar is all councils of a region or a type. A part too narrow for its number has it in the data table. Bars show what is missing here, not how councils do.`,
      // Every council is in a bar, whatever is known of it.
      source: sourceWords(
        options.source,
        leftOut.filter(({ reason }) => reason === pilotReason),
      ),
      n,
      unit: "assessment",
      data: {
        columns: [
          { key: "group", label: "Region or type" },
          { key: "councils", label: "Councils" },
          { key: "withWord", label: "With a rating, confirmed or not" },
          { key: "withScores", label: "With every score" },
          ...coverageParts.map((part) => ({ key: part, label: partWords[part] })),
        ],
        rows: [
          rowOf("England", england),
          ...regions.map((region) => rowOf(`Region: ${region.name}`, region)),
          ...types.map((type) => rowOf(`Type: ${type.name}`, type)),
        ],
      },
    },
    tooFew(england.councils) ?? coverageBarsPlot(result),
    options,
  );
}
