import type { Council } from "../../councils/data/dataset.js";
import { domains, outcomes, type OutcomeCode } from "../serviceRating.js";
import { areaNames } from "./areaNames.js";
import type { Columns } from "./columns.js";
import { readDate, type WrittenDate } from "./dates.js";
import { remember } from "./remember.js";

const wanted = "social care org";

const codes = new Map<string, OutcomeCode>(
  Object.entries(outcomes).map(([code, name]) => [name.toLowerCase(), code as OutcomeCode]),
);
codes.set("not formally rated", "UR");
codes.set("no published rating", "NR");
const domainPlaces = new Map<string, number>(domains.map((name, i) => [name, i]));

/** A row of a sheet: the rating of one domain of a location and service group. */
export interface RatingRow {
  readonly location: string;
  readonly group: string;
  /** The council's ONS code, and its name as the file has it. */
  readonly council: string;
  readonly area: string;
  readonly isCareHome: boolean | null;
  /** The place among `domains`. */
  readonly domain: number;
  readonly code: OutcomeCode;
  readonly date: WrittenDate | null;
}

/** A value that is not as the file is known to have it. */
export interface Unexpected {
  readonly column: string;
  readonly what: string;
  readonly value: string;
}

type Read = RatingRow | Unexpected | { readonly leftOut: string };

/** Reads rows of cells: a rating, why the row is left out, or what is wrong with it. */
export function rowReader(
  councils: readonly Council[],
): (cells: readonly string[], columns: Columns) => Read {
  const gssCode = areaNames(councils);
  const dateOf = remember(readDate);
  return (cells, columns) => {
    const cell = (column: keyof Columns) => (cells[columns[column]] ?? "").trim();
    if (cell("type").toLowerCase() !== wanted) return { leftOut: "not adult social care" };
    const expected = (column: string, what: string, value: string) => ({ column, what, value });

    const location = cell("location");
    if (!/^1-\d{5,12}$/.test(location))
      return expected("Location ID", "a code like 1-1000210669", location);
    const domain = domainPlaces.get(cell("domain").toLowerCase());
    if (domain === undefined)
      return expected("Domain", `one of ${domains.join(", ")}`, cell("domain"));
    const word = cell("rating");
    const code = codes.get(word.toLowerCase());
    if (code === undefined)
      return expected("Latest Rating", `one of ${Object.values(outcomes).join(", ")}`, word);
    const group = cell("group");
    if (group === "" || group.length > 100)
      return expected("Service / Population Group", "a name", group);
    const date = dateOf(cell("date"));
    if (date === null && cell("date") !== "")
      return expected("Publication Date", "a date such as 31/12/2026", cell("date"));
    const area = cell("council");
    if (area === "" || /^unspecified$/i.test(area)) return { leftOut: "no council is named" };
    const council = gssCode(area);
    if (council === null) return expected("Location Local Authority", "a council of England", area);
    const home = cell("careHome").toUpperCase();
    const isCareHome = home === "Y" ? true : home === "N" ? false : null;
    return { location, group, council, area, isCareHome, domain, code, date };
  };
}
