import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commitFiles, committedPath, type Step } from "../../disk/commitFiles.js";
import { ExpectedError } from "../../errors.js";
import { editCsv } from "../../csvText.js";
import {
  readDescriptor,
  repositoryData,
  type Descriptor,
  type TableResource,
} from "../../datapackage/descriptor.js";
import { eachRecord } from "../../datapackage/eachRecord.js";
import type { Council } from "../../councils/data/dataset.js";
import { toCouncil } from "../../councils/data/readDataset.js";
import { readBytes } from "../../councils/data/place.js";
import { defaultScheme } from "../../councils/data/defaultScheme.js";
import { withOwnFields } from "../../councils/data/ownFields.js";
import { readSchemes } from "../../councils/data/readSchemes.js";
import { schemeVariants } from "../../councils/data/schemeFields.js";
import { readTable } from "../../datapackage/readTable.js";
import type { Scheme } from "../../ratings/scheme.js";
import { validateDirectory } from "../../councils/data/validateDirectory.js";
import type { DataRow } from "./comparePage.js";
import type { TableChange } from "./rowsToWrite.js";
import { updateDescriptor } from "./updateDescriptor.js";

interface TableFile {
  readonly resource: TableResource;
  /** The names of the file's columns, in its order. */
  readonly columns: readonly string[];
  readonly text: string;
  readonly rows: readonly DataRow[];
}

/** The files of a folder of data that a refresh changes, as they are. */
export interface DataFolder {
  readonly dir: string;
  readonly assessments: TableFile;
  readonly revisions: TableFile;
  readonly councils: readonly Council[];
  /** The scheme of the pages that a refresh reads. */
  readonly scheme: Scheme;
}

function bytesOf(dir: string, name: string): Buffer | null {
  const bytes = readBytes(committedPath(dir, name));
  if (bytes === null || Buffer.isBuffer(bytes)) return bytes;
  throw new ExpectedError(`${join(dir, name)}: ${bytes.what}`);
}

function tableFile(
  dir: string,
  name: string,
  descriptor: Descriptor,
  schemes: readonly Scheme[],
): TableFile {
  const resource = descriptor.resources.find(
    (one): one is TableResource => one.name === name && one.profile === "tabular-data-resource",
  )!;
  const { fields } = resource.schema;
  const needed = fields.filter((field) => field.default === undefined);
  const header = `${needed.map((field) => field.name).join(",")}\n`;
  const bytes = bytesOf(dir, resource.path) ?? Buffer.from(header);
  const variants = name === "assessments" ? schemeVariants(fields, schemes) : undefined;
  const { rows, columns } = readTable(resource, bytes, descriptor.numberFormats, variants);
  return { resource, columns, text: bytes.toString("utf8"), rows };
}

/**
 * Reads what a refresh needs of a folder. One without revisions.csv has no revisions, and one
 * without councils.csv the repository's councils. Throws an ExpectedError for data that are wrong.
 */
export function readDataFolder(dir: string): DataFolder {
  const { problems, files } = validateDirectory(dir);
  if (problems.length > 0) throw new ExpectedError(problems);
  const descriptor = withOwnFields(readDescriptor(), dir);
  const { schemes } = readSchemes(dir, descriptor.numberFormats);
  const ownCouncils = files.some(({ path }) => path === join(dir, "councils.csv"));
  const councils = tableFile(ownCouncils ? dir : repositoryData, "councils", descriptor, schemes);
  return {
    dir,
    assessments: tableFile(dir, "assessments", descriptor, schemes),
    revisions: tableFile(dir, "revisions", descriptor, schemes),
    councils: councils.rows.map(({ values }) => toCouncil(values)),
    scheme: schemes.find(({ id }) => id === defaultScheme)!,
  };
}

function edit({ resource, columns, text }: TableFile, { replaced, added }: TableChange): string {
  const lines: number[] = [];
  eachRecord(
    Buffer.from(text.replace(/^\ufeff/, "")),
    (cells, line) => {
      if (cells.length > 1 || cells[0] !== "") lines.push(line);
    },
    (problem) => {
      throw new Error(`${resource.path}: ${problem.what}`);
    },
  );
  const ofBlank = new Map(resource.schema.fields.map((field) => [field.name, field.default]));
  const cellsOf = (row: TableChange["added"][number]) =>
    columns.map((name) => (row[name] === ofBlank.get(name) ? null : (row[name] ?? null)));
  return editCsv(
    text,
    lines,
    new Map([...replaced].map(([line, row]) => [line, cellsOf(row)])),
    added.map(cellsOf),
  );
}

/** Throws an ExpectedError unless the folder would be valid with these files. */
function checkFiles(dir: string, staging: string, files: ReadonlyMap<string, string>): void {
  const folder = join(staging, "check");
  mkdirSync(folder);
  for (const [name, content] of files) writeFileSync(join(folder, name), content);
  // Rows refer to councils: those of the folder, where it has its own.
  const councils = bytesOf(dir, "councils.csv");
  if (councils) writeFileSync(join(folder, "councils.csv"), councils);
  // And to schemes.
  const schemes = join(dir, "schemes");
  if (existsSync(schemes)) cpSync(schemes, join(folder, "schemes"), { recursive: true });
  const { problems } = validateDirectory(folder);
  rmSync(folder, { recursive: true });
  if (problems.length > 0)
    throw new ExpectedError(
      problems.map(
        (problem) => `refused, nothing is written: ${problem.replace(`${folder}/`, "")}`,
      ),
    );
}

/**
 * Writes a folder's changed tables and its datapackage.json, all or none, after checking that the
 * data would be valid. Gives the names of the files; none where nothing changes.
 */
export function writeDataFolder(
  { dir, assessments, revisions }: DataFolder,
  changes: { readonly assessments: TableChange; readonly revisions: TableChange },
  day: string,
  staging: string,
  step: Step,
): readonly string[] {
  const tables = new Map(
    [
      [assessments, edit(assessments, changes.assessments)] as const,
      [revisions, edit(revisions, changes.revisions)] as const,
    ].flatMap(([file, text]) => (text === file.text ? [] : [[file.resource.path, text] as const])),
  );
  if (tables.size === 0) return [];
  const old = bytesOf(dir, "datapackage.json");
  const descriptor = updateDescriptor(old?.toString("utf8") ?? null, tables, day);
  const files = new Map([...tables, ["datapackage.json", descriptor]]);
  // A table that stays as it is belongs to what is checked.
  const unchanged = [assessments, revisions].map((file): [string, string] => [
    file.resource.path,
    file.text,
  ]);
  checkFiles(dir, staging, new Map([...unchanged, ...files]));
  commitFiles(dir, staging, files, step);
  return [...files.keys()];
}
