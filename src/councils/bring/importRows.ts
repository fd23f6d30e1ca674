import type { Dataset } from "../data/dataset.js";
import { councilsNamed } from "../data/nameForms.js";
import { showValue } from "../../datapackage/problem.js";
import type { Scheme } from "../../ratings/scheme.js";
import { columnsOf } from "./columnNames.js";
import type { SheetRow } from "./csvRows.js";
import { dayOrderOf, noValue, readDate, readRating } from "./readCell.js";
import { readWhole, saysUnknown, tidy } from "./readCell.js";
import type { CellResult, DayOrder } from "./readCell.js";

/** A value that was changed on the way in, or refused. */
export interface LogEntry {
  readonly what: "changed" | "refused" | "left out";
  /** Line of the file; null for the file as a whole. */
  readonly line: number | null;
  readonly column: string;
  readonly from: string;
  readonly to: string;
  readonly why: string;
}

export interface ImportedRow {
  readonly line: number;
  readonly values: Readonly<Record<string, string>>;
  /** Some cell of it was refused and stands as it was: the row is no assessment yet. */
  readonly isRefused: boolean;
}

export interface Imported {
  readonly rows: readonly ImportedRow[];
  readonly log: readonly LogEntry[];
}

export interface ImportOptions {
  /** In what order day and month stand in dates with slashes, where the file does not show it. */
  readonly dates?: DayOrder;
  /** What a column that the file lacks holds in every row. */
  readonly defaults: Readonly<Record<string, string>>;
  /** Columns of a folder's own, which stay as they are but for spaces and words for not known. */
  readonly own?: readonly string[];
}

/** The first row that names a council's column and two others. */
function headerAt(rows: readonly SheetRow[], scheme: Scheme): number {
  return rows.slice(0, 50).findIndex(({ cells }) => {
    const columns = columnsOf(cells.map(tidy), scheme).filter((one) => one !== null);
    const isOfCouncils = columns.includes("council") || columns.includes("gss_code");
    return isOfCouncils && new Set(columns).size >= 3;
  });
}

const closed: Readonly<Record<string, readonly string[]>> = {
  kind: ["pilot", "formal"],
  status: ["published", "revised", "withdrawn"],
  confidence: ["high", "medium", "low"],
};

function readCellOf(column: string, cell: string, scheme: Scheme, order: DayOrder | "both") {
  if (column === "rating") return readRating(cell, scheme);
  if (column === "published") return readDate(cell, order);
  if (column === "score_pct" || scheme.parts.some(({ id }) => id === column))
    return readWhole(cell);
  const allowed = closed[column];
  const lower = cell.toLowerCase();
  if (allowed === undefined || allowed.includes(cell)) return { value: cell, change: null };
  if (allowed.includes(lower)) return { value: lower, change: "written in lower case" };
  return { refused: `expected ${allowed.join(", ")}` } satisfies CellResult;
}

/** The council that a row is of, by code and name; what is wrong where they name none or two. */
function councilOf(dataset: Pick<Dataset, "councils">, code: string, name: string) {
  const byCode = code === "" ? null : (councilsNamed(dataset, code)[0] ?? null);
  if (code !== "" && byCode === null)
    return { column: "gss_code", value: code, why: "unknown code" };
  const named = name === "" ? [] : councilsNamed(dataset, name);
  if (byCode) {
    if (name === "" || named.includes(byCode)) return byCode;
    return { column: "council", value: name, why: `the code is that of ${byCode.name}` };
  }
  if (named.length === 1) return named[0];
  const why =
    named.length === 0
      ? "no council has this name"
      : `it may be ${named.map((one) => one.name).join(" or ")}: give its code`;
  return { column: "council", value: name, why };
}

/**
 * Rows of a file as rows of assessments.csv: names of columns and councils, dates, ratings and
 * numbers in the form that the data have, with each change in the log. What cannot be read for sure
 * is refused and left as it was; nothing is guessed. Rows above the header and columns that are not
 * known are left out, and the log says so.
 */
export function importRows(
  sheet: readonly SheetRow[],
  dataset: Pick<Dataset, "councils">,
  scheme: Scheme,
  { dates = "dmy", defaults, own = [] }: ImportOptions,
): Imported {
  const log: LogEntry[] = [];
  const say = (entry: Omit<LogEntry, "from" | "to"> & Partial<LogEntry>) =>
    log.push({ from: "", to: "", ...entry });
  const at = headerAt(sheet, scheme);
  if (at === -1) {
    const why = "no row names a council's column and two others of assessments.csv";
    say({ what: "refused", line: null, column: "header", why });
    return { rows: [], log };
  }
  const header = sheet[at].cells.map(tidy);
  const columns = columnsOf(header, scheme).map(
    (column, i) => column ?? (own.includes(header[i]) ? header[i] : null),
  );
  for (const { line, cells } of sheet.slice(0, at))
    say({
      what: "left out",
      line,
      column: "row",
      from: cells.map(tidy).filter(Boolean).join(" "),
      why: "above the header",
    });
  columns.forEach((column, i) => {
    const line = sheet[at].line;
    if (column === null) {
      if (header[i] !== "")
        say({
          what: "left out",
          line,
          column: header[i],
          from: header[i],
          why: "no column that is known: if it is one, give it that name, such as published or rating",
        });
    } else if (columns.indexOf(column) < i)
      say({
        what: "left out",
        line,
        column: header[i],
        from: header[i],
        why: `a second column for ${column}: rows in which the two differ are refused`,
      });
    else if (column !== sheet[at].cells[i])
      say({
        what: "changed",
        line,
        column,
        from: sheet[at].cells[i],
        to: column,
        why: "name of a column",
      });
  });
  const place = (column: string) => columns.indexOf(column);
  const body = sheet.slice(at + 1);
  const cellOf = ({ cells }: SheetRow, column: string) => cells[place(column)] ?? "";
  const shown = dayOrderOf(body.map((row) => tidy(cellOf(row, "published"))));
  const known = [...new Set([...columns.filter((one) => one !== null), ...Object.keys(defaults)])];
  for (const [column, value] of Object.entries(defaults))
    if (place(column) === -1 && value !== "")
      say({ what: "changed", line: null, column, to: value, why: "the file has no such column" });

  const rows = body.map((row): ImportedRow => {
    const values: Record<string, string> = {};
    let isRefused = false;
    const refuse = (column: string, from: string, why: string) => {
      isRefused = true;
      values[column] = from;
      say({ what: "refused", line: row.line, column, from, why });
    };
    for (const column of known) {
      if (place(column) === -1) {
        values[column] = defaults[column] ?? "";
        continue;
      }
      const raw = cellOf(row, column);
      const cell = tidy(raw);
      const again = row.cells.find((other, i) => columns[i] === column && tidy(other) !== cell);
      if (again !== undefined) {
        refuse(column, raw, `a second column for it says ${showValue(tidy(again) || "(blank)")}`);
        continue;
      }
      const change = (to: string, why: string) => {
        values[column] = to;
        say({ what: "changed", line: row.line, column, from: raw, to, why });
      };
      if (saysUnknown(cell)) change("", "unknown is blank");
      else if (cell === "") {
        values[column] = defaults[column] ?? "";
        if (values[column] !== "") change(values[column], "blank");
      } else {
        const why = noValue(cell);
        const read =
          why === null ? readCellOf(column, cell, scheme, shown ?? dates) : { refused: why };
        if ("refused" in read) refuse(column, raw, read.refused);
        else if (read.change !== null) change(read.value, read.change);
        else if (read.value !== raw)
          change(read.value, "spaces at the ends or between, or a no-break space");
        else values[column] = read.value;
      }
    }
    const council = councilOf(dataset, values.gss_code ?? "", values.council ?? "");
    if ("why" in council) refuse(council.column, council.value, council.why);
    else
      for (const [column, to, found] of [
        ["gss_code", council.gssCode, "of the council named"],
        ["council", council.name, "of the code given"],
      ] as const) {
        const from = values[column] ?? "";
        values[column] = to;
        if (from !== to)
          say({
            what: "changed",
            line: row.line,
            column,
            from,
            to,
            why: from === "" ? found : "name of a council",
          });
      }
    return { line: row.line, values, isRefused };
  });
  return { rows, log };
}
