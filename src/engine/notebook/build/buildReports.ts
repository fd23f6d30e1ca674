import path from "node:path";
import { isNotebookPlace, type MadeFrom } from "../../report/manifest.js";
import { count } from "../../report/format.js";
import { openOutputs, type Output } from "../../report/output.js";
import { inputsHasher } from "./inputs.js";
import { reportOf, type Job, type Made, type MakeOptions } from "./job.js";
import { makeReports } from "./makeReports.js";

/** Names of reports that are to be started first: every other process begins at the last. */
export interface Ends {
  readonly first: readonly string[];
  readonly last: readonly string[];
}

export interface BuildOptions extends MakeOptions {
  /** The folder to write into. */
  readonly out: string;
  readonly madeFrom: MadeFrom;
  /** Those that take longest. */
  readonly longest?: Ends;
  /** Make what is there already too, and replace what was changed by hand. */
  readonly force?: boolean;
  readonly workers: number;
  readonly signal?: AbortSignal;
  /** Called with what cells wrote to standard error. */
  readonly onSaid?: (text: string) => void;
  /** Called with how many reports are done, of how many. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Reports in the folder that are no longer made, among those that are there. */
  readonly isGone?: (report: string) => boolean;
  /** Makes what lists the files that the folder then holds, from their paths. */
  readonly index?: (paths: ReadonlySet<string>) => readonly Output[];
}

/** What became of the reports that were asked for, as manifests name them. */
export interface Built {
  readonly built: readonly string[];
  readonly reused: readonly string[];
  readonly failed: readonly Job[];
  /** A line each, in the order of the jobs. */
  readonly problems: readonly string[];
  /** What authors should know, though their reports were made, a line each. */
  readonly warnings: readonly string[];
  /** The signal stopped the run before all was done. */
  readonly stopped: boolean;
}

/**
 * Reports are written this many at a time: whatever happens, no more are lost. More where many are
 * made, as each time the manifest of all of them is written too.
 */
const batchSizeOf = (reports: number) => Math.min(128, Math.max(32, Math.floor(reports / 16)));

/** Where a notebook lies from a folder of outputs; null where they share no folder to speak of. */
function placeFrom(out: string, file: string): string | null {
  const place = path.relative(out, file).split(path.sep).join("/");
  return isNotebookPlace(place) ? place : null;
}

/**
 * Makes reports and writes them, those left out that were made from the same inputs before and are
 * still as they were made. A report that fails keeps no other from being written, and its files of
 * an earlier run stay. Where the signal stops the run, what is finished is written first.
 */
export async function buildReports(jobs: readonly Job[], options: BuildOptions): Promise<Built> {
  const {
    out,
    madeFrom,
    force = false,
    signal,
    onProgress,
    onSaid,
    isGone = () => false,
    longest = { first: [], last: [] },
  } = options;
  const folder = openOutputs(out, madeFrom, { force });
  try {
    const hashOf = inputsHasher(options);
    const hashes = new Map(jobs.map((job) => [job, hashOf(job)]));
    const isThere = (job: Job) => {
      const hash = hashes.get(job);
      return !force && typeof hash === "string" && folder.holds(reportOf(job), hash);
    };
    const reused = new Set(jobs.filter(isThere));
    const { first, last } = longest;
    const placeOf = ({ name }: Job) =>
      first.includes(name) ? first.indexOf(name) - first.length : 1 + last.indexOf(name);
    const todo = jobs.filter((job) => !reused.has(job));
    const batchSize = batchSizeOf(jobs.length);
    const problems = new Map<Job, readonly string[]>();
    const built = new Set<Job>();
    const warnings: string[] = [];
    let batch: { readonly job: Job; readonly outputs: readonly Output[]; inputs: string | null }[] =
      [];

    const flush = () => {
      const outputs = batch.flatMap((one) => one.outputs);
      const inputs = Object.fromEntries(
        batch.flatMap((one) => (one.inputs === null ? [] : [[reportOf(one.job), one.inputs]])),
      );
      const notebooks = Object.fromEntries(
        batch.flatMap(({ job }) => {
          const place = placeFrom(out, job.file);
          return place === null ? [] : [[reportOf(job), place]];
        }),
      );
      if (batch.length > 0) folder.write(outputs, { inputs, notebooks });
      for (const { job } of batch) built.add(job);
      batch = [];
    };
    const onMade = (job: Job, made: Made) => {
      const wrong = "problems" in made ? made.problems : folder.obstacles(made.outputs);
      if (wrong.length > 0) problems.set(job, wrong);
      else if ("outputs" in made) {
        warnings.push(...made.warnings);
        // A report that is not made again says nothing more.
        const isSilent = made.warnings.length === 0;
        const inputs = made.repeatable && isSilent ? (hashes.get(job) ?? null) : null;
        batch.push({ job, outputs: made.outputs, inputs });
      }
      if (batch.length === batchSize) flush();
      onProgress?.(reused.size + built.size + batch.length + problems.size, jobs.length);
    };

    onProgress?.(reused.size, jobs.length);
    try {
      await makeReports(
        todo.sort((a, b) => placeOf(a) - placeOf(b)),
        options,
        {
          workers: options.workers,
          onMade,
          ...(signal && { signal }),
          ...(onSaid && { onSaid }),
        },
      );
    } finally {
      flush();
    }
    const done = built.size + reused.size;
    if (done > 0) {
      const listed = folder.listed();
      const gone = [...new Set(listed.map(({ report }) => report))].filter(isGone);
      const stay = listed.filter(({ report }) => !isGone(report)).map(({ path }) => path);
      folder.write(options.index?.(new Set(stay)) ?? [], { gone });
    }
    for (const [notebook, [report, ...more]] of folder.abandoned())
      warnings.push(
        `${path.join(out, report)}: ${path.join(out, notebook)}, which it${more.length > 0 ? ` and ${count(more.length, "other report")}` : ""} was made from, is no longer there: delete its files, or put the notebook back`,
      );
    return {
      built: jobs.filter((job) => built.has(job)).map(reportOf),
      reused: [...reused].map(reportOf),
      failed: jobs.filter((job) => problems.has(job)),
      problems: jobs.flatMap((job) => problems.get(job) ?? []),
      warnings,
      stopped: done + problems.size < jobs.length,
    };
  } finally {
    folder.close();
  }
}
