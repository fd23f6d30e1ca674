import { select } from "../analysis/select.js";
import type { SetName } from "../analysis/select.js";
import type { Dataset } from "../data/dataset.js";
import { standardSensitivities } from "./sensitivities.js";

/** One way to take the data: a set, and the dataset as it is or with doubtful rows changed. */
export interface WayToCount {
  readonly words: string;
  readonly set: SetName;
  readonly dataset: Dataset;
}

const setWords: Readonly<Record<SetName, string>> = {
  complete: "Complete set",
  all: "All known",
};

/**
 * The complete set and all that is known, and each again with each doubtful row taken another way,
 * where that changes the sums that are used.
 */
export function waysToCount(dataset: Dataset): readonly WayToCount[] {
  const used = (data: Dataset, set: SetName) =>
    JSON.stringify(
      select(data, "sum", { set }).assessments.map((a) => [a.gssCode, a.scores, a.sum]),
    );
  const changes = (changed: Dataset, set: SetName) => used(changed, set) !== used(dataset, set);
  return (["complete", "all"] as const).flatMap((set): WayToCount[] => [
    { words: setWords[set], set, dataset },
    ...standardSensitivities.flatMap(({ words, dataset: change }) => {
      const changed = change?.(dataset);
      if (changed === undefined || !changes(changed, set)) return [];
      // A row of the complete set is known too: it is changed where it first counts.
      if (set === "all" && changes(changed, "complete")) return [];
      return [{ words: `${setWords[set]}, ${words(dataset)}`, set, dataset: changed }];
    }),
  ]);
}
