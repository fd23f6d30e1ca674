import * as fs from "node:fs";
import { join } from "node:path";
import { diskError } from "../../disk/diskError.js";
import { perObject } from "../../perObject.js";
import { makeFolder } from "../../disk/makeFolder.js";
import { isAlive, takeFolder } from "../../disk/runLock.js";
import {
  isOutputPath,
  type Change,
  type MadeFrom,
  type Manifest,
  type ManifestEntry,
} from "./manifest.js";
import { isAsListed, obstacles, readManifest, replaceFiles } from "./replaceFiles.js";

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

/** Does work on a folder. Throws an ExpectedError, one line, where the disk refuses. */
function guarded<T>(dir: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw diskError(error, dir);
  }
}

/** A manifest's outputs by report. */
const listedBy = perObject((manifest: Manifest): ReadonlyMap<string, readonly ManifestEntry[]> => {
  const groups = new Map<string, ManifestEntry[]>();
  for (const entry of manifest.outputs) {
    const group = groups.get(entry.report);
    if (group) group.push(entry);
    else groups.set(entry.report, [entry]);
  }
  return groups;
});

/** A folder of outputs that one run holds until it closes it. */
export interface OutputFolder {
  /** What the manifest lists. */
  readonly listed: () => readonly ManifestEntry[];
  /** Whether a report was made from these inputs and each of its files is as it was made. */
  readonly holds: (report: string, inputs: string) => boolean;
  /** Notebooks that are no longer there though reports of them are, each with these reports. */
  readonly abandoned: () => ReadonlyMap<string, readonly string[]>;
  /** Why outputs cannot be written, a line each. */
  readonly obstacles: (outputs: readonly Output[]) => readonly string[];
  /** Replaces the files of these outputs' reports; see `openOutputs`. */
  readonly write: (outputs: readonly Output[], change?: Omit<Change, "outputs">) => Written;
  /** Lets other runs write here. A folder that the run made and wrote nothing to goes. */
  readonly close: () => void;
}

/**
 * Opens a folder for the outputs of reports, with a manifest, so that a run which is killed or fails
 * at any moment loses nothing: each file is the old or the new one, whole, and the manifest says
 * which.
 *
 * `write` may be called again and again. Everything is written in a folder of its own beside the
 * outputs; then the manifest names the new hashes as pending; then files are renamed one by one;
 * then files of these reports that are no longer made are removed, if their bytes are still those
 * that the manifest lists; then the manifest is replaced, without what was pending. Outputs of other
 * reports stay as they are and stay listed. A file that no manifest lists is never touched nor
 * taken for Ninefold's own, whatever its bytes and with `force` too, and links are never followed.
 *
 * Throws an ExpectedError, a line each, with nothing changed, where a file that the manifest does
 * not list is in the way, a listed file was changed by hand (unless `force`), the manifest cannot be trusted
 * or another run is at work in the folder. Where the disk refuses, the folder is left as a killed
 * run leaves it; the next run mends it.
 */
export function openOutputs(dir: string, made: MadeFrom, options: WriteOptions = {}): OutputFolder {
  return guarded(dir, () => {
    const isNew = makeFolder(dir);
    const { staging, release } = takeFolder(dir, options.alive ?? isAlive);
    let manifest: Manifest | null;
    try {
      manifest = readManifest(dir);
    } catch (error) {
      release();
      throw error;
    }
    return {
      listed: () => manifest?.outputs ?? [],
      holds: (report, inputs) => {
        if (manifest === null || manifest.inputs?.[report] !== inputs) return false;
        const listed = listedBy(manifest).get(report) ?? [];
        return guarded(
          dir,
          () => listed.length > 0 && listed.every((entry) => isAsListed(dir, entry)),
        );
      },
      abandoned: () => {
        const reports = new Map<string, string[]>();
        for (const [report, notebook] of Object.entries(manifest?.notebooks ?? {}))
          reports.set(notebook, [...(reports.get(notebook) ?? []), report]);
        for (const notebook of reports.keys())
          if (fs.existsSync(join(dir, notebook))) reports.delete(notebook);
        return reports;
      },
      obstacles: (outputs) => guarded(dir, () => obstacles(dir, manifest, outputs, options)),
      write: (outputs, change = {}) => {
        const paths = outputs.map(({ path }) => path);
        const bad = paths.find((path, i) => !isOutputPath(path) || paths.indexOf(path) !== i);
        if (bad !== undefined)
          throw new TypeError(`not a path for an output, or given twice: ${bad}`);
        return guarded(dir, () => {
          const place = { dir, staging, old: manifest };
          const written = replaceFiles(place, outputs, made, change, options);
          manifest = written.manifest;
          return written.done;
        });
      },
      close: () => {
        release();
        if (isNew && manifest === null && fs.readdirSync(dir).length === 0) fs.rmdirSync(dir);
      },
    };
  });
}

/** Puts outputs into a folder at once: `openOutputs`, one `write` and `close`. */
export function writeOutputs(
  dir: string,
  outputs: readonly Output[],
  made: MadeFrom,
  options: WriteOptions = {},
): Written {
  const folder = openOutputs(dir, made, options);
  try {
    return folder.write(outputs);
  } finally {
    folder.close();
  }
}
