import type { Assessment } from "../data/dataset.js";

export interface FirstTranche {
  /**
   * The last month, `YYYY-MM`, of the first tranche: an approximation, by publication, of the
   * about 20 councils that were told in December 2023. January 2025 by default.
   */
  readonly firstTrancheTo?: string;
}

/** The last month of the first tranche of reports, `YYYY-MM`. */
export const defaultFirstTrancheTo = "2025-01";

/** Parts assessments whose date is known in the first tranche and later ones. */
export function byTranche(
  dated: readonly Assessment[],
  firstTrancheTo: string,
): { readonly first: readonly Assessment[]; readonly later: readonly Assessment[] } {
  const isFirst = ({ published }: Assessment) => published!.slice(0, 7) <= firstTrancheTo;
  return { first: dated.filter(isFirst), later: dated.filter((a) => !isFirst(a)) };
}
