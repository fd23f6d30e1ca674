import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { csvField } from "../../csvText.js";
import { readDescriptor } from "../../datapackage/descriptor.js";
import { committedPath, type HeldFolder } from "../../disk/commitFiles.js";
import { entriesOf, keepFile, readKept, type Named } from "../keptFiles.js";
import type { MonthColumns } from "./monthColumns.js";
import { keptMonths, readKeptMonth } from "./readMonths.js";
import { changeRows, patternRows } from "./tallies.js";

/** One more where `tallies.ts` comes to count in another way: what was counted before is not used. */
const way = 1;

const hashOf = (text: string) => `sha256:${createHash("sha256").update(text).digest("hex")}`;

/** A table that is counted month by month, or pair by pair. */
interface Table {
  readonly name: string;
  readonly description: string;
  /** The months that each part of the table is counted from, in order. */
  readonly parts: readonly (readonly string[])[];
  readonly count: (...months: MonthColumns[]) => readonly object[];
}

/** Reads months, and keeps the two that were read last. */
function monthReader(dir: string): (month: string) => MonthColumns {
  let last: MonthColumns[] = [];
  return (month) => {
    const read = last.find((one) => one.month === month) ?? readKeptMonth(dir, month);
    last = [...last.filter((one) => one !== read).slice(-1), read];
    return read;
  };
}

/** When a file was last written; 0 for one that is not there. */
const timeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/**
 * Counts the months that a folder of data keeps into `services/patterns.csv`, the newest, and
 * `services/changes.csv`, each against the one before, with their entries in datapackage.json. An
 * entry holds the hash of each month that was counted: only what comes of another month is counted
 * anew, so that the sixtieth month takes no longer than the second. Two months are in memory at once.
 */
export function keepTallies(folder: HeldFolder): void {
  const { dir } = folder;
  const months = keptMonths(dir);
  const entries = entriesOf(dir);
  const read = monthReader(dir);
  const hashes = new Map<string, string>();

  /** The hash of a month: its entry's, where the file is as long and was not written since. */
  const hash = (month: string, since: number): string => {
    const name = `services/${month}.csv`;
    const entry = entries.get(`services-${month}`);
    const { mtimeMs, size } = statSync(committedPath(dir, name));
    const isAsTold = entry?.bytes === size && typeof entry.hash === "string" && mtimeMs <= since;
    const found =
      hashes.get(month) ?? (isAsTold ? (entry.hash as string) : hashOf(readKept(dir, name) ?? ""));
    hashes.set(month, found);
    return found;
  };

  const keep = ({ name, description, parts, count }: Table) => {
    const resource = readDescriptor().resources.find((one) => one.name === name);
    if (resource?.profile !== "tabular-data-resource")
      throw new Error(`the descriptor has no ${name}`);
    const file = committedPath(dir, resource.path);
    const columns = resource.schema.fields.map((field) => field.name);
    const header = columns.join(",");
    const text = readKept(dir, resource.path) ?? "";
    const entry: Partial<Named> = entries.get(name) ?? {};
    const known = entry.countedFrom as Readonly<Record<string, string>> | undefined;
    const isKnown =
      entry.hash === hashOf(text) && entry.countedAs === way && text.startsWith(`${header}\n`);
    const before = isKnown ? text.split("\n").slice(1, -1) : [];
    const countedFrom: Record<string, string> = {};
    const lines = parts.flatMap((of) => {
      const key = of.join(",");
      countedFrom[key] = of.map((month) => hash(month, timeOf(file))).join(",");
      // A part's rows begin with its months.
      if (isKnown && known?.[key] === countedFrom[key])
        return before.filter((line) => line.startsWith(`${key},`));
      return count(...of.map(read)).map((row) =>
        columns
          .map((column) => csvField(String((row as Record<string, unknown>)[column])))
          .join(","),
      );
    });
    const csv = `${[header, ...lines].join("\n")}\n`;
    keepFile(folder, resource.path, csv, {
      ...resource,
      description,
      // What comes with Ninefold was brought by another, which is not the source of these.
      sources: resource.sources.slice(0, 1),
      bytes: Buffer.byteLength(csv),
      hash: hashOf(csv),
      countedAs: way,
      countedFrom,
    });
  };

  const newest = months.slice(-1).map((month) => [month]);
  const pairs = months.slice(1).map((month, i) => [months[i], month]);
  keep({
    name: "services-patterns",
    description:
      "Locations as a whole (CQC's group Overall) in the newest month that is kept, counted by council, pattern and age. No location is named.",
    parts: newest,
    count: patternRows,
  });
  keep({
    name: "services-changes",
    description:
      "Locations as a whole in each month that is kept and the one before it, counted by the two ratings.",
    parts: pairs,
    count: changeRows,
  });
}
