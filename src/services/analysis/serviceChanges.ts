import type { Dataset } from "../../councils/data/dataset.js";
import type { Scheme } from "../../ratings/scheme.js";
import { changeRowsOf, rankOfCode, servicesScheme } from "./serviceRows.js";

/** What happened to locations from the first month that was read to the last, month by month. */
export interface ServiceChanges {
  readonly scheme: Scheme;
  readonly first: string;
  readonly last: string;
  /** Steps from one month to the next that was read. */
  readonly steps: number;
  /** Locations of both months in a step, and those that were rated anew in it; summed over steps. */
  readonly both: number;
  readonly anew: number;
  /** Locations that are in one of a step's two months alone, summed. */
  readonly came: number;
  readonly went: number;
  /** Rated anew, by the rating before (rows) and after (columns), from the lowest. */
  readonly table: readonly (readonly number[])[];
  readonly up: number;
  readonly down: number;
  readonly same: number;
}

/** Null where fewer than two months were read. */
export function serviceChanges(dataset: Dataset): ServiceChanges | null {
  const scheme = servicesScheme(dataset);
  const rows = changeRowsOf(dataset);
  if (scheme === null || rows.length === 0) return null;
  const table = scheme.levels.map(() => scheme.levels.map(() => 0));
  let [both, anew, came, went] = [0, 0, 0, 0];
  for (const row of rows) {
    const { overall_before: before, overall_after: after, locations: n } = row;
    if (before === "none") came += n;
    else if (after === "none") went += n;
    else both += n;
    if (row.anew === "N") continue;
    anew += n;
    const [from, to] = [rankOfCode(scheme, before), rankOfCode(scheme, after)];
    if (from !== null && to !== null) table[from][to] += n;
  }
  const count = (is: (from: number, to: number) => boolean) =>
    table.reduce(
      (sum, row, from) => sum + row.reduce((all, n, to) => all + (is(from, to) ? n : 0), 0),
      0,
    );
  const months = [...new Set(rows.flatMap(({ before, after }) => [before, after]))].sort();
  return {
    scheme,
    first: months[0],
    last: months[months.length - 1],
    steps: new Set(rows.map(({ after }) => after)).size,
    both,
    anew,
    came,
    went,
    table,
    up: count((from, to) => to > from),
    down: count((from, to) => to < from),
    same: count((from, to) => to === from),
  };
}
