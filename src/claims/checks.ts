import { mainFigures } from "../analysis/mainFigures.js";
import type { MainFigures } from "../analysis/mainFigures.js";
import { select } from "../analysis/select.js";
import type { SetName } from "../analysis/select.js";
import type { Dataset } from "../data/dataset.js";
import { standardSensitivities } from "./sensitivities.js";

/** The main figures on one way to take the data. */
export interface Check {
  readonly words: string;
  readonly figures: MainFigures;
}

export interface Checks {
  /** On each set as it is. */
  readonly bySet: Readonly<Record<SetName, MainFigures>>;
  /** On each set, and again with each doubtful row taken another way. */
  readonly runs: readonly Check[];
}

const setWords: Readonly<Record<SetName, string>> = {
  complete: "Complete set",
  all: "All known",
};

/**
 * The main figures on the complete set and on all that is known, and again with each doubtful row
 * taken another way, where that changes what they use.
 */
export function checks(dataset: Dataset): Checks {
  const used = (data: Dataset, set: SetName) =>
    JSON.stringify(
      select(data, "sum", { set }).assessments.map((a) => [a.gssCode, a.scores, a.sum]),
    );
  const changes = (changed: Dataset, set: SetName) => used(changed, set) !== used(dataset, set);
  const bySet = {
    complete: mainFigures(dataset, { set: "complete" }),
    all: mainFigures(dataset, { set: "all" }),
  };
  const runs = (["complete", "all"] as const).flatMap((set): Check[] => [
    { words: setWords[set], figures: bySet[set] },
    ...standardSensitivities.flatMap(({ words, dataset: change }) => {
      const changed = change?.(dataset);
      if (changed === undefined || !changes(changed, set)) return [];
      // A row of the complete set is known too: it is changed where it first counts.
      if (set === "all" && changes(changed, "complete")) return [];
      return [{ words: `${setWords[set]}, ${words}`, figures: mainFigures(changed, { set }) }];
    }),
  ]);
  return { bySet, runs };
}
