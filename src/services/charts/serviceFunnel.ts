import * as Plot from "@observablehq/plot";
import { limitAt } from "../../councils/analysis/regionLimits.js";
import { axisHeight, valueAxis } from "../../councils/charts/axes.js";
import type { ChartOptions } from "../../councils/charts/chartOptions.js";
import type { Chart } from "../../councils/charts/draw.js";
import { plotted, tooFew } from "../../councils/charts/plotted.js";
import { smallTextSize } from "../../councils/charts/textSizes.js";
import type { Figure, Table } from "../../engine/report/block.js";
import { number, percent } from "../../engine/report/format.js";
import type { CouncilServices, ServicesByCouncil } from "../analysis/servicesByCouncil.js";
import { fewestServices } from "../analysis/servicesByCouncil.js";
import { councilsWithinChance } from "../findings/councilsWithinChance.js";

type Shown = CouncilServices & { readonly share: number };

/** Some sixty numbers of services, at which limits are drawn. */
function numbersTo(most: number): number[] {
  const step = Math.max(1, Math.floor(most / 60));
  const found: number[] = [];
  for (let n = fewestServices; n < most + step; n += step) found.push(n);
  return found;
}

const plot =
  (shown: readonly Shown[], share: number): Chart =>
  ({ colours, isNarrow }) => {
    const most = Math.max(...shown.map(({ n }) => n));
    const limits = numbersTo(most).map((n) => limitAt(n, share));
    const lowest = Math.min(...limits.map(({ low, n }) => low / n), ...shown.map((s) => s.share));
    const edge = (key: "low" | "high" | "outerLow" | "outerHigh", dash: string) =>
      Plot.line(limits, {
        x: "n",
        y: (limit: (typeof limits)[number]) => limit[key] / limit.n,
        stroke: colours.line,
        strokeDasharray: dash,
        clip: true,
      });
    return {
      height: 380,
      marginLeft: 48,
      marginRight: 16,
      marginTop: 30,
      marginBottom: axisHeight,
      x: { domain: [0, most * 1.04] },
      y: { domain: [Math.max(0, Math.floor(lowest * 10 - 0.5) / 10), 1] },
      marks: [
        valueAxis("Rated services in the council's area", { ticks: isNarrow ? 4 : 8 }),
        Plot.axisY({
          label: "Share Good or better",
          labelAnchor: "top",
          labelArrow: "none",
          tickSize: 0,
          ticks: 6,
          tickFormat: (part: number) => percent(part),
          fontSize: smallTextSize,
        }),
        Plot.ruleY([share], { stroke: colours.text }),
        edge("low", "5,4"),
        edge("high", "5,4"),
        edge("outerLow", "1,3"),
        edge("outerHigh", "1,3"),
        Plot.dot(shown, {
          x: "n",
          y: "share",
          r: isNarrow ? 3 : 4,
          fill: colours.accent,
          fillOpacity: 0.8,
          symbol: ({ place }: Shown) => (place === "within" ? "circle" : "diamond"),
        }),
      ],
    };
  };

/** Councils' shares of services Good or better against how many are rated, with limits of chance. */
export function serviceFunnel(result: ServicesByCouncil, options: ChartOptions): Figure | Table {
  const shown = result.councils.filter((one): one is Shown => one.share !== null);
  const { headline } = councilsWithinChance(result);
  return plotted(
    {
      id: options.id ?? "service-funnel",
      title: headline,
      subtitle: `Each mark is one of ${number(shown.length)} councils with ${fewestServices} or more rated services`,
      alt: `Marks for ${number(shown.length)} councils in a funnel around ${percent(result.share ?? 0)}. ${headline}.`,
      caption:
        "Dashed lines: limits of chance around one share for all, 95%. Dotted: 99.8%. A diamond lies outside the dashed lines. Areas have unlike services, and this is no ranking.",
      source: options.source,
      n: shown.length,
      unit: "council",
      data: {
        columns: [
          { key: "council", label: "Council" },
          { key: "n", label: "Rated services" },
          { key: "good", label: "Good or better" },
          { key: "low", label: "Limit, low" },
          { key: "high", label: "Limit, high" },
        ],
        rows: shown.map(({ council, n, good, limits }) => ({
          council: council.name,
          n,
          good,
          low: limits!.low,
          high: limits!.high,
        })),
      },
    },
    tooFew(shown.length) ?? plot(shown, result.share!),
    options,
  );
}
