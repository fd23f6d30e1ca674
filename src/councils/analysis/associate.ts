import type { Dataset } from "../data/dataset.js";
import type { SimulationOptions } from "../../statistics/bootstrap.js";
import { holm } from "../../statistics/holm.js";
import type { Incomputable } from "../../ratings/incomputable.js";
import { lacking } from "./correlation.js";
import type { Correlation } from "./correlation.js";
import { select } from "./select.js";
import type { AnalysisOptions, Selection } from "./select.js";
import { contextValues, sumCorrelation } from "./sumCorrelation.js";

/** A number of each council, by its ONS code; null, or no key, where it is not known. */
export type CouncilNumbers = Readonly<Record<string, number | null>>;

/**
 * What to set beside the total: a column of a table of context, written `table.column` such as
 * `deprivation.imd_average_score`; several of them; or numbers of your own, by a name for each.
 */
export type AskedColumns = string | readonly string[] | Readonly<Record<string, CouncilNumbers>>;

/** One column's correlation with the total. */
export interface ColumnAssociation extends Correlation {
  readonly column: string;
  /** The permutation p, adjusted by Holm over all columns of the call. */
  readonly adjustedP: number | null;
}

/** How each of the columns goes with the total; see {@link associate}. */
export interface Association extends Pick<Selection, "scheme" | "set" | "n" | "leftOut"> {
  readonly columns: readonly ColumnAssociation[];
  readonly incomputable: readonly Incomputable[];
}

/** A column of a table of context with one row a council, as a number of each council. */
function columnOf(dataset: Dataset, name: string): CouncilNumbers {
  const at = name.indexOf(".");
  const [table, column] = [name.slice(0, at), name.slice(at + 1)];
  const rows = dataset.context[table];
  if (at < 1 || rows === undefined)
    throw new RangeError(
      `column: expected table.column of ${Object.keys(dataset.context).sort().join(", ")}: ${name}`,
    );
  const codes = [...new Set(rows.map((row) => String(row.gss_code)))];
  if (codes.length < rows.length)
    throw new RangeError(`column: expected a table with one row a council: ${name}`);
  const values = contextValues(
    dataset,
    table,
    column,
    codes.map((gssCode) => ({ gssCode })),
  );
  if (values.every((value) => value === null)) {
    const known = Object.entries(rows[0] ?? {}).flatMap(([key, value]) =>
      typeof value === "number" ? [key] : [],
    );
    const allowed = known.length === 0 ? "a table that holds values" : `one of ${known.join(", ")}`;
    throw new RangeError(`column: expected ${allowed}: ${name}`);
  }
  return Object.fromEntries(codes.map((code, i) => [code, values[i]]));
}

function numbersOf(dataset: Dataset, asked: AskedColumns): [string, CouncilNumbers][] {
  if (typeof asked === "string") return [[asked, columnOf(dataset, asked)]];
  if (Array.isArray(asked))
    return (asked as readonly string[]).map((name) => [name, columnOf(dataset, name)]);
  return Object.entries(asked as Readonly<Record<string, CouncilNumbers>>);
}

/** Throws a RangeError for a code that no council has, as its number would be lost without a word. */
function checkNumbers(dataset: Dataset, name: string, numbers: CouncilNumbers): void {
  const known = new Set(dataset.councils.map(({ gssCode }) => gssCode));
  for (const [code, value] of Object.entries(numbers)) {
    if (!known.has(code))
      throw new RangeError(`${name}: expected an ONS code of a council: ${code}`);
    if (value !== null && !Number.isFinite(value))
      throw new RangeError(`${name}: ${code}: expected a number or null: ${String(value)}`);
  }
}

/**
 * Whether the total of the scores goes with numbers of councils: Kendall's tau-b, its 95% bootstrap
 * interval and its permutation p each, adjusted by Holm over all columns of the call. Decide which
 * columns before you look: every one that you tried belongs in the call. Correlations of councils
 * say nothing of causes. Throws a RangeError for a column or a code that is not known.
 */
export function associate(
  dataset: Dataset,
  columns: AskedColumns,
  options: AnalysisOptions & SimulationOptions = {},
): Association {
  const { scheme, set, assessments, n, leftOut } = select(dataset, "sum", options);
  const { replicates, seed } = options;
  const found = numbersOf(dataset, columns).map(([column, numbers]) => {
    checkNumbers(dataset, column, numbers);
    const values = assessments.map(({ gssCode }) =>
      Object.hasOwn(numbers, gssCode) ? numbers[gssCode] : null,
    );
    return { column, ...sumCorrelation(values, assessments, { replicates, seed }) };
  });
  const tested = found.filter(({ permutationP }) => permutationP !== null);
  const adjusted = holm(tested.map(({ permutationP }) => permutationP!));
  return {
    scheme,
    set,
    n,
    leftOut,
    columns: found.map((one) => ({ ...one, adjustedP: adjusted[tested.indexOf(one)] ?? null })),
    incomputable: found.flatMap((one) => lacking(one.column, one)),
  };
}
