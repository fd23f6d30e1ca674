import vm from "node:vm";
import { stackOf } from "../../errors.js";
import type { Showable } from "../report/block.js";
import { input } from "./builtins.js";
import { freezeDeep, sharedNames } from "./freezeExports.js";
import { runFrames } from "./headlessFrames.js";
import { isGenerator, lastValue, type Iteration } from "./lastValue.js";
import { isMutable, type Mutable } from "./mutable.js";
import { cellsBelow, toReaders } from "./readers.js";
import { turn, underWay, untilNone } from "./underWay.js";
import { callerWithin, notSettled } from "./callWithin.js";
import { CellError, whereIs } from "./cellError.js";
import { cellTimers } from "./cellTimers.js";
import type { CompiledCell } from "./compileCell.js";
import { isOwn, toGraph } from "./graph.js";
import type { ImportModule } from "./importModule.js";
import { importName } from "./liftImports.js";
import { rowsPrint } from "./rowsPrint.js";
import type { Cell, Place } from "./readNotebook.js";
import { collectShown } from "./collectShown.js";
import { beginning, findPlace, readable, thrownMessage } from "./thrown.js";

/** Is told which cells are at work, so that whoever ends a run can say which one it ended. */
export interface CellWatch {
  /** The cell of a script begins: `where` is what lines on it begin with. */
  readonly onEnter: (script: string, where: string) => void;
  /** It has run as far as it could without waiting for anything. */
  readonly onReturn: (script: string) => void;
  readonly onLeave: (script: string) => void;
}

export interface RunCellsOptions {
  readonly file: string;
  /** Cells that do not parse: whatever they mention is not missed. */
  readonly unparsed: readonly Cell[];
  readonly importModule: ImportModule;
  /** How long no cell may settle, in milliseconds. */
  readonly timeout: number;
  readonly watch?: CellWatch;
  readonly builtins: (invalidation: Promise<void>) => Readonly<Record<string, () => unknown>>;
  /** Gives a library that cells read by name without an import; null where there is none. */
  readonly library?: (name: string) => (() => Promise<unknown>) | null;
  /** A cell shows a picture that says nothing to those who cannot see it. */
  readonly onWordless?: (cell: CompiledCell) => void;
  /** Something goes on moving, and a report shows one moment of it. */
  readonly onMoving?: () => void;
  /** The address of a picture beside the notebook, by its name. */
  readonly addressOf: (name: string) => string;
}

/** Something to wait for: a cell, or a variable that it defines. */
interface Task {
  readonly cell: CompiledCell;
  readonly name: string | null;
  readonly place: Place;
  /** What it reads is known. */
  started: boolean;
  settled: boolean;
  /** It waits for a generator to end. */
  goesOn?: boolean;
}

/** Why a cell that only depends on a failed one has no value. It is not reported. */
const dependsOnFailed = new Error("it depends on a failed cell");

let runs = 0;

/**
 * Runs compiled cells, each once, as soon as what it reads is known. Gives what they show, in
 * the order of the cells, and every error. Nothing that the cells began outlives it.
 */
export async function runCells(
  cells: readonly CompiledCell[],
  options: RunCellsOptions,
): Promise<{ readonly shown: readonly Showable[]; readonly errors: readonly CellError[] }> {
  const { file, unparsed, importModule, timeout, watch, builtins: makeBuiltins } = options;
  const { library = () => null, onWordless = () => {}, onMoving = () => {} } = options;
  let end!: () => void;
  const builtins = makeBuiltins(new Promise((resolve) => (end = resolve)));
  const graph = toGraph(
    cells,
    unparsed,
    (name) => Object.hasOwn(builtins, name) || library(name) !== null || name in globalThis,
    Object.keys(builtins),
  );
  const run = ++runs;
  const shortName = ({ cell }: CompiledCell) => `run-${run}-cell-${cell.id}`;
  const scriptName = (cell: CompiledCell) => `${file}#${shortName(cell)}`;
  const errors: CellError[] = [...graph.errors.values()].flat();
  const reasons = new Set<unknown>();
  const collected = collectShown(cells);
  const generators: { readonly cell: CompiledCell; readonly generator: Iteration }[] = [];
  const tasks: Task[] = [];
  let settled = () => {};
  let isOver = false;
  let shown: readonly Showable[] = [];

  const fail = (cell: CompiledCell, thrown: unknown) => {
    const reason = readable(thrown);
    if (reason === dependsOnFailed || reasons.has(reason)) return;
    if (typeof reason === "object" && reason !== null) reasons.add(reason);
    if (reason instanceof CellError) errors.push(reason);
    else {
      const place = findPlace(cell, scriptName(cell), reason);
      errors.push(new CellError(cell.cell, place, thrownMessage(reason), { cause: reason }));
    }
  };

  /** Follows a promise to its end: what it rejects with fails the cell, and its readers only wait. */
  function track<T>(task: Task, work: (task: Task) => Promise<T>): Promise<T> {
    tasks.push(task);
    const promise = work(task).catch((reason: unknown) => {
      fail(task.cell, reason);
      throw dependsOnFailed;
    });
    const done = () => {
      task.settled = true;
      settled();
    };
    promise.then(done, done);
    return promise;
  }

  const timers = new Map(cells.map((cell) => [cell, cellTimers((error) => fail(cell, error))]));
  const waiting = () => [...timers.values()].reduce((sum, { count }) => sum + count(), 0);
  /** Resolves when no file is being read and no timer is waited for. */
  const quiet = () =>
    untilNone(
      () => underWay() + waiting(),
      () => isOver,
    );

  /** A value as other cells see it: awaited, and what a generator comes to. */
  async function comesTo(task: Task, promised: unknown): Promise<unknown> {
    const value = await promised;
    if (!isGenerator(value)) return value;
    generators.push({ cell: task.cell, generator: value });
    task.goesOn = true;
    return lastValue(value, { quiet, turn, isOver: () => isOver });
  }

  function compile(cell: CompiledCell): (...inputs: unknown[]) => unknown {
    const { globals } = timers.get(cell)!;
    const importAt = (offset: number) => async (specifier: string, _: unknown, names: string[]) => {
      try {
        const module = await importModule(specifier);
        const missing = (names ?? []).filter((name) => !(name in module));
        if (missing.length > 0) throw new SyntaxError(`it does not export ${missing.join(", ")}`);
        return module;
      } catch (error) {
        const message = `import "${specifier}": ${thrownMessage(error)}`;
        throw new CellError(cell.cell, cell.at(offset), message, { cause: error });
      }
    };
    const given = { ...globals, [importName]: importAt };
    const prefix = `"use strict"; (${Object.keys(given).join(", ")}) => `;
    const script = new vm.Script(prefix + cell.code, {
      filename: scriptName(cell),
      columnOffset: -prefix.length,
    });
    const make = script.runInThisContext() as (...given: unknown[]) => () => unknown;
    return make(...Object.values(given));
  }

  const display = (cell: CompiledCell) => (value: unknown) => {
    collected.add(cell, value);
    return value;
  };

  /** What a cell reads that no cell defines. Not awaited: `invalidation` is a promise. */
  function given(name: string, cell: CompiledCell): unknown {
    if (name === "display") return display(cell);
    if (name === "view")
      return (control: { readonly value: unknown }) => {
        display(cell)(control);
        return input(control);
      };
    if (Object.hasOwn(builtins, name)) return builtins[name]();
    return (globalThis as Record<string, unknown>)[name];
  }

  async function readInputs(cell: CompiledCell): Promise<unknown[]> {
    const names = [...cell.inputs.keys()];
    const definers = names.map((name) => (isOwn(name) ? undefined : graph.definers.get(name)));
    const isGiven = (name: string, i: number) =>
      definers[i] === undefined && (isOwn(name) || Object.hasOwn(builtins, name) || !library(name));
    const values = await Promise.all(
      definers.map((definer, i) => {
        if (definer) return variable(definer, names[i]);
        return isGiven(names[i], i) ? Promise.resolve() : fromLibrary(names[i], cell);
      }),
    );
    return names.map((name, i) => (isGiven(name, i) ? given(name, cell) : values[i]));
  }

  const libraries = new Map<string, Promise<unknown>>();
  /** A library, loaded once; where it cannot be, each cell that reads it says so. */
  async function fromLibrary(name: string, cell: CompiledCell): Promise<unknown> {
    const loading = libraries.get(name) ?? library(name)!();
    libraries.set(name, loading);
    try {
      return await loading;
    } catch (error) {
      const message = `${name}: ${thrownMessage(error)}`;
      throw new CellError(cell.cell, cell.inputs.get(name)!, message, { cause: error });
    }
  }

  const callWithin = callerWithin(timeout);
  const values = new Map<CompiledCell, Promise<unknown>>();
  function runCell(cell: CompiledCell): Promise<unknown> {
    const running = values.get(cell);
    if (running) return running;
    const work = async (task: Task) => {
      if (graph.errors.has(cell)) throw dependsOnFailed;
      // Cells that read each other in a chain would otherwise call each other as deep as it is long.
      await Promise.resolve();
      const inputs = await readInputs(cell);
      task.started = true;
      try {
        const call = () => {
          watch?.onEnter(shortName(cell), whereIs(file, cell.cell, beginning(cell)));
          const given = compile(cell)(...inputs);
          watch?.onReturn(shortName(cell));
          return given;
        };
        const value = await comesTo(task, await callWithin(call));
        if (cell.displays) display(cell)(value);
        return value;
      } finally {
        watch?.onLeave(shortName(cell));
      }
    };
    const task = { cell, name: null, place: cell.cell.place(0), started: false, settled: false };
    const promise = track(task, work);
    values.set(cell, promise);
    return promise;
  }

  const readers = toReaders(cells);
  const mutables: { readonly task: Task; readonly mutable: Mutable<unknown>; given: unknown }[] =
    [];
  /**
   * The value that a mutable comes to: once every cell has run that reads something else of its cell,
   * and may set it by that, but for those that read it first.
   */
  async function settledValue(task: Task, mutable: Mutable<unknown>, exports: object) {
    const setters = Object.entries(exports).flatMap(([name, value]) =>
      isMutable(value) ? [] : [name],
    );
    const below = cellsBelow([task.name!], readers);
    const writers = [...cellsBelow(setters, readers)].filter((cell) => !below.has(cell));
    await Promise.allSettled(writers.map(runCell));
    await untilNone(underWay, () => isOver);
    const { value } = mutable;
    mutables.push({ task, mutable, given: value });
    return value;
  }

  /** Arrays of objects that several cells read. */
  const rows: { readonly task: Task; readonly value: unknown; readonly print: number }[] = [];
  const variables = new Map<string, Promise<unknown>>();
  function variable(cell: CompiledCell, name: string): Promise<unknown> {
    const known = variables.get(name);
    if (known) return known;
    const isShared = sharedNames(cell, readers).has(name);
    const work = async (task: Task) => {
      const value = await runCell(cell);
      task.started = true;
      const exports = value as Readonly<Record<string, unknown>>;
      const own = await (cell.cell.output === undefined ? exports[name] : value);
      if (isMutable(own)) return settledValue(task, own, exports);
      if (isShared) {
        freezeDeep(own);
        const print = (readers.get(name)?.length ?? 0) > 1 ? rowsPrint(own) : null;
        if (print !== null) rows.push({ task, value: own, print });
      }
      return comesTo(task, own);
    };
    const place = cell.outputs.get(name)!;
    const promise = track({ cell, name, place, started: false, settled: false }, work);
    variables.set(name, promise);
    return promise;
  }

  /** Whether a cell can show something after it has run. */
  const canShow = ({ inputs }: CompiledCell) =>
    ["display", "view", "Mutable"].some((name) => inputs.has(name)) ||
    [...inputs.keys()].some((name) => graph.definers.get(name)?.inputs.has("Mutable"));

  /** What a page would show later than a report is made, a problem each. */
  function findLate() {
    for (const cell of cells.filter(canShow)) {
      if (timers.get(cell)!.count() === 0) continue;
      const message =
        "a timer was still to run when all cells had settled, and a report shows nothing of it: await it, as in await new Promise((resolve) => setTimeout(resolve, 300))";
      errors.push(new CellError(cell.cell, beginning(cell), message));
    }
    for (const { task, value, print } of rows) {
      if (rowsPrint(value) === print) continue;
      const message = `a cell changed the objects in ${task.name}, which several cells read, so that what each gets depends on which runs first: copy them there, as in ${task.name}.map((row) => ({...row, share: 1}))`;
      errors.push(new CellError(task.cell.cell, task.place, message));
    }
    for (const { task, mutable, given } of mutables) {
      if (Object.is(mutable.value, given)) continue;
      const message = `${task.name} was changed after other cells had read it: what reads it may not change it`;
      errors.push(new CellError(task.cell.cell, task.place, message));
    }
  }

  const onStray = (thrown: unknown, origin: unknown) => {
    const reason = readable(thrown);
    const stack = stackOf(reason);
    const cell = cells.find((cell) => stack.includes(`${scriptName(cell)}:`));
    if (cell || reason instanceof CellError) return fail(cell ?? cells[0], reason);
    const what =
      origin === "uncaughtException"
        ? "nothing caught what was thrown"
        : "a promise was rejected and nothing handled it";
    const message = `${what}: ${thrownMessage(reason)}`;
    errors.push(new CellError(null, { line: 1, column: 1 }, message, { cause: reason }));
  };
  process.on("unhandledRejection", onStray);
  process.on("uncaughtException", onStray);
  try {
    const everything = cells.flatMap((cell) => [
      runCell(cell),
      ...[...cell.outputs.keys()]
        .filter((name) => graph.definers.get(name) === cell)
        .map((name) => variable(cell, name)),
    ]);
    let timer: NodeJS.Timeout | undefined;
    const idle = new Promise<void>((resolve) => {
      settled = () => {
        clearTimeout(timer);
        timer = setTimeout(resolve, timeout);
      };
      settled();
    });
    await Promise.race([Promise.allSettled(everything), idle]);
    settled = () => {};
    clearTimeout(timer);
    for (const { cell, name, place, goesOn } of tasks.filter(
      (task) => task.started && !task.settled,
    )) {
      const what = goesOn
        ? `has not ended after ${timeout / 1000} s: a report shows what a generator comes to`
        : notSettled(timeout);
      errors.push(new CellError(cell.cell, place, `${name ? `${name} ` : ""}${what}`));
    }
    if (tasks.every((task) => task.settled)) {
      // What cells do without waiting for it, such as reading a file, may yet show something.
      await Promise.race([
        untilNone(underWay, () => isOver),
        new Promise((done) => setTimeout(done, timeout).unref()),
      ]);
      if (runFrames((error) => onStray(error, "uncaughtException")) === "moving") onMoving();
      findLate();
      shown = await collected.finish({ fail, onWordless, addressOf: options.addressOf });
    }
    isOver = true;
    end();
    for (const { cell, generator } of generators)
      (async () => void (await generator.return()))().catch((error: unknown) => fail(cell, error));
    // Rejections that nothing handles are announced after the current turn.
    await turn();
    await turn();
  } finally {
    isOver = true;
    for (const { stop } of timers.values()) stop();
    process.off("unhandledRejection", onStray);
    process.off("uncaughtException", onStray);
  }
  return { shown, errors };
}
