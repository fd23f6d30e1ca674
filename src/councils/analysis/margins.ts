import type { Dataset, Assessment } from "../data/dataset.js";
import { otherTotal } from "../data/disputedScores.js";
import { withoutSum } from "../../ratings/incomputable.js";
import type { Incomputable } from "../../ratings/incomputable.js";
import { marginOf, onePointOf } from "../../ratings/margins.js";
import type { Margin } from "../../ratings/margins.js";
import { cutsOf } from "../../ratings/scheme.js";
import { selectSummed } from "./councilProfiles.js";
import type { AnalysisOptions, Need, Selection } from "./select.js";

/** A council's sum, the word that it carries, and the points to the next word either way. */
export interface CouncilMargin extends Pick<Assessment, "gssCode" | "council" | "scores">, Margin {
  readonly sum: number;
  /** The margin by the other source of a disputed score; the council's own where none is disputed. */
  readonly other: Margin & { readonly sum: number };
}

/** How many points part each council's total from another rating. */
export interface Margins extends Pick<Selection, "scheme" | "set" | "n" | "leftOut"> {
  /** Councils for which one statement scored one point lower, or higher, carries another word. */
  readonly onePoint: { readonly lose: number; readonly gain: number };
  /** In the order of the data. */
  readonly councils: readonly CouncilMargin[];
  readonly incomputable: readonly Incomputable[];
}

/**
 * How many statement-points lie between each council's sum and the next word, either way. Nothing
 * is estimated: it is arithmetic on the published scores. Under a scheme where no total decides the
 * word no council has a margin.
 *
 * `need` is `"scores"`, councils with every score known, or `"sum"`, which adds those whose
 * percentage is known and determines the sum.
 */
export function margins(
  dataset: Dataset,
  {
    need = "scores",
    ...options
  }: AnalysisOptions & { readonly need?: Extract<Need, "sum" | "scores"> } = {},
): Margins {
  const { scheme, set, assessments, n, leftOut } = selectSummed(dataset, need, options);
  const at = (sum: number) => ({ sum, ...marginOf(scheme, sum) });
  const councils = assessments.map((assessment): CouncilMargin => {
    const { gssCode, council, scores, sum } = assessment;
    const other = at(otherTotal(assessment, scheme.parts)!);
    return { gssCode, council, ...at(sum!), other, scores };
  });
  const incomputable =
    cutsOf(scheme) === null ? [{ quantity: "onePoint", reason: withoutSum }] : [];
  return { scheme, set, n, leftOut, onePoint: onePointOf(councils), councils, incomputable };
}
