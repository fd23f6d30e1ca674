import type { Rows } from "../../engine/report/block.js";
import { perObject } from "../../perObject.js";
import type { Council, Dataset } from "../data/dataset.js";

const byName = perObject(
  ({ councils }: Pick<Dataset, "councils">): ReadonlyMap<unknown, Council> =>
    new Map(councils.map((council) => [council.name, council])),
);

const keys = {
  code: { key: "gss_code", label: "gss_code", isKey: true },
  region: { key: "region of the council", label: "Region", isKey: true },
} as const;

/**
 * The rows of a table or figure as files hold them: where they are of councils, the ONS code, the
 * council and its region come first, so that they join with other data. `of` is the council that a
 * whole report is on: rows that name none are its own.
 */
export function withCodes(
  dataset: Pick<Dataset, "councils">,
  of: string | null,
): (data: Rows) => Rows {
  const named = byName(dataset);
  const own = dataset.councils.find(({ gssCode }) => gssCode === of) ?? null;
  return (data) => {
    const { columns, rows } = data;
    if (columns.some(({ key }) => key === keys.code.key)) return data;
    const isOfCouncils = ({ key }: { readonly key: string }) =>
      rows.length > 0 && rows.every((row) => row[key] === null || named.has(row[key]));
    const column = columns.find(
      (one) => isOfCouncils(one) && rows.some((row) => row[one.key] !== null),
    );
    if (column === undefined && own === null) return data;
    const others = columns.filter((one) => one !== column && one.label !== keys.region.label);
    const whose = {
      ...(column ?? { key: "council of the report", label: "Council" }),
      isKey: true,
    };
    return {
      columns: [keys.code, whose, keys.region, ...others],
      rows: rows.map((row) => {
        const council = column === undefined ? own : (named.get(row[column.key]) ?? null);
        return {
          ...row,
          [keys.code.key]: council?.gssCode ?? null,
          [whose.key]: council?.name ?? null,
          [keys.region.key]: council?.region ?? null,
        };
      }),
    };
  };
}
