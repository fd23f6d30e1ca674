import { partitionBin } from "../analysis/themePartitions.js";
import type { ThemePartitions } from "../analysis/themePartitions.js";
import type { Figure, Table } from "../../engine/report/block.js";
import { number, percent, pValue } from "../../engine/report/format.js";
import type { ChartOptions } from "./chartOptions.js";
import { plotted, tooFew } from "./plotted.js";
import { partitionStripPlot } from "./plots/partitionStripPlot.js";
import { newsWords, setWords, sourceWords } from "./setWords.js";

const names = { means: "Uncut means", words: "Means cut to ratings" } as const;
const oneDecimal = (share: number) => percent(share, 1);

function panelsOf(result: ThemePartitions) {
  return (["means", "words"] as const).flatMap((kind) => {
    const { themes, partitionMean: mean, exactP, atLeast, histogram } = result[kind];
    if (themes === null || mean === null || exactP === null || atLeast === null) return [];
    const words = `The themes keep ${percent(themes, 1)}, groupings ${percent(mean, 1)} on average; ${pValue(exactP)}`;
    return [{ name: names[kind], words, themes, histogram, atLeast }];
  });
}

/**
 * What the scheme's themes keep of the differences between councils, among every way to part its
 * statements into groups of the same sizes.
 */
export function partitionStrip(result: ThemePartitions, options: ChartOptions): Figure | Table {
  const { scheme, set, n, leftOut, partitions, incomputable } = result;
  const panels = panelsOf(result);
  const [first] = panels;
  return plotted(
    {
      id: options.id ?? "partition-strip",
      title:
        first === undefined
          ? "Themes cannot be set beside other groupings"
          : `${number(first.atLeast)} of ${number(partitions)} groupings keep as much as the themes`,
      subtitle: `Share that groups of statements keep of the differences between councils on the same statement, over all ${number(partitions)} groupings. ${setWords(set, n)}`,
      alt: `A histogram of groupings for each way to count. ${panels.map(({ name, words }) => `${name}. ${words}`).join(". ") || "None can be drawn"}.`,
      caption: `Each bar counts groupings of ${scheme.parts.length} statements into groups of the themes' sizes; the line marks the themes. Each p is the exact share of groupings that keep as much, so there is no interval.${newsWords(set)}`,
      source: sourceWords(options.source, leftOut),
      n,
      unit: "assessment",
      data: {
        columns: [
          { key: "groups", label: "Groups" },
          { key: "from", label: "Share kept, from", format: oneDecimal },
          { key: "to", label: "Share kept, to below", format: oneDecimal },
          { key: "groupings", label: "Groupings" },
        ],
        rows: panels.flatMap(({ name, histogram }) =>
          histogram.map(({ from, n: groupings }) => ({
            groups: name,
            from,
            to: from + partitionBin,
            groupings,
          })),
        ),
      },
    },
    tooFew(n) ??
      (first === undefined
        ? `There is nothing to draw: ${incomputable[0]?.reason ?? "no grouping"}.`
        : partitionStripPlot(panels)),
    options,
  );
}
