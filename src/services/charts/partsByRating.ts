import * as Plot from "@observablehq/plot";
import type { ChartOptions } from "../../councils/charts/chartOptions.js";
import type { Chart } from "../../councils/charts/draw.js";
import { levelColours } from "../../councils/charts/levelColours.js";
import { inkOn } from "../../councils/charts/paint.js";
import { keyOf } from "../../councils/charts/key.js";
import { plotted, tooFew } from "../../councils/charts/plotted.js";
import { rowNames } from "../../councils/charts/rowNames.js";
import { scoreWords } from "../../councils/charts/scoreWords.js";
import { smallTextSize } from "../../councils/charts/textSizes.js";
import { textWidth } from "../../engine/report/widestText.js";
import type { Figure, Table } from "../../engine/report/block.js";
import { count, number, percent } from "../../engine/report/format.js";
import type { Scheme } from "../../ratings/scheme.js";
import type { BehindOne, BehindRating } from "../analysis/behindRating.js";
import { behindLow } from "../findings/behindLow.js";

const all = (counts: readonly number[]) => counts.reduce((sum, one) => sum + one, 0);

/** The parts of services with each rating, a bar a rating, as shares. */
const plot =
  (scheme: Scheme, rows: readonly BehindOne[]): Chart =>
  (frame) => {
    const { isNarrow, width } = frame;
    const fills = levelColours(scheme);
    const nameOf = ({ rank, n }: BehindOne) => `${scheme.levels[rank].name}, ${number(n)}`;
    const { marginLeft, names } = rowNames(rows, nameOf, isNarrow ? 110 : 220);
    const key = keyOf(frame, scoreWords(scheme, fills));
    const segments = rows.flatMap(({ rank, parts }) =>
      parts.map((count, i) => ({ rank, share: count / all(parts), fill: fills[i] })),
    );
    const margins = { marginLeft: marginLeft + 4, marginTop: key.height + 26 };
    const perShare = width - margins.marginLeft - 8;
    const stack = { x: "share", y: "rank", order: null } as const;
    return {
      ...margins,
      height: margins.marginTop + (isNarrow ? 44 : 34) * rows.length + 4,
      marginRight: 8,
      marginBottom: 4,
      x: { domain: [0, 1], axis: null },
      y: { type: "band", domain: rows.map(({ rank }) => rank), padding: 0.16, axis: null },
      marks: [
        ...key.marks(margins),
        Plot.text([isNarrow ? "Share of their parts" : "Share of their parts that are rated"], {
          frameAnchor: "top-left",
          dy: -16,
          fontWeight: "bold",
          textAnchor: "start",
        }),
        names({ y: "rank", dx: -margins.marginLeft }),
        Plot.barX(segments, Plot.stackX({ ...stack, fill: "fill", insetLeft: 0.5 })),
        Plot.text(
          segments,
          Plot.stackX({
            ...stack,
            text: ({ share }: { share: number }) =>
              textWidth(percent(share), { size: smallTextSize }) + 4 < share * perShare
                ? percent(share)
                : "",
            fill: ({ fill }: { fill: string }) => inkOn(fill),
            fontSize: smallTextSize,
          }),
        ),
      ],
    };
  };

/** What stands behind each rating of care services: its five parts. */
export function partsByRating(
  scheme: Scheme,
  behind: BehindRating,
  { scope, ...options }: ChartOptions & { readonly scope: string },
): Figure | Table {
  const rows = behind.ratings.filter(({ n }) => n > 0).reverse();
  const shareOf = ({ parts }: BehindOne, i: number) => parts[i] / all(parts);
  const said = rows.map((row) => {
    const shares = scheme.levels.map(({ name }, i) => `${name} ${percent(shareOf(row, i))}`);
    return `${scheme.levels[row.rank].name}, ${number(row.n)} services: ${shares.reverse().join(", ")}`;
  });
  return plotted(
    {
      id: options.id ?? "parts-by-rating",
      title: behindLow(scheme, behind).headline,
      subtitle: `${scope}. Each bar is the five parts of all services with one rating, ${count(behind.n, "service")} in all`,
      alt: `A bar for each rating. ${said.join("; ")}.`,
      caption:
        "The number after a rating is how many services have it. Only services with all five parts rated are shown.",
      source: options.source,
      n: behind.n,
      unit: "service",
      data: {
        columns: [
          { key: "rating", label: "Rating" },
          { key: "n", label: "Services", format: number },
          ...scheme.levels.map(({ name }, i) => ({
            key: `part${i}`,
            label: `Parts rated ${name}`,
            format: number,
          })),
        ],
        rows: rows.map(({ rank, n, parts }) => ({
          rating: scheme.levels[rank].name,
          n,
          ...Object.fromEntries(parts.map((count, i) => [`part${i}`, count])),
        })),
      },
    },
    tooFew(behind.n, "services") ?? plot(scheme, rows),
    options,
  );
}
