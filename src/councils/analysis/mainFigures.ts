import type { Dataset } from "../data/dataset.js";
import { margins } from "./margins.js";
import type { Margins } from "./margins.js";
import { pairs } from "./pairs.js";
import type { Pairs } from "./pairs.js";
import type { SetName } from "./select.js";
import { spread } from "./spread.js";
import type { Spread } from "./spread.js";
import { variance } from "./variance.js";
import type { Variance } from "./variance.js";

/**
 * The results that hold the figures a reader would quote, on one set. Margins and spread use every
 * known sum; pairs and variance need nine known scores, so that their n may be smaller.
 */
export interface MainFigures {
  readonly set: SetName;
  readonly margins: Margins;
  readonly spread: Spread;
  readonly pairs: Pairs;
  readonly variance: Variance;
}

/** Margins, spread, pairs and variance of one set together. */
export function mainFigures(dataset: Dataset, { set }: { readonly set: SetName }): MainFigures {
  return {
    set,
    margins: margins(dataset, { set, need: "sum" }),
    spread: spread(dataset, { set, need: "sum" }),
    pairs: pairs(dataset, { set }),
    variance: variance(dataset, { set }),
  };
}
