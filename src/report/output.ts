import { createHash } from "node:crypto";
import * as fs from "node:fs";
import { dirname, join } from "node:path";
import { diskError } from "../disk/diskError.js";
import { isAlive, takeFolder } from "../disk/runLock.js";
import { ExpectedError } from "../errors.js";
import { isOutputPath, manifestName, nextManifest, parseManifest } from "./manifest.js";
import type { MadeFrom, Manifest, ManifestEntry } from "./manifest.js";

export interface Output {
  /** Relative to the folder, with `/` between its parts. */
  readonly path: string;
  readonly content: string | Uint8Array;
  /** The report it is part of. */
  readonly report: string;
}

/** What a run did to each path. */
export interface Written {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
}

export interface WriteOptions {
  /** Replace a file that the manifest lists but that was changed since it was made. */
  readonly force?: boolean;
  /** Called before each change to the disk, with what is to be done. */
  readonly step?: (what: string) => void;
  /** Whether a process is running. */
  readonly alive?: (pid: number) => boolean;
}

const sha256 = (content: string | Uint8Array) => createHash("sha256").update(content).digest("hex");

/** What is at a path, not following a link; null for nothing. */
function look(path: string): fs.Stats | null {
  return fs.lstatSync(path, { throwIfNoEntry: false }) ?? null;
}

/** Why an output cannot be at this path, or null where it can: nothing but real folders above it. */
function obstacle(dir: string, path: string): string | null {
  const parts = path.split("/");
  for (let depth = 1; depth < parts.length; depth += 1) {
    const folder = join(dir, ...parts.slice(0, depth));
    const found = look(folder);
    if (found === null) return null;
    if (!found.isDirectory()) return `${folder}: expected a folder`;
  }
  const found = look(join(dir, path));
  return found === null || found.isFile() ? null : `${join(dir, path)}: expected a file`;
}

function readManifest(dir: string): Manifest | null {
  const path = join(dir, manifestName);
  const found = look(path);
  if (found === null) return null;
  if (!found.isFile()) throw new ExpectedError(`${path}: expected a file`);
  return parseManifest(fs.readFileSync(path, "utf8"), path);
}

/** The entry of each path and hash once, the last one given. */
function distinct(entries: readonly ManifestEntry[]): ManifestEntry[] {
  return [...new Map(entries.map((entry) => [`${entry.path} ${entry.sha256}`, entry])).values()];
}

function replaceFiles(
  dir: string,
  staging: string,
  outputs: readonly Output[],
  made: MadeFrom,
  { force = false, step = () => {} }: WriteOptions,
): Written {
  const old = readManifest(dir);
  const known = distinct([...(old?.outputs ?? []), ...(old?.pending ?? [])]);
  const entries = outputs.map(({ path, report, content }) => ({
    path,
    report,
    sha256: sha256(content),
    bytes: Buffer.byteLength(content),
  }));
  const next = nextManifest(old, made, entries);

  const onDisk = new Map<string, string>();
  const problems = entries.flatMap((entry) => {
    const stop = obstacle(dir, entry.path);
    if (stop !== null) return [stop];
    const path = join(dir, entry.path);
    if (look(path) === null) return [];
    const hash = sha256(fs.readFileSync(path));
    onDisk.set(entry.path, hash);
    const listed = known.filter((one) => one.path === entry.path);
    if (hash === entry.sha256 || listed.some((one) => one.sha256 === hash)) return [];
    if (listed.length === 0) return [`${path}: not made by Ninefold: choose another folder`];
    return force ? [] : [`${path}: changed since it was made: move it, or use --force`];
  });
  if (problems.length > 0) throw new ExpectedError(problems);

  const changed = outputs.flatMap((output, i) =>
    onDisk.get(output.path) === entries[i].sha256
      ? []
      : [{ output, staged: join(staging, `${i}`) }],
  );
  const writeManifest = (manifest: Manifest) => {
    const staged = join(staging, manifestName);
    step("write the manifest");
    fs.writeFileSync(staged, `${JSON.stringify(manifest, null, 2)}\n`, { flush: true });
    step("rename the manifest");
    fs.renameSync(staged, join(dir, manifestName));
  };
  for (const { output, staged } of changed) {
    step(`write ${output.path}`);
    fs.writeFileSync(staged, output.content, { flush: true });
  }

  const stays = new Set([...next.outputs, ...(next.pending ?? [])].map(({ path }) => path));
  const goes = [...new Set(known.map(({ path }) => path))].filter((path) => !stays.has(path));
  const removed: string[] = [];
  if (changed.length > 0 || goes.length > 0) {
    const before = old ?? { ...next, outputs: [], earlier: [] };
    writeManifest({ ...before, pending: distinct([...(old?.pending ?? []), ...entries]) });
  }
  for (const { output, staged } of changed) {
    const path = join(dir, output.path);
    step(`make the folder of ${output.path}`);
    fs.mkdirSync(dirname(path), { recursive: true });
    step(`rename ${output.path}`);
    fs.renameSync(staged, path);
  }
  for (const gone of goes) {
    const path = join(dir, gone);
    if (obstacle(dir, gone) !== null || look(path) === null) continue;
    const hash = sha256(fs.readFileSync(path));
    if (!known.some((one) => one.path === gone && one.sha256 === hash)) continue;
    step(`remove ${gone}`);
    fs.unlinkSync(path);
    removed.push(gone);
    if (gone.includes("/")) removeIfEmpty(dirname(path));
  }
  writeManifest(next);
  const written = changed.map(({ output }) => output.path);
  const unchanged = outputs.map(({ path }) => path).filter((path) => !written.includes(path));
  return { written, unchanged, removed };
}

function removeIfEmpty(folder: string): void {
  try {
    fs.rmdirSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "ENOTEMPTY" && code !== "EEXIST") throw error;
  }
}

/**
 * Puts the outputs of one or more reports into a folder, with a manifest, so that a run which is
 * killed or fails at any moment loses nothing: each file is the old or the new one, whole, and the
 * manifest says which.
 *
 * Everything is written in a folder of its own beside the outputs; then the manifest names the new
 * hashes as pending; then files are renamed one by one; then files of these reports that are no
 * longer made are removed, if their bytes are still those that the manifest lists; then the
 * manifest is replaced, without what was pending. Outputs of other reports stay as they are and
 * stay listed. A file that no manifest lists is never touched, and links are never followed.
 *
 * Throws an ExpectedError, a line each, with nothing changed, where a file that somebody else made
 * is in the way, a listed file was changed by hand (unless `force`), the manifest cannot be trusted
 * or another run is at work in the folder. Where the disk refuses, the folder is left as a killed
 * run leaves it; the next run mends it.
 */
export function writeOutputs(
  dir: string,
  outputs: readonly Output[],
  made: MadeFrom,
  options: WriteOptions = {},
): Written {
  const paths = outputs.map(({ path }) => path);
  const bad = paths.find((path, i) => !isOutputPath(path) || paths.indexOf(path) !== i);
  if (bad !== undefined) throw new TypeError(`not a path for an output, or given twice: ${bad}`);
  try {
    fs.mkdirSync(dir, { recursive: true });
    const { staging, release } = takeFolder(dir, options.alive ?? isAlive);
    try {
      return replaceFiles(dir, staging, outputs, made, options);
    } finally {
      release();
    }
  } catch (error) {
    throw diskError(error, dir);
  }
}
