import { toTable, type Table } from "../../engine/report/block.js";
import { count, number } from "../../engine/report/format.js";
import { ratingsOf } from "../../ratings/scheme.js";
import type { Tranches } from "../analysis/tranches.js";
import { fewestDrawn } from "../charts/plotted.js";
import { trancheName } from "../findings/trancheName.js";
import type { TableOptions } from "./tableOptions.js";

const oneDecimal = (value: number) => number(value, 1);

/** Pilots, the first councils and later ones side by side: ratings counted, and the mean total. */
export function tranchesTable(
  { scheme, tranches, firstTrancheTo, n }: Tranches,
  { source, id = "tranches" }: TableOptions,
): Table {
  const ratings = [...ratingsOf(scheme)].reverse();
  return toTable({
    unit: "assessment",
    id,
    caption: "Pilots, first councils and later ones side by side",
    scope: `${count(n, "council")} with a formal report and a known date, beside the pilots, whose ratings were indicative. A mean is of those with a known total, and is given from ${fewestDrawn} on.`,
    source,
    n,
    data: {
      columns: [
        { key: "tranche", label: "Reports" },
        { key: "n", label: "Councils" },
        ...ratings.map((rating, i) => ({ key: `rating${i}`, label: rating })),
        { key: "mean", label: "Mean total", format: oneDecimal },
      ],
      rows: tranches.map((one) => ({
        tranche: trancheName(one, firstTrancheTo),
        n: one.n,
        ...Object.fromEntries(ratings.map((rating, i) => [`rating${i}`, one.ratingCounts[rating]])),
        // So few do not stand for others, and a mean would say that they do.
        mean: one.withSum < fewestDrawn ? null : one.meanSum,
      })),
    },
  });
}
