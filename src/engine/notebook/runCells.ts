import { stackOf } from "../../errors.js";
import { callerWithin } from "./callWithin.js";
import { CellError, whereIs, whyLeftOut } from "./cellError.js";
import { cellInputs } from "./cellInputs.js";
import { cellScript } from "./cellScript.js";
import { cellTasks, dependsOnFailed, type Task } from "./cellTasks.js";
import { cellTimers } from "./cellTimers.js";
import { collectShown, type ShownBlock } from "./collectShown.js";
import type { CompiledCell } from "./compileCell.js";
import { freezeDeep, sharedNames } from "./freezeExports.js";
import { toGraph } from "./graph.js";
import { runFrames } from "./headlessFrames.js";
import type { ImportModule } from "./importModule.js";
import { isGenerator, lastValue, type Iteration } from "./lastValue.js";
import { lateChanges } from "./lateChanges.js";
import { isMutable, type Mutable } from "./mutable.js";
import { mutableWriters, toReaders } from "./readers.js";
import type { Cell } from "./readNotebook.js";
import { templateNames } from "./template.js";
import { beginning, findPlace, readable, thrownMessage } from "./thrown.js";
import { turn, underWay, untilNone } from "./underWay.js";

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
  readonly onMoving?: (cell?: CompiledCell) => void;
  /** The address of a picture beside the notebook, by its name. */
  readonly addressOf: (name: string) => string;
}

let runs = 0;

/**
 * Runs compiled cells, each once, as soon as what it reads is known. Gives what they show, in
 * the order of the cells, and every error. Nothing that the cells began outlives it.
 */
export async function runCells(
  cells: readonly CompiledCell[],
  options: RunCellsOptions,
): Promise<{ readonly shown: readonly ShownBlock[]; readonly errors: readonly CellError[] }> {
  const { file, unparsed, importModule, timeout, watch, builtins: makeBuiltins } = options;
  const { library = () => null, onWordless = () => {}, onMoving = () => {} } = options;
  let end!: () => void;
  const builtins = makeBuiltins(new Promise((resolve) => (end = resolve)));
  const graph = toGraph(
    cells,
    unparsed,
    (name) => Object.hasOwn(builtins, name) || library(name) !== null || name in globalThis,
    { given: Object.keys(builtins), byOthers: templateNames(file) },
  );
  const run = ++runs;
  const shortName = ({ cell }: CompiledCell) => `run-${run}-cell-${cell.id}`;
  const scriptName = (cell: CompiledCell) => `${file}#${shortName(cell)}`;
  const errors: CellError[] = [...graph.errors.values()].flat();
  const reasons = new Set<unknown>();
  const collected = collectShown(cells);
  const generators: { readonly cell: CompiledCell; readonly generator: Iteration }[] = [];
  const late = lateChanges();
  let isOver = false;
  let shown: readonly ShownBlock[] = [];

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

  const { track, untilSettled, allSettled, unsettled } = cellTasks(timeout, fail);
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

  const display = (cell: CompiledCell) => (value: unknown) => {
    collected.add(cell, value);
    return value;
  };

  const readInputs = cellInputs({
    ...{ definers: graph.definers, builtins, library, display },
    variable: (cell, name) => variable(cell, name),
  });

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
          const { globals } = timers.get(cell)!;
          const given = cellScript(cell, scriptName(cell), globals, importModule)(...inputs);
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
    const promise = track({ cell, name: null, place: cell.cell.place(0) }, work);
    values.set(cell, promise);
    return promise;
  }

  const readers = toReaders(cells);
  /**
   * The value that a mutable comes to: once every cell has run that reads something else of its cell,
   * and may set it by that, but for those that read it first. One that never ends says so itself.
   */
  async function settledValue(task: Task, mutable: Mutable<unknown>, exports: object) {
    const writers = mutableWriters(task.name!, exports, readers);
    await Promise.allSettled(writers.map(runCell));
    await untilNone(underWay, () => isOver);
    late.keepMutable(task, mutable);
    return mutable.value;
  }

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
      if (isMutable(own))
        return settledValue(Object.assign(task, { started: false }), own, exports);
      if (isShared) {
        freezeDeep(own);
        if ((readers.get(name)?.length ?? 0) > 1) late.keepRows(task, own);
      }
      return comesTo(task, own);
    };
    const promise = track({ cell, name, place: cell.outputs.get(name)! }, work);
    variables.set(name, promise);
    return promise;
  }

  /** Whether a cell can show something after it has run. */
  const canShow = ({ inputs }: CompiledCell) =>
    ["display", "Mutable"].some((name) => inputs.has(name)) ||
    [...inputs.keys()].some((name) => graph.definers.get(name)?.inputs.has("Mutable"));

  /** What a page would show later than a report is made, a problem each. */
  function findLate(): CellError[] {
    const waiting = cells.filter((cell) => timers.get(cell)!.count() > 0);
    // A report states a control's default, whatever would operate it.
    for (const cell of waiting) if (cell.inputs.has("view") && !canShow(cell)) onMoving(cell);
    return late.find(waiting.filter(canShow));
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
    await untilSettled(everything);
    const goingOn = unsettled();
    errors.push(...goingOn);
    if (allSettled() || (goingOn.length > 0 && goingOn.every(whyLeftOut))) {
      // What cells do without waiting for it, such as reading a file, may yet show something.
      await Promise.race([
        untilNone(underWay, () => isOver),
        new Promise((done) => setTimeout(done, timeout).unref()),
      ]);
      if (runFrames((error) => onStray(error, "uncaughtException")) === "moving") onMoving();
      errors.push(...findLate());
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
