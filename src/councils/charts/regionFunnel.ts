import type { RegionAgainstLimits, RegionLimits } from "../analysis/regionLimits.js";
import type { Figure, Table } from "../../engine/report/block.js";
import { count, percent } from "../../engine/report/format.js";
import type { ChartOptions } from "./chartOptions.js";
import { plotted, tooFew } from "./plotted.js";
import { rangesPlot } from "./plots/rangesPlot.js";
import { newsWords, setWords, sourceWords } from "./setWords.js";

function regionWords({ goodOrBetter, n, low, high }: RegionAgainstLimits): string {
  return `${goodOrBetter} of ${n}, limits ${low} to ${high}`;
}

function titleOf({ regions }: RegionLimits): string {
  const outside = regions.filter(({ place }) => place !== "within").length;
  const all = count(regions.length, "region");
  return outside === 0
    ? `Shares of ${all} lie within the limits of chance`
    : `${outside} of ${all} ${outside === 1 ? "lies" : "lie"} outside the limits of chance`;
}

/**
 * The share of councils good or better in each region beside the exact binomial limits of one share
 * for all regions, which are the wider the fewer councils a region has.
 */
export function regionFunnel(result: RegionLimits, options: ChartOptions): Figure | Table {
  const { scheme, set, n, leftOut, regions, share } = result;
  return plotted(
    {
      id: options.id ?? "region-funnel",
      title: titleOf(result),
      subtitle: `Share of councils ${scheme.good} or better by region, and the limits of one share for all. ${setWords(set, n)}`,
      alt: `A dot and a line for each region. ${regions.map((region) => `${region.region} ${regionWords(region)}, ${region.place === "within" ? "inside" : region.place}`).join("; ")}.`,
      caption: `A line spans the counts that leave at most 2.5% of chance beyond each end. A square lies outside, as one of many may by chance. Regions hold unlike councils. Limits of chance are no interval.${newsWords(set)}`,
      source: sourceWords(options.source, leftOut),
      n,
      unit: "assessment",
      data: {
        columns: [
          { key: "region", label: "Region" },
          { key: "n", label: "Councils" },
          { key: "goodOrBetter", label: `${scheme.good} or better (councils)` },
          { key: "low", label: "Limit, low (councils)" },
          { key: "high", label: "Limit, high (councils)" },
          { key: "place", label: "Against the limits" },
        ],
        rows: regions.map((region) => ({ ...region })),
      },
    },
    tooFew(regions.length === 0 ? 0 : n) ??
      rangesPlot(
        regions.map((one) => ({
          name: one.region,
          words: regionWords(one),
          low: one.low / one.n,
          high: one.high / one.n,
          value: one.share,
          symbol: one.place === "within" ? "circle" : "square",
        })),
        {
          domain: [0, 1],
          ticks: [0, 0.25, 0.5, 0.75, 1],
          format: (part) => percent(part),
          label: `Share of councils ${scheme.good} or better`,
          ...(share !== null && { level: share }),
        },
      ),
    options,
  );
}
