import type { Figure, Table } from "../../engine/report/block.js";
import { count, list } from "../../engine/report/format.js";
import type { Margins } from "../analysis/margins.js";
import { eitherOf } from "../data/disputedScores.js";
import { onePoint } from "../findings/onePoint.js";
import type { ChartOptions } from "./chartOptions.js";
import { plotted, tooFew } from "./plotted.js";
import { marginBars, marginStripPlot } from "./plots/marginStripPlot.js";
import { setWords, sourceWords } from "./setWords.js";

function altOf(result: Margins): string {
  const panels = marginBars(result).map(({ id, bars }) => {
    const known = bars.filter(({ councils }) => councils > 0);
    const parts = known.map((bar) => `${bar.councils} at ${count(bar.points, "point")}`);
    return `To a ${id} rating: ${list(parts) || "none"}.`;
  });
  return `Two rows of bars, councils by points. ${panels.join(" ")}`;
}

/** How far the total of each council is from another rating, down and up: counts, no names. */
export function marginStrip(result: Margins, options: ChartOptions): Figure | Table {
  const { set, n, leftOut, councils } = result;
  return plotted(
    {
      id: options.id ?? "margin-strip",
      title: onePoint(result).headline,
      subtitle: `Councils by how many points would change their rating. ${setWords(set, n)}`,
      alt: altOf(result),
      caption: `This is arithmetic on published scores. It does not say that a score or rating is wrong, or that it would change in another assessment.`,
      source: sourceWords(options.source, leftOut),
      n,
      unit: "assessment",
      data: {
        columns: [
          { key: "council", label: "Council" },
          { key: "rating", label: "Rating that the total gives" },
          { key: "sum", label: "Sum (points)" },
          { key: "toLower", label: "Points to a lower rating" },
          { key: "toHigher", label: "Points to a higher rating" },
        ],
        rows: councils.map((council) => ({
          council: council.council,
          rating: eitherOf(council.rating, council.other.rating),
          sum: eitherOf(council.sum, council.other.sum),
          toLower: eitherOf(council.toLower, council.other.toLower),
          toHigher: eitherOf(council.toHigher, council.other.toHigher),
        })),
      },
    },
    tooFew(n) ?? marginStripPlot(result),
    options,
  );
}
