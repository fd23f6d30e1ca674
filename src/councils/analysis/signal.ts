import type { Dataset } from "../data/dataset.js";
import type { SimulationOptions } from "../../statistics/bootstrap.js";
import { signalOf } from "../../ratings/signal.js";
import type { PatternSignal, WithWord as PartWithWord } from "../../ratings/signal.js";
import { selectProfiles } from "./councilProfiles.js";
import type { AnalysisOptions, Selection } from "./select.js";

export type { AgainstOneQuality } from "../../ratings/signal.js";

/** How closely one statement moves with the word, against one quality plus chance. */
export interface WithWord extends Omit<PartWithWord, "part"> {
  /** Its id. */
  readonly statement: string;
}

/** Whether profiles of nine scores hold more than one quality plus chance. */
export interface Signal
  extends
    Pick<Selection, "scheme" | "set" | "n" | "leftOut">,
    Omit<PatternSignal, "n" | "withWord"> {
  /** The largest `standardised` over the statements, and whether it is large for a largest one. */
  readonly withWord: {
    readonly statements: readonly WithWord[];
    readonly largest: string;
    readonly p: number;
  } | null;
}

/**
 * Whether councils' patterns over the statements go beyond one quality plus chance; see
 * {@link signalOf}. A large p means that they are not distinguishable from it, which is not evidence
 * of it.
 */
export function signal(
  dataset: Dataset,
  options: AnalysisOptions & SimulationOptions = {},
): Signal {
  const { scheme, set, profiles, leftOut } = selectProfiles(dataset, options);
  const { n, withWord, ...found } = signalOf(scheme, profiles, options);
  return {
    scheme,
    set,
    n,
    leftOut,
    ...found,
    withWord: withWord && {
      statements: withWord.parts.map(({ part, ...row }) => ({ statement: part, ...row })),
      largest: withWord.largest,
      p: withWord.p,
    },
  };
}
