import { readDescriptor, type TableResource } from "../../datapackage/descriptor.js";
import { readTable } from "../../datapackage/readTable.js";
import { csvField } from "../../csvText.js";
import type { Scheme } from "../../ratings/scheme.js";
import { assessmentRules } from "../data/assessmentRules.js";
import { schemeVariants } from "../data/schemeFields.js";
import type { ImportedRow, LogEntry } from "./importRows.js";

/** The table of assessments, as the descriptor has it. */
export function assessmentsResource(): TableResource {
  const found = readDescriptor().resources.find(({ name }) => name === "assessments");
  if (found?.profile !== "tabular-data-resource") throw new Error("no table of assessments");
  return found;
}

/** A CSV text of the columns. */
export function toCsvText(
  columns: readonly string[],
  rows: readonly Readonly<Record<string, string>>[],
): string {
  const line = (cells: readonly string[]) => `${cells.map(csvField).join(",")}\n`;
  return line(columns) + rows.map((row) => line(columns.map((name) => row[name] ?? ""))).join("");
}

/**
 * What is still wrong with rows that were read, by the rules that hold for assessments.csv: a blank
 * that must not be, scores that do not give the rating, two rows of one assessment. `known` stand
 * before them, as they are in the data already.
 */
export function checkImported(
  known: readonly Readonly<Record<string, string>>[],
  rows: readonly ImportedRow[],
  schemes: readonly Scheme[],
): LogEntry[] {
  const resource = assessmentsResource();
  const { numberFormats } = readDescriptor();
  const columns = resource.schema.fields.map(({ name }) => name);
  const fine = rows.filter(({ isRefused }) => !isRefused);
  const text = toCsvText(columns, [...known, ...fine.map(({ values }) => values)]);
  const variants = schemeVariants(resource.schema.fields, schemes);
  const table = readTable(resource, Buffer.from(text), numberFormats, variants);
  const problems = [
    ...table.problems,
    ...table.rows.flatMap((row) => assessmentRules(row, schemes, [])),
  ];
  return problems.flatMap(({ line = 0, column, what, value = "" }): LogEntry[] => {
    const row = fine[line - 2 - known.length];
    if (row === undefined) return [];
    const why = what.startsWith("duplicate")
      ? "the data hold this assessment already, or the file has it twice"
      : column === "source_url" && value === ""
        ? `${what}: the row's source, in a column source_url, or one for all such rows by --source`
        : what;
    return [{ what: "refused", line: row.line, column, from: value, to: "", why }];
  });
}
