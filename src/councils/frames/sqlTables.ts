import type { Dataset, WithOwn } from "../data/dataset.js";
import { toColumns } from "./toColumns.js";

type Cell = string | number | boolean | null;
type Row = Readonly<Record<string, Cell>>;

const snake = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A record's plain values, by names as files have them. */
function toRow(record: object): Row {
  const entries = Object.entries(record).flatMap(([key, value]: [string, unknown]) =>
    value === null || ["string", "number", "boolean"].includes(typeof value)
      ? [[snake(key), value as Cell] as const]
      : [],
  );
  return { ...Object.fromEntries(entries), ...(record as WithOwn).own };
}

/**
 * A dataset's records as tables for SQL, by name: `assessments` of the dataset's own scheme, with the
 * columns of data frames; `councils`, `interventions`, `revisions`; and the context tables, a hyphen
 * in whose name is an underscore. An unknown value is null.
 */
export function sqlTables(dataset: Dataset): Readonly<Record<string, readonly Row[]>> {
  const { scheme } = dataset;
  const assessments = dataset.assessments.filter((one) => one.scheme === scheme.id);
  const { texts, numbers } = toColumns(assessments, scheme);
  const known = (value: number) => (Number.isNaN(value) ? null : value);
  const rows = assessments.map((_, i): Row => ({
    ...Object.fromEntries(Object.entries(texts).map(([key, column]) => [key, column[i]])),
    ...Object.fromEntries(Object.entries(numbers).map(([key, column]) => [key, known(column[i])])),
  }));
  return {
    assessments: rows,
    councils: dataset.councils.map(toRow),
    interventions: dataset.interventions.map(toRow),
    revisions: dataset.revisions.map(toRow),
    ...Object.fromEntries(
      Object.entries(dataset.context).map(([name, table]) => [name.replaceAll("-", "_"), table]),
    ),
  };
}
