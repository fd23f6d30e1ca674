import type { Dataset } from "../data/dataset.js";
import { theilU } from "../../statistics/theilU.js";
import { fewerThanTwo, withoutWord } from "../../ratings/incomputable.js";
import type { Incomputable } from "../../ratings/incomputable.js";
import { selectProfiles } from "./councilProfiles.js";
import type { AnalysisOptions, Selection } from "./select.js";

/** Each list has one number per statement, QS1 to QS9; null where the statement does not vary. */
export interface Information extends Pick<Selection, "scheme" | "set" | "n" | "leftOut"> {
  /** The share of a statement's uncertainty that the word removes, 0 to 1, not bias-corrected. */
  readonly theilU: readonly (number | null)[];
  /** What it would be on average if words were dealt to councils by chance: exact. */
  readonly nullMean: readonly (number | null)[];
  /** `theilU` less `nullMean`: what the word tells beyond chance. */
  readonly corrected: readonly (number | null)[];
  readonly incomputable: readonly Incomputable[];
}

/**
 * What the word tells of each statement's score. The word is the one that the nine scores carry.
 *
 * There is no interval: councils drawn twice in a bootstrap agree with themselves, which inflates
 * every draw. The mean under chance says how much of a value is due to few councils.
 */
export function information(dataset: Dataset, options: AnalysisOptions = {}): Information {
  const { scheme, set, profiles, n, leftOut } = selectProfiles(dataset, options);
  const words = profiles.map(({ rank }) => rank ?? 0);
  const reason =
    n < 2
      ? fewerThanTwo(scheme, n)
      : scheme.whole.rule === "none"
        ? withoutWord
        : new Set(words).size < 2
          ? "every council has the same rating"
          : null;
  const found = scheme.parts.map((_, j) =>
    reason === null
      ? theilU(
          profiles.map(({ grades }) => grades[j]),
          words,
        )
      : null,
  );
  return {
    scheme,
    set,
    n,
    leftOut,
    theilU: found.map((x) => x && x.u),
    nullMean: found.map((x) => x && x.nullMean),
    corrected: found.map((x) => x && x.u - x.nullMean),
    incomputable: reason
      ? [{ quantity: "theilU", reason }]
      : found.flatMap((x, j) =>
          x ? [] : [{ quantity: `theilU.${j}`, reason: "every council has the same score" }],
        ),
  };
}
