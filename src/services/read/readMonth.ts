import type { Council } from "../../councils/data/dataset.js";
import { ExpectedError } from "../../errors.js";
import { domains, outcomes, type OutcomeCode, type ServiceRating } from "../serviceRating.js";
import { areaNames } from "./areaNames.js";
import { findColumns, isHeader, type Columns } from "./columns.js";
import { orderOf, readDate, toDay, written, type DateOrder, type WrittenDate } from "./dates.js";
import { filePlaces } from "./places.js";
import { remember } from "./remember.js";
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
/** Problems of one file that are told one by one. */
const mostProblems = 50;
const wanted = "social care org";

const codes = new Map<string, OutcomeCode>(
  Object.entries(outcomes).map(([code, name]) => [name.toLowerCase(), code as OutcomeCode]),
);
codes.set("not formally rated", "UR");
codes.set("no published rating", "NR");
const domainPlaces = new Map<string, number>(domains.map((name, i) => [name, i]));

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
  const gssCode = areaNames(councils);
  const dateOf = remember(readDate);
  const orders = new Map<DateOrder, string>();
  const places = filePlaces();
  let columns: Columns | null = null;
  let last: Kept | undefined;
  let used = new Set<number>();
  let [rows, count, headers] = [0, 0, 0];

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
  const rating = (line: number, cells: readonly string[], of: Columns) => {
    const cell = (column: keyof Columns) => (cells[of[column]] ?? "").trim();
    rows += 1;
    if (cell("type").toLowerCase() !== wanted) return leave("not adult social care");
    const [location, group, council, word] = [
      cell("location"),
      cell("group"),
      cell("council"),
      cell("rating"),
    ];
    const expected = (column: string, what: string, value: string) =>
      problem(`${at(line, column)}: expected ${what}: ${value.slice(0, 80) || "(blank)"}`);
    if (!/^1-\d{5,12}$/.test(location))
      return expected("Location ID", "a code like 1-1000210669", location);
    const domain = domainPlaces.get(cell("domain").toLowerCase());
    if (domain === undefined)
      return expected("Domain", `one of ${domains.join(", ")}`, cell("domain"));
    const code = codes.get(word.toLowerCase());
    if (code === undefined)
      return expected("Latest Rating", `one of ${Object.values(outcomes).join(", ")}`, word);
    if (group === "" || group.length > 100)
      return expected("Service / Population Group", "a name", group);
    const date = dateOf(cell("date"));
    if (date === null && cell("date") !== "")
      return expected("Publication Date", "a date such as 31/12/2026", cell("date"));
    if (council === "" || /^unspecified$/i.test(council)) return leave("no council is named");
    const gss = gssCode(council);
    if (gss === null) return expected("Location Local Authority", "a council of England", council);
    const said = date && orderOf(date);
    if (said && !orders.has(said)) orders.set(said, `${at(line)}: ${cell("date")}`);

    // Rows of one location and group mostly stand together.
    const isLast = location === last?.location && group === last.group;
    let one = isLast ? last : kept.get(keyOf({ location, group }));
    if (one === undefined) {
      const home = cell("careHome").toUpperCase();
      one = {
        location,
        group,
        council: gss,
        isCareHome: home === "Y" ? true : home === "N" ? false : null,
        codes: domains.map(() => null),
        dates: domains.map(() => null),
        at: domains.map(() => 0),
      };
      kept.set(keyOf(one), one);
    }
    last = one;
    const before = one.codes[domain];
    if (before !== null) {
      const [wordThere, dateThere] = [outcomes[before], written(one.dates[domain])];
      const isOtherWord = before !== code;
      if (!isOtherWord && dateThere === written(date)) return leave("stands twice");
      const [column, there, here] = isOtherWord
        ? ["Latest Rating", wordThere, word]
        : ["Publication Date", dateThere, written(date)];
      return expected(
        column,
        `one rating of ${location}, ${group}, ${domains[domain]}, which has ${there} in ${places.text(one.at[domain], column)}; leave one of the two rows`,
        here,
      );
    }
    if (one.council !== gss) {
      const above = places.text(one.at.find((there) => there > 0)!);
      return expected(
        "Location Local Authority",
        `the council that ${location} has in ${above}`,
        council,
      );
    }
    one.codes[domain] = code;
    one.dates[domain] = date;
    one.at[domain] = places.of(line);
    count += 1;
  };

  return {
    sink: {
      sheet: (name: string) => {
        endSheet();
        places.begin(name);
        columns = null;
      },
      row: (line: number, cells: readonly string[]) => {
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
          problem(`${places.text(place, "Publication Date")}: ${what}: ${written(date)}`);
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
