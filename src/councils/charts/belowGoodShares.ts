import type { Figure, Table } from "../../engine/report/block.js";
import { number, percent } from "../../engine/report/format.js";
import type { Pairs } from "../analysis/pairs.js";
import { needs } from "../findings/needs.js";
import { shortName } from "../../ratings/shortName.js";
import type { ChartOptions } from "./chartOptions.js";
import { plotted, tooFew } from "./plotted.js";
import { belowGoodSharesPlot, knownShares, shareWords } from "./plots/belowGoodSharesPlot.js";
import { newsWords, setWords, sourceWords } from "./setWords.js";

const oneDecimal = (share: number) => percent(share, 1);

/** Of councils rated good, the share below good on each statement, with exact 95% intervals. */
export function belowGoodShares(result: Pairs, options: ChartOptions): Figure | Table {
  const { scheme, set, n: all, leftOut } = result;
  const rows = knownShares(result);
  const n = rows[0]?.n ?? 0;
  const name = ({ statement }: { readonly statement: string }) => shortName(scheme, statement);
  return plotted(
    {
      id: options.id ?? "below-good-shares",
      title: needs(result).headline,
      subtitle: `Share of ${scheme.good} councils that score 1 or 2 on each statement. ${setWords(set, all)}, of which ${scheme.good} ${number(n)}`,
      alt: `A dot and a line for each statement. ${scheme.good} councils below good: ${rows.map((row) => `${name(row)} ${shareWords(row)}`).join("; ")}.`,
      caption: `A dot is a share, its line the exact 95% interval of each statement by itself. A statement with more low scores may be harder, or be judged more strictly: the chart does not say which.${newsWords(set)}`,
      source: sourceWords(options.source, leftOut),
      n,
      unit: "assessment",
      data: {
        columns: [
          { key: "statement", label: "Statement" },
          { key: "below", label: `${scheme.good} councils scoring 1 or 2` },
          { key: "good", label: `${scheme.good} councils` },
          { key: "share", label: "Share", format: oneDecimal },
          { key: "low", label: "95% interval, low", format: oneDecimal },
          { key: "high", label: "95% interval, high", format: oneDecimal },
        ],
        rows: rows.map(({ statement, k, share, clopperPearson: [low, high] }) => ({
          statement: scheme.parts.find(({ id }) => id === statement)!.name,
          below: k,
          good: n,
          share,
          low,
          high,
        })),
      },
    },
    tooFew(n) ?? belowGoodSharesPlot(result),
    options,
  );
}
