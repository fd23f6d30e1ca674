import type { Council } from "../../councils/data/dataset.js";
import { ExpectedError } from "../../errors.js";
import { domains, outcomes, type OutcomeCode, type ServiceRating } from "../serviceRating.js";
import { findColumns, isHeader, type Columns } from "./columns.js";
import { orderOf, toDay, written, type DateOrder, type WrittenDate } from "./dates.js";
import { filePlaces } from "./places.js";
import { rowReader, type RatingRow, type Unexpected } from "./readRow.js";
import { readSheets } from "./readSheets.js";

export interface Month {
  readonly ratings: readonly ServiceRating[];
  /** Rows of ratings that the file has, and those that were kept. */
  readonly rows: number;
  readonly kept: number;
  /** Rows that were left out, by reason. */
  readonly leftOut: Readonly<Record<string, number>>;
  /** Sheets without ratings of locations. */
  readonly otherSheets: readonly string[];
  /** The newest day of publication, `YYYYMMDD`. */
  readonly newest: number;
  readonly order: DateOrder | null;
}

export interface ReadMonthOptions {
  readonly councils: readonly Council[];
  /** The day of reading, `YYYYMMDD`: what is published later is refused. */
  readonly today: number;
  /** Of dates that leave it open, as where no day is above 12. */
  readonly order?: DateOrder;
}

/** How far down a sheet its header may stand. */
const lastHeaderRow = 15;
/** Rows of all sheets, those without ratings too: a month has some 330,000. */
const mostTold = 2_000_000;
const dateColumn = "Publication Date";
/** Problems of one file that are told one by one. */
const mostProblems = 50;
interface Kept {
  readonly location: string;
  readonly group: string;
  readonly council: string;
  readonly isCareHome: boolean | null;
  readonly codes: (OutcomeCode | null)[];
  readonly dates: (WrittenDate | null)[];
  /** The place of each domain's row in the file, or 0. */
  readonly at: number[];
}

const byKey = (a: ServiceRating, b: ServiceRating) =>
  a.location === b.location ? (a.group < b.group ? -1 : 1) : a.location < b.location ? -1 : 1;
const keyOf = ({ location, group }: Pick<Kept, "location" | "group">) => `${location}\n${group}`;

/** Locations and rows of a file as they are told; problems are kept, with their place. */
function monthSink({ councils, today, order: given }: ReadMonthOptions) {
  const kept = new Map<string, Kept>();
  const problems: string[] = [];
  let more = 0;
  const leftOut: Record<string, number> = {};
  const otherSheets: string[] = [];
  const read = rowReader(councils);
  const orders = new Map<DateOrder, string>();
  const places = filePlaces();
  let columns: Columns | null = null;
  let last: Kept | undefined;
  let used = new Set<number>();
  let [told, rows, count, headers] = [0, 0, 0, 0];

  const at = (line: number, column?: string) => places.text(places.of(line), column);
  const problem = (text: string) => {
    if (problems.length < mostProblems) problems.push(text);
    else more += 1;
  };
  const leave = (reason: string) => {
    leftOut[reason] = (leftOut[reason] ?? 0) + 1;
  };
  const endSheet = () => {
    const sheet = places.sheet();
    if (sheet !== null && columns === null) otherSheets.push(sheet);
  };
  const expected = (line: number, { column, what, value }: Unexpected) =>
    problem(`${at(line, column)}: expected ${what}: ${value.slice(0, 80) || "(blank)"}`);
  const keep = (line: number, row: RatingRow): Unexpected | null => {
    const { location, group, council, domain, code, date } = row;
    const order = date && orderOf(date);
    if (order && !orders.has(order)) orders.set(order, `${at(line, dateColumn)}: ${written(date)}`);
    // Rows of one location and group mostly stand together.
    const isLast = location === last?.location && group === last.group;
    let one = isLast ? last : kept.get(keyOf(row));
    if (one === undefined) {
      one = {
        location,
        group,
        council,
        isCareHome: row.isCareHome,
        codes: domains.map(() => null),
        dates: domains.map(() => null),
        at: domains.map(() => 0),
      };
      kept.set(keyOf(row), one);
    }
    last = one;
    const before = one.codes[domain];
    if (before !== null) {
      const [wordThere, dateThere] = [outcomes[before], written(one.dates[domain])];
      const isOtherWord = before !== code;
      if (!isOtherWord && dateThere === written(date)) {
        leave("stands twice");
        return null;
      }
      const [column, there, value] = isOtherWord
        ? ["Latest Rating", wordThere, outcomes[code]]
        : [dateColumn, dateThere, written(date)];
      const where = places.text(one.at[domain], column);
      const what = `one rating of ${location}, ${group}, ${domains[domain]}, which has ${there} in ${where}; leave one of the two rows`;
      return { column, what, value };
    }
    if (one.council !== council) {
      const above = places.text(one.at.find((there) => there > 0)!);
      const what = `the council that ${location} has in ${above}`;
      return { column: "Location Local Authority", what, value: row.area };
    }
    one.codes[domain] = code;
    one.dates[domain] = date;
    one.at[domain] = places.of(line);
    count += 1;
    return null;
  };
  const rating = (line: number, cells: readonly string[], of: Columns) => {
    rows += 1;
    const row = read(cells, of);
    if ("leftOut" in row) return leave(row.leftOut);
    const wrong = "what" in row ? row : keep(line, row);
    if (wrong !== null) expected(line, wrong);
  };

  return {
    sink: {
      sheet: (name: string) => {
        endSheet();
        places.begin(name);
        columns = null;
      },
      row: (line: number, cells: readonly string[]) => {
        told += 1;
        if (told > mostTold)
          throw new ExpectedError(`${at(line)}: expected at most ${mostTold} rows in all sheets`);
        if (columns !== null) return rating(line, cells, columns);
        if (line > lastHeaderRow || !isHeader(cells)) return;
        const found = findColumns(cells);
        headers += 1;
        if ("problems" in found) {
          for (const what of found.problems) problem(`${at(line)}: ${what}`);
          return;
        }
        columns = found.columns;
        used = new Set(Object.values(columns).filter((place) => place !== -1));
      },
      wants: (column: number) => columns === null || used.has(column),
    },
    finish: (): Month => {
      endSheet();
      if (headers === 0)
        problem(
          `expected a sheet with the columns Location ID and Latest Rating in its first ${lastHeaderRow} rows`,
        );
      else if (rows === 0 && problems.length === 0) problem("expected ratings below the header");
      else if (count === 0 && problems.length === 0)
        problem(`expected ratings of adult social care in some of its rows: ${rows}`);
      const found = [...orders.keys()];
      if (found.length > 1)
        problem(`expected dates in one order: ${[...orders.values()].join(" and ")}`);
      const order = found[0] ?? given ?? null;
      let isOpen = false;
      for (const { dates } of kept.values())
        isOpen ||= dates.some((date) => date !== null && !date.isSure);
      if (order === null && isOpen)
        problem("expected a day above 12 in some date, which tells days from months: use --dates");
      if (given !== undefined && found.length === 1 && found[0] !== given)
        problem(`expected dates with the ${given}: ${orders.get(found[0])!}`);
      const dayOf = (date: WrittenDate | null, place: number) => {
        if (date === null) return 0;
        const day = toDay(date, order ?? "day first");
        const wrong = (what: string) =>
          problem(`${places.text(place, dateColumn)}: ${what}: ${written(date)}`);
        if (day === null) wrong("expected a day of the calendar");
        else if (day > today) wrong("expected no day to come");
        return day ?? 0;
      };
      const ratings: ServiceRating[] = [];
      if (problems.length === 0)
        for (const [key, one] of kept) {
          const { location, group, council: gss_code, isCareHome } = one;
          ratings.push({
            location,
            group,
            gss_code,
            isCareHome,
            codes: one.codes,
            days: one.dates.map((date, domain) => dayOf(date, one.at[domain])),
          });
          // One of the two is in memory at a time.
          kept.delete(key);
        }
      if (problems.length > 0)
        throw new ExpectedError(more > 0 ? [...problems, `and ${more} problems more`] : problems);
      return {
        ratings: ratings.sort(byKey),
        rows,
        kept: count,
        leftOut,
        otherSheets,
        newest: ratings.reduce((most, { days }) => Math.max(most, ...days), 0),
        order,
      };
    },
  };
}

/**
 * Reads CQC's monthly file of latest ratings, ODS, XLSX or CSV: adult social care, one rating a
 * location and service group. Only codes, groups, councils, ratings and dates are read: no name of a
 * person, provider or address leaves the file. Throws an ExpectedError with every problem, each with
 * its sheet and row, where a value is not one that the file is known to have.
 */
export async function readMonth(file: string, options: ReadMonthOptions): Promise<Month> {
  const { sink, finish } = monthSink(options);
  try {
    await readSheets(file, sink);
    return finish();
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    throw new ExpectedError(error.problems.map((line) => `${file}: ${line}`));
  }
}
