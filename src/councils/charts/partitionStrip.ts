import * as Plot from "@observablehq/plot";
import { partitionBin } from "../analysis/themePartitions.js";
import type { AgainstPartitions, ThemePartitions } from "../analysis/themePartitions.js";
import { toFigure } from "../../engine/report/block.js";
import type { Figure } from "../../engine/report/block.js";
import { number, percent, pValue } from "../../engine/report/format.js";
import { documentOf } from "./chartOptions.js";
import type { ChartOptions } from "./chartOptions.js";
import { ink, palette, quiet, scoreTints } from "./colour.js";
import { newsWords, nothingMessage, nothingTitle, setWords, sourceWords } from "./setWords.js";
import { chartWidth, drawNothing, drawPlot, smallTextSize, textSize } from "./svg.js";
import { textWidth } from "./textWidth.js";

const kinds = ["means", "words"] as const;
type Kind = (typeof kinds)[number];
const names: Readonly<Record<Kind, string>> = {
  means: "Four uncut means",
  words: "Four means cut to words",
};
const edge = 12;
const headHeight = 46;
const barsHeight = 84;
const panelHeight = headHeight + barsHeight + 14;

const oneDecimal = (share: number) => number(100 * share, 1);

interface Known {
  readonly kind: Kind;
  readonly themes: number;
  readonly mean: number;
  readonly exactP: number;
  readonly atLeast: number;
  readonly histogram: AgainstPartitions["histogram"];
}

function knownOf(result: ThemePartitions): Known[] {
  return kinds.flatMap((kind) => {
    const { themes, partitionMean: mean, exactP, atLeast, histogram } = result[kind];
    if (themes === null || mean === null || exactP === null || atLeast === null) return [];
    return [{ kind, themes, mean, exactP, atLeast, histogram }];
  });
}

function draw(known: readonly Known[], document: Document): string {
  const froms = known.flatMap(({ histogram }) => histogram.map(({ from }) => from));
  // Somewhat wider than what occurs: one grouping alone would be a bar over the whole width.
  const domain = [
    Math.max(0, Math.min(...froms) - 4 * partitionBin),
    Math.min(1, Math.max(...froms) + partitionBin + 4 * partitionBin),
  ] as const;
  const pixel = (share: number) =>
    edge + ((share - domain[0]) / (domain[1] - domain[0])) * (chartWidth - 2 * edge);
  const panels = known.map((panel, i) => ({ ...panel, top: i * panelHeight }));
  const height = panels.length * panelHeight + 42;
  const marks = panels.flatMap(({ kind, themes, exactP, histogram, top }) => {
    const most = Math.max(...histogram.map(({ n }) => n));
    const base = top + headHeight + barsHeight;
    const label = `CQC's four themes: ${percent(themes, 1)}, ${pValue(exactP)}`;
    const width = textWidth(label, { size: smallTextSize, bold: true });
    const middle = Math.min(
      Math.max(pixel(themes), edge + width / 2),
      chartWidth - edge - width / 2,
    );
    const at = { frameAnchor: "top-left", lineAnchor: "middle" } as const;
    return [
      Plot.rect(
        histogram.filter(({ n }) => n > 0),
        {
          x1: ({ from }: { from: number }) => from,
          x2: ({ from }: { from: number }) => from + partitionBin,
          y1: base,
          y2: ({ n }: { n: number }) => base - (n / most) * barsHeight,
          fill: scoreTints[2],
          insetLeft: 0.5,
          insetRight: 0.5,
        },
      ),
      Plot.ruleY([base], { stroke: quiet }),
      Plot.link([themes], {
        x: (x: number) => x,
        y1: top + headHeight - 6,
        y2: base,
        stroke: palette.darkPink,
        strokeWidth: 2.5,
      }),
      Plot.text([names[kind]], {
        ...at,
        dx: 2 - edge,
        dy: top + 10,
        fontSize: textSize,
        fontWeight: "bold",
      }),
      Plot.text([label], {
        ...at,
        textAnchor: "middle",
        dx: middle - edge,
        dy: top + headHeight - 14,
        fontSize: smallTextSize,
        fontWeight: "bold",
        fill: palette.darkPink,
      }),
    ];
  });
  return drawPlot(
    {
      height,
      marginLeft: edge,
      marginRight: edge,
      marginTop: 0,
      marginBottom: 0,
      x: { domain },
      y: { domain: [height, 0], axis: null },
      marks: [
        ...marks,
        Plot.axisX({
          dy: -42,
          ticks: 6,
          tickSize: 0,
          tickFormat: (share: number) =>
            percent(share, Number.isInteger(Number((100 * share).toFixed(6))) ? 0 : 1),
          fontSize: smallTextSize,
          fill: ink,
          label: null,
        }),
        Plot.text(["Share of the differences between councils that four groups keep"], {
          frameAnchor: "bottom",
          dy: -6,
          fontSize: smallTextSize,
        }),
      ],
    },
    document,
  );
}

function titleOf(known: readonly Known[], partitions: number): string {
  const [means, words] = kinds.map((kind) => known.find((one) => one.kind === kind)!);
  const keep = means.atLeast === 1 ? "keeps" : "keep";
  return (
    `${number(means.atLeast)} of ${number(partitions)} ways to group nine statements ${keep} at least as ` +
    `much as CQC's four themes do (exact ${pValue(means.exactP)}); cut to words, ` +
    `${number(words.atLeast)} ${words.atLeast === 1 ? "does" : "do"} (${pValue(words.exactP)})`
  );
}

/**
 * What CQC's four themes keep of the differences between councils, among every way to part nine
 * statements into groups of the same sizes.
 */
export function partitionStrip(result: ThemePartitions, options: ChartOptions): Figure {
  const { set, n, leftOut, partitions, incomputable } = result;
  const document = documentOf(options);
  const known = knownOf(result);
  const reason = incomputable[0]?.reason ?? "";
  const isEmpty = known.length === 0;
  return toFigure({
    unit: "assessment",
    id: options.id ?? "partition-strip",
    title:
      n === 0
        ? nothingTitle
        : isEmpty
          ? `The four themes cannot be set against other groupings: ${reason}`
          : titleOf(known, partitions),
    subtitle: `Share that four groups keep of the differences between councils on the same statement, over all ${number(partitions)} groupings. ${setWords(set, n)}`,
    alt: isEmpty
      ? "Histograms of groupings, which cannot be drawn."
      : `Two histograms of ${number(partitions)} groupings. ${known.map(({ kind, themes, mean, exactP }) => `${names[kind]}: CQC's themes keep ${percent(themes, 1)}, all groupings ${percent(mean, 1)} on average, ${pValue(exactP)}`).join(". ")}.`,
    caption:
      "Each bar counts groupings into one group of three statements and three of two, as CQC's themes " +
      `are; the line marks the themes. All groupings keep on average ${known.map(({ kind, mean }) => `${percent(mean, 1)} with ${kind}`).join(" and ") || "an unknown share"}. ` +
      "The p is exact: the share of groupings that keep at least as much, so there is no interval. " +
      "It does not show that the themes group what belongs together for people." +
      newsWords(set),
    source: sourceWords(options.source, leftOut),
    n,
    data: {
      columns: [
        { key: "groups", label: "Groups" },
        { key: "from", label: "Share kept, from (%)", format: oneDecimal },
        { key: "to", label: "Share kept, to below (%)", format: oneDecimal },
        { key: "groupings", label: "Groupings" },
      ],
      rows: known.flatMap(({ kind, histogram }) =>
        histogram.map(({ from, n: groupings }) => ({
          groups: names[kind],
          from,
          to: from + partitionBin,
          groupings,
        })),
      ),
    },
    svg: isEmpty
      ? drawNothing(n === 0 ? nothingMessage : `Nothing to show: ${reason}.`, document)
      : draw(known, document),
  });
}
