import type { Dataset } from "../data/dataset.js";
import { partitions } from "../../statistics/partitions.js";
import { fewerThanTwo, withoutThemes } from "../../ratings/incomputable.js";
import type { Incomputable } from "../../ratings/incomputable.js";
import { themeGroups } from "../../ratings/themeGroups.js";
import { allGrades } from "../../ratings/schemeWords.js";
import { select } from "./select.js";
import type { AnalysisOptions, Selection } from "./select.js";
import { keptByGroups } from "./varianceKept.js";

/** The width of a bar of the histogram of shares: half a percentage point. */
export const partitionBin = 0.005;

/** CQC's four themes against all ways to group the statements alike. */
export interface AgainstPartitions {
  /** What the four themes keep, as a share, 0 to 1, of what is left without statement means. */
  readonly themes: number | null;
  /** The mean of the same over all partitions, the themes included. */
  readonly partitionMean: number | null;
  /** Partitions that keep as much as the themes or more, the themes included. */
  readonly atLeast: number | null;
  /** `atLeast` as a share of all partitions: one-sided and exact. */
  readonly exactP: number | null;
  /**
   * How many partitions keep a share of at least `from` and less than `from` + 0.005, from the
   * lowest that occurs to the highest; empty where nothing is known.
   */
  readonly histogram: readonly { readonly from: number; readonly n: number }[];
}

/** How CQC's themes part the statements, beside all other ways to part them. */
export interface ThemePartitions extends Pick<Selection, "scheme" | "set" | "n" | "leftOut"> {
  /** Ways to part nine statements into groups of the themes' sizes. */
  readonly partitions: number;
  /** With an uncut mean a group. */
  readonly means: AgainstPartitions;
  /** With that mean rounded to a word, halves up. */
  readonly words: AgainstPartitions;
  readonly incomputable: readonly Incomputable[];
}

const nothing = { themes: null, partitionMean: null, atLeast: null, exactP: null, histogram: [] };

/** Sums of squares are equal where they differ by no more than rounding. */
const rounding = 1e-9;

function histogramOf(shares: readonly number[]): { from: number; n: number }[] {
  const bins = shares.map((share) => Math.floor(share / partitionBin + rounding));
  const [first, last] = [Math.min(...bins), Math.max(...bins)];
  return Array.from({ length: last - first + 1 }, (_, i) => ({
    from: (first + i) * partitionBin,
    n: bins.filter((bin) => bin === first + i).length,
  }));
}

/**
 * Whether CQC's four themes group statements better than chance would: how much of the difference
 * between councils on the same statement four theme means, or four theme words, keep, against every
 * partition of the nine statements into groups of the same sizes.
 */
export function themePartitions(dataset: Dataset, options: AnalysisOptions = {}): ThemePartitions {
  const { scheme, set, assessments, n, leftOut } = select(dataset, "scores", options);
  const groups = themeGroups(scheme);
  const all = groups.length === 0 ? [] : partitions(groups.map((group) => group.length));
  const about = { scheme, set, n, leftOut, partitions: all.length };
  const scores = assessments.map((a) => a.scores.map(Number));
  const varies = scores.some((row) => row.some((score, j) => score !== scores[0][j]));
  if (!varies || groups.length === 0) {
    const reason =
      groups.length === 0
        ? withoutThemes
        : n < 2
          ? fewerThanTwo(scheme, n)
          : `every council has the same ${allGrades(scheme)}`;
    const incomputable = ["means", "words"].map((quantity) => ({ quantity, reason }));
    return { ...about, means: nothing, words: nothing, incomputable };
  }
  // Each statement alone keeps all of it.
  const { means: total } = keptByGroups(
    scores,
    scheme.parts.map((_, j) => [j]),
  );
  const known = new Map<string, { means: number; words: number }>();
  const keptBy = (group: readonly number[]) => {
    const key = group.join();
    const kept = known.get(key) ?? keptByGroups(scores, [group]);
    known.set(key, kept);
    return kept;
  };
  const against = (what: "means" | "words"): AgainstPartitions => {
    const shareOf = (groups: readonly (readonly number[])[]) =>
      groups.reduce((sum, group) => sum + keptBy(group)[what], 0) / total;
    const own = shareOf(groups);
    const shares = all.map(shareOf);
    const atLeast = shares.filter((share) => share >= own - rounding).length;
    return {
      themes: own,
      partitionMean: shares.reduce((sum, share) => sum + share, 0) / shares.length,
      atLeast,
      exactP: atLeast / shares.length,
      histogram: histogramOf(shares),
    };
  };
  return { ...about, means: against("means"), words: against("words"), incomputable: [] };
}
