import { asAt } from "./asAt.js";
import { ExpectedError } from "../../errors.js";
import type { Scheme } from "../../ratings/scheme.js";
import type {
  ContextRow,
  Council,
  Dataset,
  InterventionEvent,
  Revision,
  Succession,
} from "./dataset.js";
import { readDescriptor } from "../../datapackage/descriptor.js";
import { foreignKeyProblems } from "../../datapackage/foreignKeys.js";
import { readCoverage, statedSchemeProblems } from "./readCoverage.js";
import { problemsOf, readFiles, tablesOf, type DataFile } from "./readFiles.js";
import type { Table } from "../../datapackage/readTable.js";
import { toDataset, type AssessmentSpec, type DatasetSpec, type Uncoded } from "./toDataset.js";
import { defaultScheme } from "./defaultScheme.js";
import { readSchemes } from "./readSchemes.js";
import { gradeOf } from "./schemeFields.js";
import { undoRevisions } from "./undoRevisions.js";
import { publishedBy } from "./publishedBy.js";
import { vintageOf } from "./vintageOf.js";
import { withDisputes } from "./withDisputes.js";

type Values = Table["rows"][number]["values"];

// The schema has checked every value: these give its columns the names and types of the records.

function toAssessment(row: Values, schemes: readonly Scheme[]): AssessmentSpec {
  const scheme = schemes.find(({ id }) => id === row.scheme)!;
  return {
    gssCode: row.gss_code as string,
    council: row.council as string,
    scheme: scheme.id,
    kind: row.kind as AssessmentSpec["kind"],
    status: row.status as AssessmentSpec["status"],
    confidence: row.confidence as AssessmentSpec["confidence"],
    rating: row.rating as AssessmentSpec["rating"],
    percentage: row.score_pct as number | null,
    published: row.published as string | null,
    scores: scheme.parts.map((part) => gradeOf(scheme, row[part.id])),
    sourceUrl: row.source_url as string,
    sourceKind: row.source_kind as string,
    note: row.note as string | null,
  };
}

/** A row of councils.csv as a record. */
export function toCouncil(row: Values): Council {
  return {
    gssCode: row.gss_code as string,
    gss_code: row.gss_code as string,
    altGssCode2025: row.alt_gss_code_2025 as string | null,
    name: row.name as string,
    officialName: row.official_name as string,
    type: row.type as string,
    region: row.region as string,
  };
}

function toInterventionEvent(row: Values): Uncoded<InterventionEvent> {
  return {
    gssCode: row.gss_code as string,
    name: row.name as string,
    event: row.event as string,
    date: row.date as string | null,
    sourceUrl: row.source_url as string,
    note: row.note as string | null,
  };
}

function toRevision(row: Values): Revision {
  return {
    gssCode: row.gss_code as string,
    gss_code: row.gss_code as string,
    council: row.council as string,
    kind: row.kind as Revision["kind"],
    scheme: row.scheme as string,
    published: row.published as string | null,
    field: row.field as string,
    reason: row.reason as Revision["reason"],
    old: row.old as string | null,
    new: row.new as string | null,
    date: row.date as string | null,
    sourceUrl: row.source_url as string,
    note: row.note as string | null,
  };
}

function toSuccession(row: Values): Succession {
  return {
    from: row.from as string,
    to: row.to as string,
    on: row.on as string,
    share: row.share as number | null,
    sourceUrl: row.source_url as string,
  };
}

/** The rows of a file; of one of the repository's in place of the directory's, those that fit. */
function fittingRows({ own, table }: DataFile, tables: ReadonlyMap<string, Table>): Values[] {
  if (!table) return [];
  const misfits = own ? [] : foreignKeyProblems(table, tables).map(({ line }) => line);
  const lines = new Set(misfits);
  return table.rows.filter(({ line }) => !lines.has(line)).map(({ values }) => values);
}

/** The scheme that analyses take where nothing names one: the default, else the newest in the data. */
function schemeInUse(assessments: readonly AssessmentSpec[]): string {
  const formal = assessments.filter(({ kind }) => kind === "formal");
  if (formal.some(({ scheme }) => scheme === defaultScheme)) return defaultScheme;
  const dateOf = ({ published }: AssessmentSpec) => published ?? "";
  return (
    formal.reduce<AssessmentSpec | null>(
      (newest, a) => (newest && dateOf(newest) >= dateOf(a) ? newest : a),
      null,
    )?.scheme ?? defaultScheme
  );
}

const records = [
  ...["assessments", "councils", "interventions", "revisions", "successors"],
  "disputed-scores",
];

export interface ReadOptions {
  readonly dir?: string;
  /** With every change in revisions.csv undone: as first published, as far as is known. */
  readonly withoutRevisions?: boolean;
  /** As CQC had published it by this day, `YYYY-MM-DD`, as far as the data know. */
  readonly asAt?: string;
  /**
   * For pages that look back to this day, `YYYY-MM-DD`: only what is known to have been published by
   * it, with the ratings of that day; without reports withdrawn since.
   */
  readonly publishedBy?: string;
}

/**
 * Reads and validates a directory of data; without `dir`, the repository's.
 *
 * `dir` must have assessments.csv. Any other file it lacks is the repository's, without the rows
 * on councils that its councils.csv does not have, and without a datapackage.json of its own it
 * takes the repository's date of completeness and vintage; without a revisions.csv it has no
 * revisions. The schemas are always the repository's, and its schemes are there beside those of the
 * directory's `schemes` folder.
 *
 * Throws an ExpectedError that lists every problem of every file.
 */
export function readDataset({
  dir,
  withoutRevisions = false,
  asAt: day,
  publishedBy: by,
}: ReadOptions = {}): Dataset {
  const descriptor = readDescriptor();
  const schemes = readSchemes(dir, descriptor.numberFormats);
  const files = readFiles(descriptor, dir, "all", schemes);
  const problems = [...problemsOf(files), ...schemes.problems];
  if (problems.length > 0) throw new ExpectedError(problems);
  const coverage = readCoverage(descriptor, dir);
  const wrong = statedSchemeProblems(coverage, dir, schemes);
  if (wrong.length > 0) throw new ExpectedError(wrong);
  const tables = tablesOf(files);
  const rows = new Map(files.map((file) => [file.resource.name, fittingRows(file, tables)]));
  const context = files
    .filter(({ resource, table }) => table && !records.includes(resource.name))
    .map(({ resource: { name } }): [string, readonly ContextRow[]] => [
      name,
      Object.freeze((rows.get(name) ?? []).map((row) => Object.freeze(row))),
    ]);
  const assessments = withDisputes(
    (rows.get("assessments") ?? []).map((row) => toAssessment(row, schemes.schemes)),
    rows.get("disputed-scores") ?? [],
  );
  const recorded = (rows.get("revisions") ?? []).map(toRevision);
  const then = day === undefined ? null : asAt(assessments, recorded, schemes.schemes, day);
  const revisions = then?.revisions ?? recorded;
  const spec: DatasetSpec = {
    schemes: schemes.schemes,
    scheme: coverage.scheme ?? schemeInUse(assessments),
    profiles: schemes.profiles,
    assessments: withoutRevisions
      ? undoRevisions(assessments, revisions, schemes.schemes)
      : (then?.assessments ?? assessments),
    councils: (rows.get("councils") ?? []).map(toCouncil),
    interventions: (rows.get("interventions") ?? []).map(toInterventionEvent),
    revisions: withoutRevisions ? [] : revisions,
    successors: (rows.get("successors") ?? []).map(toSuccession),
    context: Object.fromEntries(context),
    completeTo: coverage.completeTo,
    completeIncludes: coverage.completeIncludes,
    vintage: vintageOf(assessments, coverage),
    files: [
      ...[...files, ...schemes.files].map(({ recordedPath: path, sha256 }) => ({ path, sha256 })),
      ...coverage.files,
    ],
  };
  return toDataset(by === undefined ? spec : publishedBy(spec, by));
}
