import type { ContextRow, Council, Dataset } from "../data/dataset.js";
import { perObject } from "../../perObject.js";

/** One measure of the Adult Social Care Outcomes Framework, for one council and for England. */
export interface CouncilOutcome {
  /** As in the framework: `1a`, `3c(2)`. */
  readonly measure: string;
  readonly description: string;
  readonly better: "higher" | "lower";
  /** The last financial year in which a value for England was published. */
  readonly period: string;
  readonly value: number | null;
  /** Half of the published 95% interval; null for a measure that does not come from a survey. */
  readonly margin: number | null;
  readonly england: number;
  /**
   * With how many decimals the measure is published for councils in that year, and for England in
   * any year; where every value for England is whole, as for councils.
   */
  readonly decimals: { readonly council: number; readonly england: number };
  /** Who answered a survey; null for what is no survey. */
  readonly respondents: number | null;
  /** What a share without a margin is of, where that is few: 6 of 10. */
  readonly counts: { readonly numerator: number; readonly denominator: number } | null;
  /** Why there is no value. */
  readonly missing: "suppressed" | "not available" | "not applicable" | "too few to show" | null;
  /**
   * Where England's value lies against value ± margin; null without a value or a margin, and for
   * fewer than 50 respondents, whose published margin is too rough.
   */
  readonly against: "above" | "below" | "not distinguishable" | null;
}

/** A council's measured outcomes beside England's, and how many can be told apart from it. */
export interface CouncilOutcomes {
  readonly outcomes: readonly CouncilOutcome[];
  /** Measures with a value, and those of them that are compared with England's. */
  readonly withValue: number;
  readonly withMargin: number;
  readonly above: number;
  readonly below: number;
  readonly notDistinguishable: number;
}

/** Fewer answers than this are not compared. */
const fewestRespondents = 50;
/** A share of at most so many is shown with its counts; one of fewer than five is not shown. */
const fewCounts = 20;
const fewestCounts = 5;

function countsOf(row: ContextRow | undefined, margin: number | null): CouncilOutcome["counts"] {
  const [numerator, denominator] = [numberOf(row?.numerator), numberOf(row?.denominator)];
  if (margin !== null || numerator === null || denominator === null) return null;
  return denominator <= fewCounts ? { numerator, denominator } : null;
}

/** By the flag in the data, which may be any text. */
const reasons: ReadonlyMap<string, CouncilOutcome["missing"]> = new Map([
  ["[c]", "suppressed"],
  ["[x]", "not available"],
  ["[z]", "not applicable"],
]);

const rowsOf = perObject((dataset: Dataset) => {
  const rows = new Map<string, ContextRow>();
  for (const row of dataset.context["ascof-long"] ?? [])
    rows.set(`${row.gss_code} ${row.measure} ${row.period}`, row);
  return rows;
});

/** The most decimals of the numbers that each key has: the source writes 19.0 as 19. */
function mostDecimals(rows: readonly ContextRow[] = [], keyOf: (row: ContextRow) => string) {
  const most = new Map<string, number>();
  for (const row of rows) {
    const decimals = (String(row.outcome ?? "").split(".")[1] ?? "").length;
    const key = keyOf(row);
    if (decimals > (most.get(key) ?? -1)) most.set(key, decimals);
  }
  return most;
}

/** The last published value for England of each measure for which one direction is better. */
const latestOf = perObject((dataset: Dataset) => {
  const latest = new Map<string, { readonly period: string; readonly value: number }>();
  const { "ascof-england": ofEngland, "ascof-long": ofCouncils } = dataset.context;
  const inEngland = mostDecimals(ofEngland, (row) => String(row.measure));
  const inCouncils = mostDecimals(ofCouncils, (row) => `${row.measure} ${row.period}`);
  for (const { measure, period, outcome } of ofEngland ?? []) {
    const known = latest.get(String(measure))?.period ?? "";
    if (typeof outcome === "number" && String(period) > known)
      latest.set(String(measure), { period: String(period), value: outcome });
  }
  return (dataset.context["ascof-measures"] ?? []).flatMap((row) => {
    const last = latest.get(String(row.measure));
    if (last === undefined || (row.better !== "higher" && row.better !== "lower")) return [];
    const better: CouncilOutcome["better"] = row.better;
    const [measure, description] = [String(row.measure), String(row.description)];
    const council = inCouncils.get(`${measure} ${last.period}`) ?? 0;
    const decimals = { council, england: inEngland.get(measure) || council };
    return [{ measure, description, better, period: last.period, england: last.value, decimals }];
  });
});

function numberOf(value: string | number | null | undefined): number | null {
  return typeof value === "number" ? value : null;
}

function compare(value: number | null, margin: number | null, england: number) {
  if (value === null || margin === null) return null;
  // Published with one decimal or three; a sum of such numbers may miss its own by a hair.
  const difference = Math.round((value - england) * 1e6);
  if (Math.abs(difference) <= Math.round(margin * 1e6)) return "not distinguishable";
  return difference > 0 ? "above" : "below";
}

/**
 * What people and returns say of a council's care: each measure in the last year for which one was
 * published for England. The margin is the council's own; England's is left out, as it is far
 * smaller. Measures are no part of CQC's scores.
 */
export function councilOutcomes(dataset: Dataset, { gssCode }: Council): CouncilOutcomes {
  const outcomes = latestOf(dataset).map((measure): CouncilOutcome => {
    const row = rowsOf(dataset).get(`${gssCode} ${measure.measure} ${measure.period}`);
    const margin = numberOf(row?.margin_of_error);
    const respondents = margin === null ? null : numberOf(row?.respondents);
    const counts = countsOf(row, margin);
    const about = { ...measure, margin, respondents, counts };
    if (counts !== null && counts.denominator < fewestCounts)
      return { ...about, value: null, counts: null, missing: "too few to show", against: null };
    const value = numberOf(row?.outcome);
    const missing = value === null ? (reasons.get(String(row?.flag)) ?? "not available") : null;
    const isFew = respondents !== null && respondents < fewestRespondents;
    return {
      ...about,
      value,
      missing,
      against: isFew ? null : compare(value, margin, measure.england),
    };
  });
  const tally = (against: CouncilOutcome["against"]) =>
    outcomes.filter((outcome) => outcome.against === against).length;
  return {
    outcomes,
    withValue: outcomes.filter(({ value }) => value !== null).length,
    withMargin: outcomes.filter(({ against }) => against !== null).length,
    above: tally("above"),
    below: tally("below"),
    notDistinguishable: tally("not distinguishable"),
  };
}
