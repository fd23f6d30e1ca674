import type { Problem } from "../../datapackage/problem.js";
import { keyOf, type Row, type Table } from "../../datapackage/readTable.js";
import { expectation, readCell, type Value } from "../../datapackage/tableSchema.js";
import type { Descriptor } from "../../datapackage/descriptor.js";
import type { Scheme } from "../../ratings/scheme.js";
import { schemeVariants } from "./schemeFields.js";

const keyColumns = ["gss_code", "kind", "scheme", "published"];
const key = ({ values }: Row) => keyOf(keyColumns.map((name) => values[name]));

/** A value of assessments.csv as a revision writes it. */
export function asText(value: Value): string | null {
  return value === null ? null : String(value);
}

/**
 * What a table schema cannot say of revisions.csv: each row is about an assessment that is there;
 * its values are ones that the column can hold; they differ; and where a value is known after the
 * last change of a column, the assessment holds it. Rows stand in the order of the changes.
 */
export function revisionRules(
  revisions: Table,
  assessments: Table,
  formats: Descriptor["numberFormats"],
  schemes: readonly Scheme[],
): Problem[] {
  if (!assessments.readable) return [];
  const known = new Map(assessments.rows.map((row) => [key(row), row]));
  const last = new Map(revisions.rows.map((row) => [`${key(row)}\0${row.values.field}`, row]));
  const { fields } = assessments.resource.schema;
  const variants = schemeVariants(fields, schemes);
  const ofBlank = revisions.resource.schema.fields.find(({ name }) => name === "scheme")?.default;
  return revisions.rows.flatMap((row): Problem[] => {
    const { line, values, failed } = row;
    if (failed.size > 0) return [];
    const assessment = known.get(key(row));
    if (!assessment) {
      const shown = keyColumns.filter((name) => name !== "scheme" || values.scheme !== ofBlank);
      const named = shown.map((name) => values[name] ?? "(blank)").join(", ");
      return [{ line, column: "published", what: "unknown assessment", value: named }];
    }
    const base = fields.find(({ name }) => name === values.field);
    const own = base && variants.fieldsOf(assessment.values.scheme as string).get(base.name);
    const field = own ?? base;
    // The schema holds the column to its list of names.
    if (!field) return [];
    const read = readCell(field, formats);
    const problems = (["old", "new"] as const).flatMap((column) => {
      const value = asText(values[column]);
      if (value === null || read(value) !== undefined) return [];
      return [{ line, column, what: expectation(field), value }];
    });
    if (problems.length > 0) return problems;
    const after = asText(values.new);
    if (after === asText(values.old))
      return [{ line, column: "new", what: "expected another value than old", value: after ?? "" }];
    const isLast = last.get(`${key(row)}\0${field.name}`) === row;
    if (!isLast || after === null || assessment.failed.has(field.name)) return [];
    const now = asText(assessment.values[field.name]);
    if (now === after) return [];
    const what = `expected ${now ?? "blank"}, as assessments.csv has it`;
    return [{ line, column: "new", what, value: after }];
  });
}
