import type { DayNumber, OutcomeCode, ServiceRating } from "../src/services/serviceRating.js";
import { normal } from "../src/statistics/normal.js";
import { random, type RandomStream } from "../src/statistics/random.js";

/** A made-up location as it stands in one month. */
interface Location {
  readonly location: string;
  readonly gss_code: string;
  readonly isCareHome: boolean;
  readonly quality: number;
  codes: (OutcomeCode | null)[];
  days: DayNumber[];
}

const levels = ["I", "R", "G", "O"] as const;

/** CQC's rule of May 2022; once in a thousand it is not kept. */
function wholeOf(parts: readonly string[], stream: RandomStream): OutcomeCode {
  const of = (code: string) => parts.filter((part) => part === code).length;
  if (stream.next() < 0.001) return of("R") > 0 ? "G" : "R";
  if (of("I") >= 2) return "I";
  if (of("I") === 1 || of("R") >= 2) return "R";
  return of("O") >= 2 && of("R") === 0 ? "O" : "G";
}

/** So many months after January 2026 as a day `YYYYMMDD`, or before it. */
function dayOf(months: number, day: number): DayNumber {
  const year = 2026 + Math.floor(months / 12);
  return year * 10_000 + (months - 12 * Math.floor(months / 12) + 1) * 100 + day;
}

/** Rates a location in a month: as a whole, or some of its parts. */
function rate(one: Location, month: number, stream: RandomStream): void {
  const day = dayOf(month, 1 + stream.integer(28));
  const isAll = one.codes[0] === null || stream.next() < 0.6;
  for (let part = 1; part <= 5; part++) {
    if (!isAll && stream.next() < 0.5) continue;
    const level = one.quality + normal(stream);
    one.codes[part] = levels[level < -2.9 ? 0 : level < -1.3 ? 1 : level < 2.6 ? 2 : 3];
    one.days[part] = day;
  }
  one.codes[0] = wholeOf(one.codes.slice(1) as string[], stream);
  one.days[0] = Math.max(...one.days.slice(1));
}

/**
 * Months of made-up ratings of care services, seeded: so many locations spread over councils, some
 * three in a hundred rated anew each month and a few closed and opened. For measuring time, and for
 * looking at reports of England, which no committed data give; for no finding.
 */
export function* madeUpMonths(
  councils: readonly string[],
  { locations, months, seed = 1 }: { locations: number; months: number; seed?: number },
): Generator<{ readonly month: string; readonly ratings: readonly ServiceRating[] }> {
  const stream = random(seed);
  let made = 0;
  // Some councils have ten times the services of others.
  const weights = councils.map(() => Math.exp(normal(stream) * 0.7));
  const ends: number[] = [];
  for (const weight of weights) ends.push((ends.at(-1) ?? 0) + weight);
  const open = (month: number): Location => {
    const at = stream.next() * ends[ends.length - 1];
    const one: Location = {
      location: `1-${1_000_000_000 + 37 * made++}`,
      gss_code: councils[ends.findIndex((end) => at < end)],
      isCareHome: stream.next() < 0.52,
      quality: 1.3 * normal(stream) + 0.5,
      codes: Array<OutcomeCode | null>(6).fill(null),
      days: Array<DayNumber>(6).fill(0),
    };
    // The first rating lies up to eight years back; some have none yet.
    if (stream.next() < 0.85) {
      rate(one, month - stream.integer(96), stream);
      if (stream.next() < 0.4) rate(one, month - stream.integer(24), stream);
    } else one.codes = ["NR", null, null, null, null, null];
    return one;
  };
  let all = Array.from({ length: locations }, () => open(0));
  for (let month = 0; month < months; month++) {
    if (month > 0) {
      all = all.filter(() => stream.next() > 0.004);
      while (all.length < locations) all.push(open(month));
      for (const one of all) if (stream.next() < 0.03) rate(one, month, stream);
    }
    const ratings = all.flatMap((one): ServiceRating[] => {
      const { location, gss_code, isCareHome, codes, days } = one;
      const whole = { location, gss_code, isCareHome, codes: [...codes], days: [...days] };
      // A second row for the services that are rated under the single framework.
      const group = isCareHome ? "Care Homes" : "Homecare";
      return days[0] > 20240101
        ? [
            { ...whole, group },
            { ...whole, group: "Overall" },
          ]
        : [{ ...whole, group: "Overall" }];
    });
    yield {
      month: `${2026 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`,
      ratings: ratings.sort((a, b) =>
        a.location === b.location ? (a.group < b.group ? -1 : 1) : a.location < b.location ? -1 : 1,
      ),
    };
  }
}
