import type { Dataset } from "../data/dataset.js";
import { goodRank, isGoodOrBetter, ratingsOf } from "../../ratings/scheme.js";
import { columnOf } from "./publishedTotals.js";
import { select, type AnalysisOptions } from "./select.js";
import type { Assessment } from "../data/dataset.js";

interface Part {
  readonly n: number;
  /** Of those, how many have the lowest rating that is good or one above it. */
  readonly goodOrBetter: number;
}

/** What is known of reports outside the complete set. */
export interface LaterReports {
  /** The day to which the data are complete, `YYYY-MM-DD`. */
  readonly completeTo: string;
  /** Councils whose scores are all known. */
  readonly withScores: Part;
  /** The others with a known rating. */
  readonly others: Part;
  /** The last count of ratings that CQC stated since, of all reports by then, and whose source is known. */
  readonly counted: (Part & { readonly asAt: string }) | null;
}

/** The rows of the data's table of counts have a column for each rating. */
function countedSince({ context, completeTo, scheme }: Dataset): LaterReports["counted"] {
  const good = ratingsOf(scheme).slice(goodRank(scheme)).map(columnOf);
  const rows = (context["published-totals"] ?? []).flatMap((row) => {
    const counts = good.map((column) => row[column]);
    const isWhole = counts.every((count) => typeof count === "number");
    if (row.kind !== "counted" || row.source_url === null || !isWhole) return [];
    const goodOrBetter = counts.reduce<number>((sum, count) => sum + Number(count), 0);
    return [{ asAt: String(row.as_at), n: Number(row.reports), goodOrBetter }];
  });
  return (
    rows
      .filter(({ asAt }) => asAt > completeTo)
      .sort((a, b) => (a.asAt < b.asAt ? -1 : 1))
      .at(-1) ?? null
  );
}

/**
 * Ratings known beyond the complete set, with and without all scores. They were found one at a time,
 * and the two parts show which way that leans.
 */
export function laterReports(
  dataset: Dataset,
  options: Pick<AnalysisOptions, "withoutLowConfidence"> = {},
): LaterReports {
  const { scheme, assessments } = select(dataset, "rating", { ...options, set: "all" });
  const later = assessments.filter((a) => !a.inCompleteSet);
  const part = (some: readonly Assessment[]): Part => ({
    n: some.length,
    goodOrBetter: some.filter((a) => isGoodOrBetter(scheme, a.rating!)).length,
  });
  const hasScores = (a: Assessment) => a.scores.every((score) => score !== null);
  return {
    completeTo: dataset.completeTo,
    withScores: part(later.filter(hasScores)),
    others: part(later.filter((a) => !hasScores(a))),
    counted: countedSince(dataset),
  };
}
