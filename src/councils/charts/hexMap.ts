import type { Figure, Table } from "../../engine/report/block.js";
import { list } from "../../engine/report/format.js";
import type { WordMap } from "../analysis/wordMap.js";
import { ratingWords } from "../data/publicRating.js";
import { mapped } from "../findings/mapped.js";
import type { ChartOptions } from "./chartOptions.js";
import { mapName } from "./mapNames.js";
import { plotted, tooFew } from "./plotted.js";
import { hexMapPlot } from "./plots/hexMapPlot.js";
import { setWords, sourceWords } from "./setWords.js";
import { smallTextSize } from "./textSizes.js";

/** A map with a hexagon of one size for each council: a picture, as its table is for looking up. */
export function hexMap(result: WordMap, options: ChartOptions): Figure | Table {
  const { set, n, leftOut, councils } = result;
  const lost = councils.filter(({ x, y }) => x === null || y === null);
  const noLayout =
    lost.length === councils.length ? "The data hold no layout of councils to draw." : null;
  const unplaced =
    lost.length === 0 || noLayout !== null
      ? ""
      : ` Without a place: ${list(lost.map(({ council }) => council))}.`;
  const { headline, detail } = mapped(result);
  return plotted(
    {
      id: options.id ?? "hex-map",
      title: headline,
      subtitle: `Published rating of each council's latest formal assessment. ${setWords(set, n)}`,
      alt: `A map with one hexagon of the same size for each council, in the colour of its rating, by region. ${detail} The data table lists every council.`,
      caption: `Every council has the same area, near its place in England. Neighbours share a region, a type and a date, so a pattern shows no cause.${unplaced}`,
      source: sourceWords(options.source, leftOut),
      n,
      unit: "assessment",
      data: {
        columns: [
          { key: "code", label: "On the map" },
          { key: "council", label: "Council" },
          { key: "region", label: "Region" },
          { key: "rating", label: "Published rating" },
          { key: "confidence", label: "Confidence" },
        ],
        rows: councils.map((one) => ({
          code: mapName(one.council, 60, { size: smallTextSize }),
          council: one.council,
          region: one.region,
          rating: ratingWords(one),
          confidence: one.confidence,
        })),
      },
    },
    tooFew(councils.length) ?? noLayout ?? hexMapPlot(result),
    options,
  );
}
