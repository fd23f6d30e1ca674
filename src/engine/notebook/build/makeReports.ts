import { fork, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { ExpectedError, messageOf } from "../../../errors.js";
import type { Job, Made, MakeOptions } from "./job.js";

export interface MakeReportsOptions {
  /** How many processes make reports at once. */
  readonly workers: number;
  /** Aborted where no more reports are to be made. */
  readonly signal?: AbortSignal;
  /** Called with each report when it is made, in whatever order. */
  readonly onMade: (job: Job, made: Made) => void;
}

/** What a worker is told: what its reports have in common, then one job after another. */
export type ToWorker =
  | {
      readonly common: Pick<MakeOptions, "date" | "formats" | "footer"> & {
        /** The data as JSON in UTF-8: a text with one dash in it takes two bytes a character. */
        readonly data: Uint8Array;
      };
    }
  | { readonly index: number; readonly job: Job };

/** What a worker answers for each job: the report, or an error that nobody expected. */
export type FromWorker = { readonly index: number } & (
  { readonly made: Made } | { readonly defect: unknown }
);

/**
 * After so many reports a process ends and another takes its place: the typesetter keeps a little
 * of each, so that memory would grow with the run.
 */
const jobsAProcess = 250;

/**
 * A process has its next job before it asks, since this one may be busy writing; not where few jobs
 * are left for each, as another process may then be free sooner.
 */
const jobsAhead = 2;
const fewJobs = 10;

/**
 * A process may let its heap grow by as much as a machine allows before it looks for what is no
 * longer used. Many times what a report takes, this bound keeps it small.
 */
const heapLimit = "--max-old-space-size=1024";

interface Worker {
  readonly child: ChildProcess;
  /** Jobs that it was given, and those of them that it has not answered. */
  given: number;
  pending: number;
}

async function makeHere(
  jobs: readonly Job[],
  options: MakeOptions,
  { signal, onMade }: MakeReportsOptions,
): Promise<void> {
  // It takes a while to load, which a process that has others to make reports does without.
  const { reportMaker } = await import("./reportMaker.js");
  const make = reportMaker(options);
  for (const job of jobs) {
    if (signal?.aborted) return;
    onMade(job, await make(job));
  }
}

function makeInProcesses(
  jobs: readonly Job[],
  { project, data, date, formats, footer }: MakeOptions,
  { workers, signal, onMade }: MakeReportsOptions,
): Promise<void> {
  const common = { data: Buffer.from(JSON.stringify(data)), date, formats, footer };
  return new Promise((resolve, reject) => {
    const running = new Set<Worker>();
    let [next, left] = [0, jobs.length];
    let settle: (() => void) | null = null;
    const end = (how: () => void, dismiss: (child: ChildProcess) => void) => {
      if (settle !== null) return;
      settle = how;
      signal?.removeEventListener("abort", stop);
      for (const { child } of running) dismiss(child);
      if (running.size === 0) settle();
    };
    const fail = (error: unknown) =>
      end(
        () => reject(error instanceof Error ? error : new Error(messageOf(error))),
        (child) => child.kill("SIGKILL"),
      );
    const stop = () => end(resolve, (child) => child.kill("SIGKILL"));
    const tell = (worker: Worker, message: ToWorker) => {
      worker.child.send(message, (error) => {
        if (error) fail(error);
      });
    };

    const wanted = () => (jobs.length - next > fewJobs * workers ? jobsAhead : 1);
    const give = (worker: Worker) => {
      while (next < jobs.length && worker.given < jobsAProcess && worker.pending < wanted()) {
        tell(worker, { index: next, job: jobs[next] });
        next += 1;
        worker.given += 1;
        worker.pending += 1;
        if (worker.given === jobsAProcess && next < jobs.length) start();
      }
      if (worker.pending === 0) worker.child.disconnect();
    };

    const start = () => {
      const child = fork(project.worker, {
        serialization: "advanced",
        execArgv: [...process.execArgv, heapLimit],
      });
      const worker: Worker = { child, given: 0, pending: 0 };
      running.add(worker);
      child.on("error", (error) => {
        // One that could not be started has no end to wait for.
        if (child.pid === undefined) running.delete(worker);
        fail(new ExpectedError(`a process that makes reports: ${error.message}`));
      });
      child.on("exit", (code, killed) => {
        running.delete(worker);
        if (settle !== null) {
          if (running.size === 0) settle();
        } else if (worker.pending > 0)
          fail(
            new ExpectedError(
              `a process that makes reports ended with ${code ?? killed}: run it again to make the rest`,
            ),
          );
      });
      child.on("message", (message: FromWorker) => {
        if (settle !== null) return;
        if ("defect" in message) return fail(message.defect);
        try {
          onMade(jobs[message.index], message.made);
        } catch (error) {
          return fail(error);
        }
        worker.pending -= 1;
        left -= 1;
        if (left === 0) end(resolve, (one) => one.connected && one.disconnect());
        else give(worker);
      });
      tell(worker, { common });
      give(worker);
    };

    if (signal?.aborted) return resolve();
    signal?.addEventListener("abort", stop);
    for (let i = 0; i < Math.min(workers, jobs.length); i += 1) start();
  });
}

/**
 * Makes reports, several at a time, each as it would be alone, so that the number of workers
 * changes no byte. Other processes make them, and this one stays free to write and to be stopped.
 * The sources, which a plain process cannot load, make them in this one, one after another.
 */
export function makeReports(
  jobs: readonly Job[],
  options: MakeOptions,
  how: MakeReportsOptions,
): Promise<void> {
  if (jobs.length === 0) return Promise.resolve();
  const make = existsSync(options.project.worker) ? makeInProcesses : makeHere;
  return make(jobs, options, how);
}
