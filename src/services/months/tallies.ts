import { domains } from "../serviceRating.js";
import { codeNames, dayNumber, lastRating, type MonthColumns } from "./monthColumns.js";
import { eachLocation } from "./questions.js";

/**
 * What reports need of kept months, counted: the newest by council and pattern, and each against the
 * one before. Both are small, so that a page reads no month.
 */

/** A row of `services/patterns.csv`: locations of one council that are alike in all the rest. */
export interface PatternRow {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly gss_code: string;
  readonly care_home: "Y" | "N" | "U";
  /** The code of the whole; X for none. */
  readonly overall: string;
  /** A letter a part, a dot for one without a rating. */
  readonly parts: string;
  /** Whether the five parts come from more than one inspection; U where not all five are dated. */
  readonly several: "Y" | "N" | "U";
  /** Whether the whole is dated within two years of the month's end. */
  readonly recent: "Y" | "N" | "U";
  /** Whether a part is dated more than five years before the month's end. */
  readonly old_part: "Y" | "N" | "U";
  /** Whether a group of its services has a rating of its own. */
  readonly services: "Y" | "N";
  readonly locations: number;
}

/** A row of `services/changes.csv`: locations of England by what they were and what they are. */
export interface ChangeRow {
  readonly before: string;
  readonly after: string;
  readonly care_home: "Y" | "N" | "U";
  /** The code of the whole; `none` where the location is not in that month. */
  readonly overall_before: string;
  readonly overall_after: string;
  /** Whether the whole has another date: it was rated anew. */
  readonly anew: "Y" | "N";
  readonly locations: number;
}

const width = domains.length;
const homes = ["N", "Y", "U"] as const;
const yes = (is: boolean) => (is ? "Y" : "N");

/** Days since 1970 of the day so many years before a month's last. */
export function daysBefore(month: string, years: number): number {
  const [year, number] = month.split("-").map(Number);
  // Day 0 of the next month is the last of this one: 28 February stands for 29.
  const last = new Date(Date.UTC(year - years, number, 0));
  return dayNumber(last.toISOString().slice(0, 10))!;
}

function countAlike<Row extends object>(): {
  readonly add: (row: Row) => void;
  readonly rows: () => (Row & { readonly locations: number })[];
} {
  const found = new Map<string, { readonly row: Row; locations: number }>();
  return {
    add: (row) => {
      const key = Object.values(row).join();
      const one = found.get(key);
      if (one === undefined) found.set(key, { row, locations: 1 });
      else one.locations += 1;
    },
    rows: () =>
      [...found.keys()].sort().map((key) => {
        const { row, locations } = found.get(key)!;
        return { ...row, locations };
      }),
  };
}

/** Locations that have a group of services with a rating of its own, by their code. */
function withRatedServices({ n, location, group, groups, codes }: MonthColumns): Set<number> {
  const found = new Set<number>();
  const isWhole = groups.map((name) => name.toLowerCase() === "overall");
  for (let row = 0; row < n; row++) {
    const code = codes[row * width];
    if (!isWhole[group[row]] && code > 0 && code <= lastRating) found.add(location[row]);
  }
  return found;
}

/** A month's locations as a whole by council, pattern and age. */
export function patternRows(month: MonthColumns): PatternRow[] {
  const { careHome, codes, council, councils, days, location, wholes } = month;
  const rated = withRatedServices(month);
  const [twoYears, fiveYears] = [daysBefore(month.month, 2), daysBefore(month.month, 5)];
  const { add, rows } = countAlike<Omit<PatternRow, "locations">>();
  for (const row of wholes) {
    const own = codes.subarray(row * width, (row + 1) * width);
    const [whole, ...parts] = days.subarray(row * width, (row + 1) * width);
    const isRated = (code: number) => code > 0 && code <= lastRating;
    const isDated = own.every(isRated) && whole > 0 && parts.every((day) => day > 0);
    const told = (is: boolean) => (isDated ? yes(is) : "U");
    add({
      month: month.month,
      gss_code: councils[council[row]],
      care_home: homes[careHome[row]],
      overall: codeNames[own[0]] ?? "X",
      parts: [...own.subarray(1)].map((code) => (isRated(code) ? codeNames[code] : ".")).join(""),
      several: told(new Set(parts).size > 1),
      recent: told(whole >= twoYears),
      old_part: told(Math.min(...parts) < fiveYears),
      services: yes(rated.has(location[row])),
    });
  }
  return rows();
}

/** The locations of two months by the rating of the whole in each. */
export function changeRows(before: MonthColumns, after: MonthColumns): ChangeRow[] {
  const { add, rows } = countAlike<Omit<ChangeRow, "locations">>();
  const code = (of: MonthColumns, row: number) =>
    row === -1 ? "none" : (codeNames[of.codes[row * width]] ?? "X");
  eachLocation(before, after, (old, now) =>
    add({
      before: before.month,
      after: after.month,
      care_home: homes[now === -1 ? before.careHome[old] : after.careHome[now]],
      overall_before: code(before, old),
      overall_after: code(after, now),
      anew: yes(old !== -1 && now !== -1 && before.days[old * width] !== after.days[now * width]),
    }),
  );
  return rows();
}
