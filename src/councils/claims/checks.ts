import { mainFigures } from "../analysis/mainFigures.js";
import type { MainFigures } from "../analysis/mainFigures.js";
import type { SetName } from "../analysis/select.js";
import type { Dataset } from "../data/dataset.js";
import { waysToCount } from "./waysToCount.js";

/** The main figures on one way to take the data. */
export interface Check {
  readonly words: string;
  readonly figures: MainFigures;
}

/** The main figures on each set, and again with each doubtful row taken another way. */
export interface Checks {
  /** On each set as it is. */
  readonly bySet: Readonly<Record<SetName, MainFigures>>;
  /** On each set, and again with each doubtful row taken another way. */
  readonly runs: readonly Check[];
}

/**
 * The main figures on the complete set and on all that is known, and again with each doubtful row
 * taken another way, where that changes what they use.
 */
export function checks(dataset: Dataset): Checks {
  const runs = waysToCount(dataset).map(({ words, set, dataset: data }) => ({
    words,
    isAsItIs: data === dataset,
    figures: mainFigures(data, { set }),
  }));
  const asItIs = (set: SetName) =>
    runs.find(({ isAsItIs, figures }) => isAsItIs && figures.set === set)!.figures;
  return {
    bySet: { complete: asItIs("complete"), all: asItIs("all") },
    runs: runs.map(({ words, figures }) => ({ words, figures })),
  };
}
