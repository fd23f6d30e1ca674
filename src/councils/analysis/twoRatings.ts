import type { Dataset } from "../data/dataset.js";
import { ratingRank } from "../../ratings/scheme.js";
import type { RatedBody } from "../../ratings/ratedBody.js";
import { kendall } from "../../statistics/kendall.js";
import { select } from "./select.js";
import type { AnalysisOptions, Selection } from "./select.js";

/** How far a council's rating for adult social care agrees with that for children's services. */
export interface TwoRatings extends Pick<Selection, "scheme" | "set" | "leftOut"> {
  /** Councils with both ratings known. */
  readonly n: number;
  /** Those whose two ratings have the same place among the four words. */
  readonly same: number;
  /** Councils by the rating of adult social care (rows) and children's services (columns), from the lowest. */
  readonly table: readonly (readonly number[])[];
  readonly ofRatings: Agreement | null;
  /** The same with the total in place of CQC's rating, where it is known. */
  readonly ofTotals: Agreement | null;
}

/** Kendall's tau-b, -1 to 1, of what is known of adult social care and the word for children's. */
export interface Agreement {
  readonly n: number;
  readonly tauB: number;
  /** Two-sided, by the normal approximation corrected for ties. */
  readonly p: number;
}

/** Null where one of the two does not vary. */
function agreement(pairs: readonly (readonly [number, number])[]): Agreement | null {
  const [x, y] = [0, 1].map((side) => pairs.map((pair) => pair[side]));
  const found = kendall(x, y, { replicates: 0 });
  return found && { n: found.n, tauB: found.tauB, p: found.asymptoticP };
}

/** A regulator's inspections of councils that gave a word, the newest last. */
function inspectionsOf(dataset: Dataset, regulator: string): RatedBody[] {
  const ids = dataset.schemes.filter(
    (one) => one.regulator === regulator && one.body === "council" && one.whole.rule !== "none",
  );
  return ids
    .flatMap(({ id }) => dataset.profiles[id] ?? [])
    .filter(({ word }) => word !== null)
    .sort((a, b) => ((a.published ?? "") < (b.published ?? "") ? -1 : 1));
}

/**
 * The two ratings that one council may have, side by side: CQC's of adult social care, and the last
 * overall judgement of children's services that Ofsted gave before it stopped giving them. Agreement
 * of two words, and no ranking: the two look at other services, at other times.
 */
export function twoRatings(dataset: Dataset, options: AnalysisOptions = {}): TwoRatings {
  const { scheme, set, assessments, leftOut } = select(dataset, "rating", options);
  const last = new Map(inspectionsOf(dataset, "Ofsted").map((one) => [one.id, one.rank!]));
  const pairs = assessments.flatMap(({ gssCode, rating, sum }) => {
    const children = last.get(gssCode);
    if (children === undefined || rating === null) return [];
    return [{ adults: ratingRank(scheme, rating), sum, children }];
  });
  const table = scheme.levels.map(() => scheme.levels.map(() => 0));
  for (const { adults, children } of pairs) table[adults][children] += 1;
  const without = assessments.length - pairs.length;
  return {
    scheme,
    set,
    leftOut:
      without === 0
        ? leftOut
        : [...leftOut, { reason: "no overall judgement of children's services", n: without }],
    n: pairs.length,
    same: pairs.filter(({ adults, children }) => adults === children).length,
    table,
    ofRatings: agreement(pairs.map(({ adults, children }) => [adults, children])),
    ofTotals: agreement(
      pairs.flatMap(({ sum, children }) => (sum === null ? [] : [[sum, children]])),
    ),
  };
}
