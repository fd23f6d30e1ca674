import type { Assessment, Dataset } from "../data/dataset.js";
import type { SimulationOptions } from "../../statistics/bootstrap.js";
import { kruskalWallis } from "../../statistics/kruskalWallis.js";
import { rankSum } from "../../statistics/rankSum.js";
import type { RankSumTest } from "../../statistics/rankSum.js";
import type { Scheme } from "../../ratings/scheme.js";
import type { Incomputable } from "../../ratings/incomputable.js";
import { isGoodOrBetter } from "./isGoodOrBetter.js";
import { select } from "./select.js";
import type { AnalysisOptions, Selection } from "./select.js";

export interface GroupOfCouncils {
  readonly name: string;
  readonly n: number;
  readonly meanSum: number;
  /** Councils whose sum carries a word that is good or better; null where the scheme has no overall rating. */
  readonly goodOrBetter: number | null;
}

export interface GroupTest {
  readonly H: number;
  readonly groups: number;
  readonly chiSquareP: number;
  readonly permutationP: number;
  readonly replicates: number;
  readonly seed: number;
}

export interface LondonAgainstRest extends Omit<RankSumTest, "p" | "pMethod" | "nX" | "nY"> {
  readonly nLondon: number;
  readonly nRest: number;
  /** Two-sided exact permutation of the midrank sum; null where there are too many councils. */
  readonly exactP: number | null;
  /** The exact p where there is one, else the normal approximation. */
  readonly p: number;
  readonly pMethod: RankSumTest["pMethod"];
}

/** Whether totals differ between regions and types of council. Exact or simulated p, no ranking. */
export interface Regions extends Pick<Selection, "scheme" | "set" | "n" | "leftOut"> {
  /** A is the chance that a London council's sum exceeds another's, a tie counting half. */
  readonly londonAgainstRest: LondonAgainstRest | null;
  /** Over the nine regions. */
  readonly kruskalWallis: GroupTest | null;
  /** In alphabetical order: no ranking. */
  readonly regions: readonly GroupOfCouncils[];
  /** The same over types of council. */
  readonly types: {
    readonly kruskalWallis: GroupTest | null;
    readonly groups: readonly GroupOfCouncils[];
  };
  readonly incomputable: readonly Incomputable[];
}

function groupBy(
  scheme: Scheme,
  assessments: readonly Assessment[],
  key: "region" | "councilType",
) {
  const names = [...new Set(assessments.map((a) => a[key]))].sort();
  const groups = names.map((name) => assessments.filter((a) => a[key] === name));
  return {
    sums: groups.map((group) => group.map((a) => a.sum!)),
    described: groups.map((group, i): GroupOfCouncils => ({
      name: names[i],
      n: group.length,
      meanSum: group.reduce((total, a) => total + a.sum!, 0) / group.length,
      goodOrBetter:
        scheme.whole.rule === "none" ? null : group.filter(isGoodOrBetter(scheme)).length,
    })),
  };
}

function groupTest(
  groups: readonly (readonly number[])[],
  options: SimulationOptions,
): GroupTest | null {
  const test = kruskalWallis(groups, options);
  if (test === null) return null;
  const { H, groups: count, chiSquareP, permutation } = test;
  const { p: permutationP, replicates, seed } = permutation;
  return { H, groups: count, chiSquareP, permutationP, replicates, seed };
}

function compareLondon(assessments: readonly Assessment[]): LondonAgainstRest | null {
  const sumsWhere = (isLondon: boolean) =>
    assessments.filter((a) => (a.region === "London") === isLondon).map((a) => a.sum!);
  const [london, rest] = [sumsWhere(true), sumsWhere(false)];
  if (london.length === 0 || rest.length === 0) return null;
  const { nX: nLondon, nY: nRest, ...test } = rankSum(london, rest);
  const exactP = test.pMethod === "exact permutation" ? test.p : null;
  return { nLondon, nRest, exactP, ...test };
}

/**
 * Whether sums differ between regions and between types of council: London against the rest, and
 * Kruskal-Wallis over all groups. The groups are of unlike councils and CQC's order of assessment
 * was its own, so that a difference says nothing of its cause.
 */
export function regions(
  dataset: Dataset,
  options: AnalysisOptions & SimulationOptions = {},
): Regions {
  const { scheme, set, assessments, n, leftOut } = select(dataset, "scores", options);
  const byRegion = groupBy(scheme, assessments, "region");
  const byType = groupBy(scheme, assessments, "councilType");
  const londonAgainstRest = compareLondon(assessments);
  const ofRegions = groupTest(byRegion.sums, options);
  const ofTypes = groupTest(byType.sums, options);
  const incomputable: Incomputable[] = [];
  const note = (quantity: string, reason: string) => incomputable.push({ quantity, reason });
  if (londonAgainstRest === null)
    note("londonAgainstRest", "no council in London, or none elsewhere");
  else if (londonAgainstRest.exactP === null)
    note("londonAgainstRest.exactP", "too many councils for the exact permutation");
  if (ofRegions === null) note("kruskalWallis", "fewer than two regions, or all sums are equal");
  if (ofTypes === null)
    note("types.kruskalWallis", "fewer than two types of council, or all sums are equal");
  return {
    scheme,
    set,
    n,
    leftOut,
    londonAgainstRest,
    kruskalWallis: ofRegions,
    regions: byRegion.described,
    types: { kruskalWallis: ofTypes, groups: byType.described },
    incomputable,
  };
}
