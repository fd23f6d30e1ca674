import type { Assessment, Dataset } from "../data/dataset.js";
import { currentCouncils } from "../data/successions.js";
import { noneKnown, withoutWord } from "../../ratings/incomputable.js";
import type { Incomputable } from "../../ratings/incomputable.js";
import { lowestScore } from "../../ratings/scheme.js";
import { rate } from "./rate.js";
import type { Rate } from "./rate.js";
import { wordOf } from "./councilProfiles.js";
import { select } from "./select.js";
import type { AnalysisOptions, Selection } from "./select.js";

export interface RareEvent extends Rate {
  /**
   * The least and the greatest share of all councils, whatever the unknown ones are and whether or
   * not rows of low confidence are right; `null` without councils.
   */
  readonly bounds: readonly [number, number] | null;
}

/** Events of few councils, each counted with a Clopper-Pearson interval. */
export interface Rare extends Pick<Selection, "scheme" | "set" | "n" | "leftOut"> {
  /** Councils with any statement at the lowest score, 1, among those with every score known. */
  readonly anyScoreOf1: RareEvent;
  /** Councils whose sum carries the lowest word, among those with every score known. */
  readonly inadequate: RareEvent;
  /** Councils whose published word is the lowest, among those whose word is known. */
  readonly inadequateByWord: RareEvent & Pick<Selection, "leftOut">;
  readonly incomputable: readonly Incomputable[];
}

/**
 * How often a statement is scored 1, and how often the word is Inadequate. They are not the same:
 * a council with a score of 1 may be rated Requires improvement. Fewer than ten events of either
 * kind carry rates with wide intervals and nothing more.
 */
export function rare(dataset: Dataset, options: AnalysisOptions = {}): Rare {
  const { scheme, set, assessments, n, leftOut } = select(dataset, "scores", options);
  const worded = assessments.filter((a) => wordOf(scheme, a) !== null);
  const published = select(dataset, "rating", options);
  const councils = currentCouncils(dataset).length;
  const event = (among: readonly Assessment[], happens: (a: Assessment) => boolean): RareEvent => {
    const sure = among.filter((a) => a.confidence !== "low");
    const certain = sure.filter(happens).length;
    return {
      ...rate(among.filter(happens).length, among.length),
      bounds:
        councils === 0 ? null : [certain / councils, (councils - sure.length + certain) / councils],
    };
  };
  const lowestWord = scheme.levels[0].name;
  const incomputable: Incomputable[] = [];
  if (n === 0)
    for (const quantity of ["anyScoreOf1", "inadequate"])
      incomputable.push({ quantity, reason: noneKnown(scheme) });
  else if (worded.length === 0) incomputable.push({ quantity: "inadequate", reason: withoutWord });
  if (published.n === 0)
    incomputable.push({ quantity: "inadequateByWord", reason: "no council's word is known" });
  return {
    scheme,
    set,
    n,
    leftOut,
    anyScoreOf1: event(assessments, (a) => a.scores.includes(lowestScore)),
    inadequate: event(worded, (a) => wordOf(scheme, a) === lowestWord),
    inadequateByWord: {
      ...event(published.assessments, (a) => a.rating === lowestWord),
      leftOut: published.leftOut,
    },
    incomputable,
  };
}
