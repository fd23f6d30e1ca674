import { date } from "../../engine/report/format.js";
import { coverage } from "../analysis/coverage.js";
import { select } from "../analysis/select.js";
import type { Dataset } from "../data/dataset.js";
import { publicationOf } from "../data/publicationOf.js";
import { shownRating, shownTotal } from "../findings/shownRating.js";

/** What may be printed of a council's rating, to look up. */
export interface RatingRow {
  readonly gssCode: string;
  readonly name: string;
  readonly region: string;
  readonly type: string;
  readonly rating: string;
  /** A number, or two where a score is disputed; null where it is not known or not confirmed. */
  readonly total: number | string | null;
  /** `YYYY-MM-DD` or `YYYY-MM`; null where it is not known. */
  readonly published: string | null;
  readonly publishedWords: string | null;
  /** Where it was read; null where nothing is printed. */
  readonly source: string | null;
  readonly sourceName: string | null;
}

/** Every council with the rating that may be printed of it, by name: no ranking. */
export function ratingRows(dataset: Dataset): readonly RatingRow[] {
  const { assessments } = select(dataset, null, { set: "all" });
  const sources = new Map(assessments.map((one) => [one.gssCode, one.sourceUrl]));
  return coverage(dataset, { set: "all" }).councils.map((council) => {
    const { gssCode, name, region, type, published, part } = council;
    const isPrinted = part === "scores" || part === "word";
    const source = isPrinted ? (sources.get(gssCode) ?? null) : null;
    return {
      ...{ gssCode, name, region, type },
      rating: shownRating(council),
      total: shownTotal(council),
      published,
      publishedWords: published === null ? null : date(published),
      source,
      sourceName: source === null ? null : publicationOf(source),
    };
  });
}
