import type { Assessment, ContextRow, Dataset } from "../data/dataset.js";
import { endsMonth } from "../data/toDataset.js";
import { ratingsOf, type Rating } from "../../ratings/scheme.js";

/** What the data hold against one count that CQC stated. */
export interface PublishedTotal {
  /** `YYYY-MM-DD`, its end; or `YYYY-MM`, some day of it. */
  readonly asAt: string;
  /** Counted by CQC, or expected. */
  readonly kind: "counted" | "expected";
  readonly reports: number;
  /** Reports in the data that are known to be of that day or earlier. */
  readonly held: number;
  /** Reports of that month that may be earlier or later. */
  readonly ofThatMonth: number;
  /** Reports in the data whose date is not known, any of which may be among those counted. */
  readonly undated: number;
  /**
   * As many as stated, given reports of that month; fewer, by `missing`; or more than stated, all or
   * with one rating.
   */
  readonly status: "met" | "short" | "contradicted";
  /** Reports that the data lack, 0 unless they are short. */
  readonly missing: number;
  /** The ratings of which the data surely hold more than stated. */
  readonly tooMany: readonly {
    readonly rating: Rating;
    readonly held: number;
    readonly stated: number;
  }[];
  readonly saidBy: string;
  readonly sourceUrl: string | null;
}

const monthOf = (date: string) => date.slice(0, 7);

/** The counts that CQC itself has given, beside what the data hold at each day. */
export interface PublishedTotals {
  /** Councils of which the data hold a formal report, dated or not. */
  readonly known: number;
  /** The earliest first. */
  readonly totals: readonly PublishedTotal[];
}

/** Where a report of a date stands to the end of a day, or to some day of a month. */
function place(published: string, asAt: string): "by" | "that month" | "later" {
  if (monthOf(published) !== monthOf(asAt)) return published < asAt ? "by" : "later";
  if (asAt.length === 7) return "that month";
  // By a month's last day all reports of it are out.
  if (published.length === 7) return endsMonth(asAt) ? "by" : "that month";
  return published <= asAt ? "by" : "later";
}

/** The first report of each council and scheme, as first published: what CQC counts. */
function firstReports({ assessments, scheme }: Dataset): Assessment[] {
  const first = new Map<string, Assessment>();
  for (const a of assessments) {
    if (a.kind !== "formal" || a.scheme !== scheme.id) continue;
    const other = first.get(a.gssCode);
    if (!other || (a.published ?? "9999") < (other.published ?? "9999")) first.set(a.gssCode, a);
  }
  return [...first.values()];
}

/** The column of a rating in the table of counts that CQC stated. */
export const columnOf = (rating: Rating) => rating.toLowerCase().replace(/ /g, "_");

function held(
  row: ContextRow,
  reports: readonly Assessment[],
  ratings: readonly Rating[],
  completeTo: string,
): PublishedTotal {
  const asAt = String(row.as_at);
  const stated = Number(row.reports);
  const dated = reports.filter(({ published }) => published !== null);
  const placed = (where: string) =>
    dated.filter((a) => {
      // What is in the complete set was out by its day, though its own may not be known.
      const isIn = a.inCompleteSet && completeTo <= asAt;
      return (isIn ? "by" : place(a.published!, asAt)) === where;
    });
  const by = placed("by");
  const ofThatMonth = placed("that month").length;
  // A rating that a review has changed may have been another when they were counted.
  const sure = by.filter((a) => a.status !== "revised" && a.confidence !== "low");
  const tooMany = ratings.flatMap((rating) => {
    const said = row[columnOf(rating)];
    const n = sure.filter((a) => a.rating === rating).length;
    return typeof said === "number" && n > said ? [{ rating, held: n, stated: said }] : [];
  });
  const missing = Math.max(0, stated - by.length - ofThatMonth);
  const isOver = by.length > stated || tooMany.length > 0;
  return {
    asAt,
    kind: row.kind === "expected" ? "expected" : "counted",
    reports: stated,
    held: by.length,
    ofThatMonth,
    undated: reports.length - dated.length,
    status: isOver ? "contradicted" : missing > 0 ? "short" : "met",
    missing: isOver ? 0 : missing,
    tooMany,
    saidBy: String(row.said_by),
    sourceUrl: row.source_url === null ? null : String(row.source_url),
  };
}

/**
 * How the data stand against each count of published reports that CQC stated:
 * as many, fewer, or more than it said. Withdrawn reports count, as they were published; pilots do
 * not. An assessment after the first of a council is none of those counted.
 */
export function publishedTotals(dataset: Dataset): PublishedTotals {
  const reports = firstReports(dataset);
  const ratings = ratingsOf(dataset.scheme);
  const totals = (dataset.context["published-totals"] ?? [])
    .map((row) => held(row, reports, ratings, dataset.completeTo))
    .sort((a, b) => (a.asAt < b.asAt ? -1 : 1));
  return { known: reports.length, totals };
}
