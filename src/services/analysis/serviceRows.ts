import type { Dataset } from "../../councils/data/dataset.js";
import type { Score, Scheme } from "../../ratings/scheme.js";
import { ratingRank } from "../../ratings/scheme.js";
import { perObject } from "../../perObject.js";
import type { ChangeRow, PatternRow } from "../months/tallies.js";
import { ratingOfCode, type OutcomeCode } from "../serviceRating.js";

/** The counts of the newest month that was read, as `services/patterns.csv` has them. */
export function patternRowsOf({ context }: Dataset): readonly PatternRow[] {
  return (context["services-patterns"] ?? []) as unknown as readonly PatternRow[];
}

/** The counts of each month against the one before, as `services/changes.csv` has them. */
export function changeRowsOf({ context }: Dataset): readonly ChangeRow[] {
  return (context["services-changes"] ?? []) as unknown as readonly ChangeRow[];
}

/** The scheme of care services; null where the data have none. */
export function servicesScheme({ schemes }: Dataset): Scheme | null {
  return schemes.find(({ id }) => id === "cqc-services") ?? null;
}

/** The place of a code's rating among the scheme's, from 0; null for a reason why there is none. */
export function rankOfCode(scheme: Scheme, code: string): number | null {
  const rating = ratingOfCode(code as OutcomeCode);
  return rating === null ? null : ratingRank(scheme, rating);
}

/** Services that are alike: the five grades, the place of the rating from 0, and how many. */
export interface ServiceKind {
  readonly grades: readonly Score[];
  readonly rank: number;
  readonly times: number;
}

/** Services whose whole and five parts are all rated. */
export function kindsOf(scheme: Scheme, rows: readonly PatternRow[]): ServiceKind[] {
  return rows.flatMap(({ overall, parts, locations }) => {
    const rank = rankOfCode(scheme, overall);
    if (rank === null || parts.includes(".")) return [];
    const grades = [...parts].map((code) => rankOfCode(scheme, code)! + 1);
    return [{ grades, rank, times: locations }];
  });
}

/** Which councils' areas the counts cover. */
export interface Covered {
  readonly month: string | null;
  /** Codes of the councils with a location. */
  readonly councils: readonly string[];
  /** Whether so many have one that the counts are those of England. */
  readonly isEngland: boolean;
}

/** Of the councils that the data know; one or two may have no location, as the Isles of Scilly. */
const enough = 0.95;

export const covered = perObject((dataset: Dataset): Covered => {
  const rows = patternRowsOf(dataset);
  const councils = [...new Set(rows.map(({ gss_code }) => gss_code))].sort();
  return {
    month: rows.length === 0 ? null : rows[0].month,
    councils,
    isEngland: dataset.councils.length > 1 && councils.length >= enough * dataset.councils.length,
  };
});
