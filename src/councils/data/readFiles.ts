import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { join } from "node:path";
import { committedPath } from "../../disk/commitFiles.js";
import { ExpectedError } from "../../errors.js";
import { assessmentRules } from "./assessmentRules.js";
import type { Descriptor, Resource } from "../../datapackage/descriptor.js";
import { foreignKeyProblems } from "../../datapackage/foreignKeys.js";
import { problemLine, type Problem } from "../../datapackage/problem.js";
import { readJsonObject } from "../../datapackage/readJsonObject.js";
import { readTable, type Table } from "../../datapackage/readTable.js";
import { placesOf, readBytes, type Place } from "./place.js";
import type { Schemes } from "./readSchemes.js";
import { revisionRules } from "./revisionRules.js";
import { schemeVariants } from "./schemeFields.js";
import { successorRules } from "./successorRules.js";

/** A file of data that was read. */
export interface DataFile {
  readonly resource: Resource;
  /** From the directory that was asked for, rather than the repository's in its place. */
  readonly own: boolean;
  /** As shown in a problem. */
  readonly shownPath: string;
  /** As recorded: the directory's name and the path in it, the same on every machine. */
  readonly recordedPath: string;
  readonly sha256: string;
  /** Null for a file that is not a table. */
  readonly table: Table | null;
  /** One line each, in the order of the file's lines. */
  readonly problems: readonly string[];
}

/** Throws an ExpectedError unless the directory exists. */
function checkDirectory(dir: string): void {
  const stats = statSync(dir, { throwIfNoEntry: false });
  if (!stats) throw new ExpectedError(`${dir}: no such directory`, 2);
  if (!stats.isDirectory()) throw new ExpectedError(`${dir}: expected a directory`, 2);
}

interface Read extends Omit<DataFile, "problems"> {
  readonly found: readonly Problem[];
}

function read(
  resource: Resource,
  place: Place,
  formats: Descriptor["numberFormats"],
  { schemes, broken }: Pick<Schemes, "schemes" | "broken">,
): Read | null {
  const bytes = readBytes(committedPath(place.base, resource.path));
  if (bytes === null) return null;
  const file = {
    resource,
    own: place.own,
    shownPath: join(place.shown, resource.path),
    recordedPath: `${place.recorded}/${resource.path}`,
  };
  if (!Buffer.isBuffer(bytes)) return { ...file, sha256: "", table: null, found: [bytes] };
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  if (resource.profile === "data-resource") {
    const content = readJsonObject(bytes);
    return { ...file, sha256, table: null, found: "what" in content ? [content] : [] };
  }
  if (resource.name !== "assessments") {
    const table = readTable(resource, bytes, formats);
    return { ...file, sha256, table, found: table.problems };
  }
  const variants = schemeVariants(resource.schema.fields, schemes);
  const table = readTable(resource, bytes, formats, variants);
  const rules = table.rows.flatMap((row) => assessmentRules(row, schemes, broken));
  return { ...file, sha256, table, found: [...table.problems, ...rules] };
}

function references(resource: Resource): string[] {
  if (resource.profile === "data-resource") return [];
  return resource.schema.foreignKeys.map((key) => key.reference.resource);
}

/** The tables of files, by resource name. */
export function tablesOf(files: readonly Pick<DataFile, "resource" | "table">[]) {
  return new Map(
    files.flatMap(({ resource, table }) => (table ? [[resource.name, table] as const] : [])),
  );
}

/** Whether the repository's file may stand in for one that a directory lacks. */
export function mayStandIn({ name }: Resource): boolean {
  // What has changed or is disputed in the repository's assessments is not so in somebody else's,
  // and what CQC said of all reports is no count of those that somebody brings.
  return !["revisions", "disputed-scores", "published-totals"].includes(name);
}

/** Whether a file lies in the folder `schemes`, which `readSchemes` reads. */
function isOfSchemes({ path }: Resource): boolean {
  return path.startsWith("schemes/");
}

/**
 * Reads and checks the files that the descriptor names, but for schemes, by path. In place of a file that `dir`
 * lacks, the repository's is read: all of them, or those that a file of `dir` refers to. Problems
 * are in the result; an ExpectedError is thrown only where the directory or its assessments.csv,
 * which it must have, is not there.
 */
export function readFiles(
  { resources: described, numberFormats }: Descriptor,
  dir: string | undefined,
  inPlace: "all" | "referenced",
  schemes: Schemes,
): DataFile[] {
  if (dir !== undefined) checkDirectory(dir);
  const resources = described.filter((resource) => !isOfSchemes(resource));
  const [place, repository] = placesOf(dir);
  const readIn = (of: Place) => (resource: Resource) =>
    read(resource, of, numberFormats, schemes) ?? [];
  const own = resources.flatMap(readIn(place));
  const names = new Set(own.map((file) => file.resource.name));
  // Months of care services may be kept apart: the assessments are then the repository's, with all
  // that is said of them.
  const isOfServices = !names.has("assessments") && names.has("services-patterns");
  if (!names.has("assessments") && !isOfServices)
    throw new ExpectedError(`${join(place.shown, "assessments.csv")}: no such file`);
  const referenced = new Set(own.flatMap((file) => references(file.resource)));
  const others = resources
    .filter((resource) => (isOfServices || mayStandIn(resource)) && !names.has(resource.name))
    .filter(({ name }) => inPlace === "all" || referenced.has(name))
    .flatMap(repository ? readIn(repository) : () => []);
  const all = [...own, ...others];
  const tables = tablesOf(all);
  const rulesOf = (name: string, table: Table): Problem[] => {
    if (name === "successors") return successorRules(table);
    if (name !== "revisions") return [];
    return revisionRules(table, tables.get("assessments")!, numberFormats, schemes.schemes);
  };
  const files = all.map(({ found, ...file }) => {
    // The repository's files may speak of councils that the directory's councils.csv leaves out.
    const keys = file.own && file.table ? foreignKeyProblems(file.table, tables) : [];
    const rules = file.table ? rulesOf(file.resource.name, file.table) : [];
    const problems = [...found, ...keys, ...rules].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
    return { ...file, problems: problems.map((problem) => problemLine(file.shownPath, problem)) };
  });
  return files.sort((a, b) => (a.shownPath < b.shownPath ? -1 : 1));
}

const mostListed = 1_000_000;

/** The problems of all files. Past a million, which no one reads, they are counted. */
export function problemsOf(files: readonly DataFile[]): string[] {
  const problems = files.flatMap((file) => file.problems);
  const more = problems.length - mostListed;
  return more > 0 ? [...problems.slice(0, mostListed), `and ${more} problems more`] : problems;
}
