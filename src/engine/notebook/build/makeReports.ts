import { existsSync } from "node:fs";
import { ExpectedError, messageOf } from "../../../errors.js";
import type { Job, Made, MakeOptions } from "./job.js";
import {
  startMaker,
  type Crash,
  type FromWorker,
  type MakerProcess,
  type ToWorker,
} from "./makerProcess.js";

export interface MakeReportsOptions {
  /** How many processes make reports at once. */
  readonly workers: number;
  /** Aborted where no more reports are to be made. */
  readonly signal?: AbortSignal;
  /** Called with each report when it is made, in whatever order. */
  readonly onMade: (job: Job, made: Made) => void;
  /** Called with what cells wrote to standard error. */
  readonly onSaid?: (text: string) => void;
}

/**
 * After so many reports a process ends and another takes its place: the typesetter keeps a little
 * of each, so that memory would grow with the run.
 */
const jobsAProcess = 250;

/**
 * A process has its next jobs before it asks, since this one may be busy writing, for as long as a few
 * reports take; not where few jobs are left for each, as another process may then be free sooner.
 */
const jobsAhead = 4;
const fewJobs = 10;

/** A job that is to be made, and whether a process has ended under it before. */
interface Todo {
  readonly index: number;
  readonly isAgain: boolean;
}

interface Worker {
  readonly maker: MakerProcess;
  /** Jobs that it was given and has not answered. */
  readonly pending: Todo[];
  given: number;
  answered: number;
  /** It takes jobs from the end of the list. */
  readonly isFromEnd: boolean;
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

const forged: Pick<Crash, "cells" | "message"> = {
  cells: [],
  message: "a cell sent a message in the name of the process it runs in",
};

/** Whether a message is what a process answers. */
function isAnswerTo({ index }: Todo, answer: FromWorker): boolean {
  if (answer.index !== index) return false;
  return "defect" in answer || "problems" in answer.made || Array.isArray(answer.made.outputs);
}

/** What a report says whose process ended under it: a line for each cell that may have done so. */
function crashLines(
  { file, label }: Job,
  { cells, message }: Pick<Crash, "cells" | "message">,
): string[] {
  const before = label === undefined ? "" : `${label}: `;
  if (cells.length === 0) return [`${before}${file}: ${message}`];
  if (cells.length === 1) return [`${before}${cells[0]}${message}`];
  const which = "(this cell, or another that was at work then)";
  return cells.slice(0, 5).map((cell) => `${before}${cell}${message} ${which}`);
}

function makeInProcesses(
  jobs: readonly Job[],
  { project, data, date, formats, footer, otherFooter, frame, timeout, showsSource }: MakeOptions,
  { workers, signal, onMade, onSaid = () => {} }: MakeReportsOptions,
): Promise<void> {
  const common: Extract<ToWorker, { readonly common: unknown }>["common"] = {
    data: Buffer.from(JSON.stringify(data)),
    date,
    formats,
    footer,
    ...(otherFooter && { otherFooter }),
    ...(frame && { frame }),
    ...(timeout !== undefined && { timeout }),
    ...(showsSource && { showsSource }),
  };
  return new Promise((resolve, reject) => {
    const running = new Set<Worker>();
    const todo = jobs.map((_, index): Todo => ({ index, isAgain: false }));
    let left = jobs.length;
    let defect: unknown = null;
    let settle: (() => void) | null = null;
    const end = (how: () => void) => {
      if (settle !== null) return;
      settle = how;
      signal?.removeEventListener("abort", stop);
      // Whatever cells left running in them, they have nothing to do any more.
      for (const { maker } of running) maker.end();
      if (running.size === 0) settle();
    };
    const toError = (error: unknown) =>
      error instanceof Error ? error : new Error(messageOf(error));
    const fail = (error: unknown) => end(() => reject(toError(error)));
    const stop = () => end(resolve);
    const made = (index: number, made: Made) => {
      try {
        onMade(jobs[index], made);
      } catch (error) {
        return fail(error);
      }
      left -= 1;
      if (left === 0) end(() => (defect === null ? resolve() : reject(toError(defect))));
    };

    const wanted = () => (todo.length > fewJobs * workers ? jobsAhead : 1);
    const give = (worker: Worker) => {
      const { maker, pending } = worker;
      while (todo.length > 0 && worker.given < jobsAProcess && pending.length < wanted()) {
        // A job that is tried again has a process of its own.
        const next = todo.at(worker.isFromEnd ? -1 : 0)!;
        if (next.isAgain && worker.given > 0) break;
        todo.splice(todo.indexOf(next), 1);
        maker.tell({ index: next.index, job: jobs[next.index] });
        pending.push(next);
        worker.given = next.isAgain ? jobsAProcess : worker.given + 1;
      }
      if (pending.length > 0) return;
      maker.end();
    };
    /** As many processes as there is work for. */
    const startMore = () => {
      while (settle === null && todo.length > 0 && running.size < workers) start();
    };

    const onAnswer = (worker: Worker, answer: FromWorker) => {
      if (settle !== null) return;
      const { maker, pending } = worker;
      const current = pending.shift()!;
      worker.answered += 1;
      // A cell can speak for its process if it tries. Its report is then not to be had.
      if (!isAnswerTo(current, answer)) {
        made(current.index, { problems: crashLines(jobs[current.index], forged) });
        return maker.end();
      }
      if ("defect" in answer) {
        // Other notebooks are made before it is thrown.
        defect ??= answer.defect;
        made(answer.index, { problems: [] });
      } else made(answer.index, answer.made);
      if (settle !== null) return;
      if (answer.isSpent) maker.end();
      else give(worker);
    };

    const onEnd = (worker: Worker, crash: Crash | null) => {
      running.delete(worker);
      if (settle !== null) {
        if (running.size === 0) settle();
        return;
      }
      const { pending, answered } = worker;
      const current = crash && pending.find(({ index }) => index === crash.index);
      todo.unshift(...pending.filter((one) => one !== current));
      if (crash && current) {
        // Something outside may have ended it, or what an earlier notebook left behind.
        const mayBeOthers =
          crash.isKilled || crash.isOfEarlier || (answered > 0 && !crash.isSilent);
        if (mayBeOthers && !current.isAgain) todo.unshift({ ...current, isAgain: true });
        else made(current.index, { problems: crashLines(jobs[current.index], crash) });
      } else if (crash && answered === 0)
        fail(new ExpectedError(`a process that makes reports could not start: ${crash.message}`));
      startMore();
    };

    const start = () => {
      const maker = startMaker(project.worker, {
        onAnswer: (answer) => onAnswer(worker, answer),
        onEnd: (crash) => onEnd(worker, crash),
        onNoStart: (error) => {
          // One that could not be started has no end to wait for.
          running.delete(worker);
          fail(new ExpectedError(`a process that makes reports: ${error.message}`));
        },
        onSaid,
      });
      const fromEnd = [...running].filter(({ isFromEnd }) => isFromEnd).length;
      const isFromEnd = 2 * fromEnd < running.size;
      const worker: Worker = { maker, pending: [], given: 0, answered: 0, isFromEnd };
      running.add(worker);
      maker.tell({ common });
      give(worker);
    };

    if (signal?.aborted) return resolve();
    signal?.addEventListener("abort", stop);
    startMore();
  });
}

/**
 * Makes reports, several at a time, each as it would be alone, so that the number of workers
 * changes no byte. Other processes make them, and this one stays free to write and to be stopped:
 * whatever a notebook does to its process, the others are made. The sources, which a plain process
 * cannot load, make them in this one, one after another.
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
