import { LeftOut } from "../../errors.js";
import { notSettled } from "./callWithin.js";
import { CellError } from "./cellError.js";
import type { CompiledCell } from "./compileCell.js";
import type { Place } from "./readNotebook.js";

/** Something to wait for: a cell, or a variable that it defines. */
export interface Task {
  readonly cell: CompiledCell;
  readonly name: string | null;
  readonly place: Place;
  /** What it reads is known. */
  started: boolean;
  settled: boolean;
  /** It waits for a generator to end. */
  goesOn?: boolean;
}

export type NewTask = Pick<Task, "cell" | "name" | "place">;

/** Why a cell that only depends on a failed one has no value. It is not reported. */
export const dependsOnFailed = new Error("it depends on a failed cell");

/** Follows what a run waits for. */
export interface Tasks {
  /** Follows work to its end: what it rejects with fails the cell, and its readers only wait. */
  readonly track: <T>(task: NewTask, work: (task: Task) => Promise<T>) => Promise<T>;
  /** Resolves when all has settled, or when nothing has for as long as a run may be silent. */
  readonly untilSettled: (all: readonly Promise<unknown>[]) => Promise<void>;
  readonly allSettled: () => boolean;
  /** What began and has not settled, a problem each. */
  readonly unsettled: () => CellError[];
}

export function cellTasks(
  timeout: number,
  fail: (cell: CompiledCell, thrown: unknown) => void,
): Tasks {
  const tasks: Task[] = [];
  let onSettled = () => {};
  return {
    track(given, work) {
      const task: Task = { ...given, started: false, settled: false };
      tasks.push(task);
      const promise = work(task).catch((reason: unknown) => {
        fail(task.cell, reason);
        throw dependsOnFailed;
      });
      const done = () => {
        task.settled = true;
        onSettled();
      };
      promise.then(done, done);
      return promise;
    },
    async untilSettled(all) {
      let timer: NodeJS.Timeout | undefined;
      const idle = new Promise<void>((resolve) => {
        onSettled = () => {
          clearTimeout(timer);
          timer = setTimeout(resolve, timeout);
        };
        onSettled();
      });
      await Promise.race([Promise.allSettled(all), idle]);
      onSettled = () => {};
      clearTimeout(timer);
    },
    allSettled: () => tasks.every(({ settled }) => settled),
    unsettled: () =>
      tasks
        .filter(({ started, settled }) => started && !settled)
        .map(({ cell, name, place, goesOn }) => {
          const of = (what: string) => `${name ? `${name} ` : ""}${what}`;
          if (!goesOn) return new CellError(cell.cell, place, of(notSettled(timeout)));
          const cause = new LeftOut(
            of(`has not ended after ${timeout / 1000} s: a report shows what a generator comes to`),
            "it goes on moving",
          );
          return new CellError(cell.cell, place, cause.message, { cause });
        }),
  };
}
