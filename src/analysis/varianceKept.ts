import type { Dataset } from "../data/dataset.js";
import type { Incomputable } from "./incomputable.js";
import type { AnalysisOptions, Selection } from "./select.js";

export interface VarianceKept extends Pick<Selection, "set" | "n" | "leftOut"> {
  readonly word: number | null;
  readonly sum: number | null;
  readonly themeWords: number | null;
  readonly themeMeans: number | null;
  readonly incomputable: readonly Incomputable[];
}

export declare function varianceKept(dataset: Dataset, options?: AnalysisOptions): VarianceKept;
