import type { Dataset } from "../data/dataset.js";
import type { Rating } from "../framework.js";
import type { Incomputable } from "./incomputable.js";
import type { AnalysisOptions, Selection } from "./select.js";

export interface StatementShare {
  /** `qs1` to `qs9`. */
  readonly statement: string;
  readonly k: number;
  readonly n: number;
  /** k / n; null where n is 0. */
  readonly share: number | null;
  /** Exact 95% interval; null where n is 0. */
  readonly clopperPearson: readonly [number, number] | null;
}

export interface Pairs extends Pick<Selection, "set" | "n" | "leftOut"> {
  readonly reversal: {
    /** The share of pairs; null where one of the two words is missing. */
    readonly estimate: number | null;
    readonly pairs: number;
    readonly higher: number;
  };
  readonly hamming: {
    readonly within: Readonly<Record<Rating, number | null>>;
    /** By `"A|B"`, A the lower word. */
    readonly between: Readonly<Record<string, number | null>>;
  };
  readonly shareGoodBelow3: readonly StatementShare[];
  readonly shareRIAtLeast3: readonly StatementShare[];
  readonly incomputable: readonly Incomputable[];
}

export declare function pairs(dataset: Dataset, options?: AnalysisOptions): Pairs;
