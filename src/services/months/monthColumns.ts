import { ExpectedError } from "../../errors.js";
import { monthColumns } from "../monthFile.js";
import { domains, outcomes, type OutcomeCode } from "../serviceRating.js";

/** The codes of what stands where there might be a rating; place 0 is for no row. */
export const codeNames: readonly (OutcomeCode | null)[] = [
  null,
  ...(Object.keys(outcomes) as OutcomeCode[]),
];
/** The places in {@link codeNames} of ratings, from the highest: 1 to 4. */
export const lastRating = 4;
const codePlaces = new Map<string, number>(codeNames.map((code, i) => [code ?? "", i]));

/**
 * A kept month as typed arrays, some 30 bytes a row, so that years of months fit in memory and a
 * question reads them in milliseconds.
 */
export interface MonthColumns {
  /** `YYYY-MM`. */
  readonly month: string;
  /** Rows: locations and service groups. */
  readonly n: number;
  /** CQC's code of the location without its `1-`. */
  readonly location: Float64Array;
  readonly groups: readonly string[];
  /** Each row's place in `groups`. */
  readonly group: Uint8Array;
  /** ONS codes of councils. */
  readonly councils: readonly string[];
  /** Each row's place in `councils`. */
  readonly council: Uint8Array;
  /** 1 for a care home, 0 for none, 2 where the file does not say. */
  readonly careHome: Uint8Array;
  /** Six a row, in the order of domains: places in {@link codeNames}. */
  readonly codes: Uint8Array;
  /** Six a row: days since 1 January 1970; 0 for none. */
  readonly days: Uint16Array;
  /** The rows of locations as a whole, group Overall, by location. */
  readonly wholes: Uint32Array;
}

const whole = "overall";

/** Days since 1970 of `YYYY-MM-DD`, or null. No date of CQC's is older. */
export function dayNumber(text: string): number | null {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(text) : null;
  // 31 February would be a day in March.
  if (time === null || time.getUTCDate() !== Number(text.slice(8))) return null;
  const day = time.getTime() / 86_400_000;
  return day > 0 && day < 65_536 ? day : null;
}

/** Gives the place of a text in a list that grows by those that are new. */
function placesIn(list: string[], most: number): (text: string) => number {
  const places = new Map<string, number>();
  return (text) => {
    let place = places.get(text);
    if (place === undefined) {
      place = list.push(text) - 1;
      places.set(text, place);
      if (place >= most) throw new ExpectedError(`expected at most ${most}, such as ${text}`);
    }
    return place;
  };
}

/** A line's fields; those in quotes hold no line break, as whoever writes months writes none. */
function fieldsOf(line: string): string[] {
  if (!line.includes('"')) return line.split(",");
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain,
  );
}

/** Where lines of a text begin and end, but for the last line break. */
function* linesOf(text: string): Generator<string> {
  for (let from = 0; from < text.length;) {
    const to = text.indexOf("\n", from);
    const line = text.slice(from, to === -1 ? text.length : to);
    yield line.endsWith("\r") ? line.slice(0, -1) : line;
    from = to === -1 ? text.length : to + 1;
  }
}

/**
 * A month's columns from the text of `services/MONTH.csv`. Throws an ExpectedError, which names no
 * file, for the first value that the file may not hold.
 */
export function toColumns(month: string, text: string): MonthColumns {
  const lines = linesOf(text);
  const header = String(lines.next().value ?? "").replace(/^\ufeff/, "");
  if (header !== monthColumns.join(","))
    throw new ExpectedError(`line 1: expected the columns ${monthColumns.join(",")}`);
  let most = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) most += 1;
  const width = domains.length;
  const [location, group, council, careHome] = [
    new Float64Array(most),
    new Uint8Array(most),
    new Uint8Array(most),
    new Uint8Array(most),
  ];
  const codes = new Uint8Array(most * width);
  const days = new Uint16Array(most * width);
  const [groups, councils]: [string[], string[]] = [[], []];
  const groupPlace = placesIn(groups, 255);
  const councilPlace = placesIn(councils, 255);
  const dayOf = new Map<string, number | null>([["", 0]]);
  const wholes: number[] = [];
  let n = 0;
  for (const line of lines) {
    const expected = (what: string, value: string) =>
      new ExpectedError(`line ${n + 2}: expected ${what}: ${value.slice(0, 80) || "(blank)"}`);
    const fields = fieldsOf(line);
    if (fields.length !== monthColumns.length)
      throw expected(`${monthColumns.length} values`, String(fields.length));
    if (!/^1-\d{5,12}$/.test(fields[0])) throw expected("a code like 1-1000210669", fields[0]);
    location[n] = Number(fields[0].slice(2));
    group[n] = groupPlace(fields[1]);
    if (fields[1].toLowerCase() === whole) wholes.push(n);
    const before = councils.length;
    council[n] = councilPlace(fields[2]);
    const isNew = councils.length > before;
    if (isNew && !/^E(06|08|09|10)\d{6}$/.test(fields[2]))
      throw expected("a council's code", fields[2]);
    careHome[n] = fields[3] === "Y" ? 1 : fields[3] === "N" ? 0 : 2;
    for (let i = 0; i < width; i++) {
      const code = codePlaces.get(fields[4 + 2 * i]);
      if (code === undefined) throw expected("a code of a rating", fields[4 + 2 * i]);
      codes[n * width + i] = code;
      const date = fields[5 + 2 * i];
      let day = dayOf.get(date);
      if (day === undefined) dayOf.set(date, (day = dayNumber(date)));
      if (day === null) throw expected("a day such as 2026-05-31", date);
      days[n * width + i] = day;
    }
    n += 1;
  }
  const columns = { location, group, council, careHome };
  const used = Object.fromEntries(
    Object.entries(columns).map(([name, values]) => [name, values.subarray(0, n)]),
  ) as unknown as typeof columns;
  return {
    month,
    n,
    ...used,
    groups,
    councils,
    codes: codes.subarray(0, n * width),
    days: days.subarray(0, n * width),
    wholes: Uint32Array.from(wholes).sort((a, b) => location[a] - location[b]),
  };
}
