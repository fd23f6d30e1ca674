import { createHash } from "node:crypto";
import * as fs from "node:fs";
import { dirname, join } from "node:path";
import { makeFolder } from "../../disk/makeFolder.js";
import { ExpectedError } from "../../errors.js";
import { perObject } from "../../perObject.js";
import { manifestName, nextManifest, parseManifest } from "./manifest.js";
import type { Change, MadeFrom, Manifest, ManifestEntry } from "./manifest.js";
import type { Output, Written, WriteOptions } from "./output.js";

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

export function readManifest(dir: string): Manifest | null {
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

/** Every file that a manifest gives a hash for. */
const knownOf = (manifest: Manifest | null) =>
  distinct([...(manifest?.outputs ?? []), ...(manifest?.pending ?? [])]);

/** The hashes that a manifest gives for each path. */
const hashesOf = perObject((manifest: Manifest): ReadonlyMap<string, readonly string[]> => {
  const hashes = new Map<string, string[]>();
  for (const { path, sha256: hash } of knownOf(manifest))
    hashes.set(path, [...(hashes.get(path) ?? []), hash]);
  return hashes;
});

const toEntry = ({ path, report, content }: Output): ManifestEntry => ({
  path,
  report,
  sha256: sha256(content),
  bytes: Buffer.byteLength(content),
});

/** Whether what is at a path is a file with the hash that the manifest lists. */
export function isAsListed(dir: string, { path, sha256: listed }: ManifestEntry): boolean {
  if (obstacle(dir, path) !== null || look(join(dir, path)) === null) return false;
  return sha256(fs.readFileSync(join(dir, path))) === listed;
}

/** Why files cannot be replaced, a line each, and the hash of each that is there. */
function examine(
  dir: string,
  old: Manifest | null,
  entries: readonly ManifestEntry[],
  force: boolean,
) {
  const onDisk = new Map<string, string>();
  const problems = entries.flatMap((entry) => {
    const stop = obstacle(dir, entry.path);
    if (stop !== null) return [stop];
    const path = join(dir, entry.path);
    if (look(path) === null) return [];
    const hash = sha256(fs.readFileSync(path));
    onDisk.set(entry.path, hash);
    const listed = (old && hashesOf(old).get(entry.path)) ?? [];
    // Somebody's own file may have the very bytes: were it listed, a later run would replace it.
    if (listed.length === 0)
      return [`${path}: not listed as made by Ninefold: move it, or choose another folder`];
    if (hash === entry.sha256 || listed.includes(hash)) return [];
    return force ? [] : [`${path}: changed since it was made: move it, or use --force`];
  });
  return { problems, onDisk };
}

/** What stands in the way of outputs, a line each. */
export function obstacles(
  dir: string,
  old: Manifest | null,
  outputs: readonly Output[],
  { force = false }: WriteOptions,
): readonly string[] {
  return examine(dir, old, outputs.map(toEntry), force).problems;
}

/** One run's replacing of files, as `openOutputs` describes it, and the manifest after it. */
export function replaceFiles(
  {
    dir,
    staging,
    old,
  }: { readonly dir: string; readonly staging: string; readonly old: Manifest | null },
  outputs: readonly Output[],
  made: MadeFrom,
  change: Omit<Change, "outputs">,
  { force = false, step = () => {} }: WriteOptions,
): { readonly done: Written; readonly manifest: Manifest } {
  const known = knownOf(old);
  const entries = outputs.map(toEntry);
  const next = nextManifest(old, made, { ...change, outputs: entries });
  const { problems, onDisk } = examine(dir, old, entries, force);
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
    makeFolder(dirname(path));
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
  return { done: { written, unchanged, removed }, manifest: next };
}

function removeIfEmpty(folder: string): void {
  try {
    fs.rmdirSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "ENOTEMPTY" && code !== "EEXIST") throw error;
  }
}
