import { mainFigures } from "../analysis/mainFigures.js";
import type { SetName } from "../analysis/select.js";
import { words } from "../analysis/words.js";
import type { Dataset } from "../data/dataset.js";
import { ratingsOf } from "../../ratings/scheme.js";
import type { Quantity } from "./claim.js";

/** A number that a reader would quote, of the councils of a set. */
export interface Headline {
  readonly value: number | null;
  readonly interval: readonly [number, number] | null;
  readonly n: number;
}

export type Headlines = readonly (Quantity & Headline & { readonly set: SetName })[];

/** The numbers that a reader would quote, of both sets. */
export function headlinesOf(dataset: Dataset): Headlines {
  return (["complete", "all"] as const).flatMap((set): Headlines => {
    const word = words(dataset, { set });
    const { margins, pairs, variance } = mainFigures(dataset, { set });
    const counted = (quantity: string, value: number, n: number) =>
      ({ set, quantity, unit: "count", value, interval: null, n }) as const;
    return [
      ...ratingsOf(dataset.scheme).map((rating) =>
        counted(`councils rated ${rating}`, word.counts[rating], word.n),
      ),
      counted("councils near a lower rating", margins.onePoint.lose, margins.n),
      counted("councils near a higher rating", margins.onePoint.gain, margins.n),
      {
        set,
        quantity: "share of reversed pairs",
        unit: "share",
        value: pairs.reversal.estimate,
        interval: pairs.reversal.interval,
        n: pairs.n,
      },
      {
        set,
        quantity: "share of the variation that the rating carries",
        unit: "share",
        value: variance.rating,
        interval: variance.intervals.rating,
        n: variance.n,
      },
    ];
  });
}
