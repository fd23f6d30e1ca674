import type { Assessment, Dataset } from "../data/dataset.js";
import { byTranche, defaultFirstTrancheTo, type FirstTranche } from "./firstTranche.js";
import { select, type AnalysisOptions, type Selection } from "./select.js";
import type { TrancheName } from "./tranches.js";

/** Scores by statement in the pilots, the first tranche and later reports. */
export interface TrancheScores extends Pick<Selection, "scheme" | "set" | "n" | "leftOut"> {
  /** The last month of the first tranche, `YYYY-MM`. */
  readonly firstTrancheTo: string;
  readonly tranches: readonly {
    readonly tranche: TrancheName;
    /** Assessments. */
    readonly n: number;
    /** By statement in the scheme's order: councils at each level, from the lowest. */
    readonly counts: readonly (readonly number[])[];
  }[];
}

/** How many pilots, first councils and later ones have each score on each statement. First assessments, of a known date. */
export function trancheScores(
  dataset: Dataset,
  { firstTrancheTo = defaultFirstTrancheTo, ...options }: AnalysisOptions & FirstTranche = {},
): TrancheScores {
  const { scheme, set, assessments, leftOut } = select(dataset, null, {
    round: "first",
    ...options,
  });
  const dated = assessments.filter(({ published }) => published !== null);
  const pilots = dataset.assessments.filter(
    (a) => a.kind === "pilot" && a.status !== "withdrawn" && a.scheme === scheme.id,
  );
  const of = (tranche: TrancheName, group: readonly Assessment[]) => ({
    tranche,
    n: group.length,
    counts: scheme.parts.map((_, part) =>
      scheme.levels.map(
        (_, level) => group.filter(({ scores }) => scores[part] === level + 1).length,
      ),
    ),
  });
  const { first, later } = byTranche(dated, firstTrancheTo);
  return {
    scheme,
    set,
    n: dated.length,
    leftOut,
    firstTrancheTo,
    tranches: [of("pilot", pilots), of("first", first), of("later", later)],
  };
}
