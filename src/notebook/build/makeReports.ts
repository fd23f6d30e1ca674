import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { messageOf } from "../../errors.js";
import type { Job, Made, MakeOptions } from "./job.js";
import { reportMaker } from "./reportMaker.js";

export interface MakeReportsOptions {
  /** How many threads make reports at once. */
  readonly workers: number;
  /** Aborted where no more reports are to be made. */
  readonly signal?: AbortSignal;
  /** Called with each report when it is made, in whatever order. */
  readonly onMade: (job: Job, made: Made) => void;
}

/** What a worker is started with. */
export interface WorkerData extends Omit<MakeOptions, "dataset"> {
  readonly jobs: readonly Job[];
  /** The dataset as JSON. */
  readonly dataset: string;
  /** The number of the next job, which the workers count up together. */
  readonly next: Int32Array;
}

/** What a worker posts for each job that it took. */
export interface WorkerMessage {
  readonly index: number;
  readonly made: Made;
}

const script = new URL("./worker.js", import.meta.url);

async function makeHere(
  jobs: readonly Job[],
  options: MakeOptions,
  { signal, onMade }: MakeReportsOptions,
): Promise<void> {
  const make = reportMaker(options);
  for (const job of jobs) {
    if (signal?.aborted) return;
    onMade(job, await make(job));
  }
}

function makeInWorkers(
  jobs: readonly Job[],
  { dataset, formats, footer }: MakeOptions,
  { workers, signal, onMade }: MakeReportsOptions,
): Promise<void> {
  const workerData: WorkerData = {
    jobs,
    formats,
    footer,
    dataset: JSON.stringify(dataset),
    next: new Int32Array(new SharedArrayBuffer(4)),
  };
  return new Promise((resolve, reject) => {
    const running = new Set<Worker>();
    let left = jobs.length;
    const end = (settle: () => void) => {
      signal?.removeEventListener("abort", stop);
      void Promise.all([...running].map((worker) => worker.terminate())).then(settle);
    };
    const stop = () => end(resolve);
    signal?.addEventListener("abort", stop);
    if (signal?.aborted) return stop();
    for (let i = 0; i < Math.min(workers, jobs.length); i += 1) {
      const worker = new Worker(script, { workerData });
      running.add(worker);
      worker.on("error", (error) => end(() => reject(error)));
      worker.on("exit", () => {
        running.delete(worker);
        // The last messages of a thread come before its end.
        if (running.size === 0 && left > 0 && !signal?.aborted)
          end(() => reject(new Error("the threads ended before all reports were made")));
      });
      worker.on("message", ({ index, made }: WorkerMessage) => {
        if (signal?.aborted) return;
        try {
          onMade(jobs[index], made);
        } catch (error) {
          const reason = error instanceof Error ? error : new Error(messageOf(error));
          return end(() => reject(reason));
        }
        left -= 1;
        if (left === 0) end(resolve);
      });
    }
  });
}

/**
 * Makes reports, several at a time, each as it would be alone, so that the number of workers
 * changes no byte. Other threads make them, and this one stays free to write and to be stopped.
 * The sources, which plain threads cannot load, make them in this thread, one after another.
 */
export function makeReports(
  jobs: readonly Job[],
  options: MakeOptions,
  how: MakeReportsOptions,
): Promise<void> {
  if (jobs.length === 0) return Promise.resolve();
  const make = existsSync(fileURLToPath(script)) ? makeInWorkers : makeHere;
  return make(jobs, options, how);
}
