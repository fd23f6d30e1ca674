import { moment } from "../moment.js";
import { readFile } from "node:fs/promises";
import path from "node:path";
import vm from "node:vm";
import type { Showable } from "../../report/block.js";
import { attachedBy, imagesIn } from "../attachedBy.js";
import { cellTimers } from "../cellTimers.js";
import { nameShown } from "../collectShown.js";
import type { CompiledCell } from "../compileCell.js";
import { sharedNames } from "../freezeExports.js";
import { importName } from "../liftImports.js";
import { bytesAddress } from "../files/bytesAddress.js";
import { readers as fileReaders } from "../files/readers.js";
import { mimeType } from "../files/mimeType.js";
import { databaseClients, keptAnswers, type KeptRows } from "../sql/databaseClient.js";
import { duckDbClients } from "../sql/duckDbClient.js";
import { libraryLoader } from "../libraries/loadLibrary.js";
import { liveAttachments } from "../live/liveAttachment.js";
import { defineCell } from "../live/liveCell.js";
import type { LiveCell } from "../live/liveNotebook.js";
import { md } from "../md.js";
import { importLiveParts } from "../notebookKit.js";
import { runFrames } from "../headlessFrames.js";
import { toReaders, type Readers } from "../readers.js";
import { blockOf } from "../blockOf.js";
import { inNeitherOf } from "../inNeither.js";
import type { LeftOut } from "../../../errors.js";
import { whereBegins } from "../thrown.js";
import { underWay, untilNone } from "../underWay.js";
import type { ImportModule } from "../importModule.js";
import type { Given } from "../project.js";

/** What a notebook comes to in a page. */
export interface LiveOutcome {
  /** What each cell shows, by its id. */
  readonly blocks: ReadonlyMap<number, readonly Showable[]>;
  /** What a cell says that could not run, by its id; not one that only lacks what another defines. */
  readonly failed: ReadonlyMap<number, string>;
}

export interface RunLiveOptions extends Pick<Given, "values"> {
  readonly file: string;
  /** The name that cells import the project's own functions by. */
  readonly project: string;
  readonly importModule: ImportModule;
  /** What its queries gave, by `queryKey`. */
  readonly queries?: Readonly<Record<string, KeptRows>>;
  /** How long a notebook may go on changing, in milliseconds. */
  readonly timeout: number;
}

/** The files that cells attach, as addresses that hold them. */
async function filesOf(file: string, cells: readonly CompiledCell[]) {
  const attached = cells.flatMap(attachedBy).map(({ name }) => name);
  const names = [...new Set([...attached, ...cells.flatMap(imagesIn)])];
  const entries = names.map(async (name) => {
    try {
      const bytes = await readFile(path.resolve(path.dirname(file), name));
      return [[name, bytesAddress(mimeType(name), bytes)]] as const;
    } catch {
      return []; // The cell that attaches it says so.
    }
  });
  return Object.fromEntries((await Promise.all(entries)).flat());
}

/** A cell as a page gets it, with timers that can be counted. */
function toLiveCell(
  file: string,
  compiled: CompiledCell,
  leftOut: LeftOut | null,
  readers: Readers,
  importModule: ImportModule,
  timers: ReturnType<typeof cellTimers>["globals"],
): LiveCell {
  const { cell, inputs, outputs, displays } = compiled;
  const code = leftOut ? "() => null" : compiled.code;
  const given = Object.keys(timers);
  const variable = nameShown(compiled);
  const script = new vm.Script(`"use strict"; (${[importName, ...given].join(", ")}) => ${code}`);
  const make = script.runInThisContext() as (...values: unknown[]) => LiveCell["make"];
  return {
    id: cell.id,
    name: cell.name,
    where: whereBegins(file, compiled),
    inputs: leftOut ? [] : [...inputs.keys()],
    outputs: cell.output === undefined ? [...outputs.keys()] : [],
    ...(cell.output !== undefined && { output: cell.output }),
    shared: [...sharedNames(compiled, readers)],
    ...(variable !== undefined && { variable }),
    displays,
    make: () => {
      if (leftOut)
        return () => {
          throw leftOut;
        };
      return make(() => importModule, ...Object.values(timers)) as unknown as ReturnType<
        LiveCell["make"]
      >;
    },
    modules: {},
  };
}

/**
 * Runs cells as a page does, in Observable's runtime and with this package's own code for pages,
 * until nothing changes any more. It needs a document.
 */
export async function runLive(
  cells: readonly CompiledCell[],
  { file, values, project, importModule, queries = {}, timeout }: RunLiveOptions,
): Promise<LiveOutcome> {
  const parts = await importLiveParts();
  const { Runtime, input, observe, queue, Mutable } = parts;
  const files = await filesOf(file, cells);
  const libraryNames = [...new Set(cells.flatMap(({ inputs }) => [...inputs.keys()]))];
  const load = libraryLoader(project, importModule);
  const libraries = libraryNames.flatMap((name) => {
    const library = load(name);
    return library ? [[name, library] as const] : [];
  });
  const answers = keptAnswers(queries);
  const clients = databaseClients(answers);
  const runtime = new Runtime({
    ...Object.fromEntries(libraries),
    ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, () => value])),
    width: () => 640,
    md: () => md,
    FileAttachment: () => liveAttachments(files, fileReaders),
    Generators: () => ({ input, observe, queue }),
    DatabaseClient: () => clients,
    DuckDBClient: () => duckDbClients(answers),
    db: () => clients("duckdb"),
    now: moment,
    Mutable: () => Mutable,
  });
  const main = runtime.module();
  const inNeither = inNeitherOf(file, cells, Object.keys(values));
  const readers = toReaders(cells);
  const unsettled = new Set(cells.map(({ cell }) => cell.id));
  let changes = 0;
  const timers = cells.map(() => cellTimers(() => undefined));
  const roots = cells.map((compiled, i) => {
    const root = document.createElement("div");
    const redraw = defineCell(
      main,
      toLiveCell(file, compiled, inNeither(compiled), readers, importModule, timers[i].globals),
      root,
      { ...parts, files, onControl: () => undefined },
      () => {
        changes += 1;
        unsettled.delete(compiled.cell.id);
      },
    );
    return { root, redraw, id: compiled.cell.id };
  });
  let isLate = false;
  const limit = setTimeout(() => (isLate = true), timeout);
  const waiting = () => timers.reduce((sum, { count }) => sum + count(), 0);
  const busy = () => underWay() + waiting() + unsettled.size;
  // A generator goes on a frame after its value was used: what changed since is looked at again.
  for (let seen = -1; seen !== changes && !isLate;) {
    seen = changes;
    for (let rounds = 0; rounds < 5; rounds += 1) await untilNone(busy, () => isLate);
  }
  clearTimeout(limit);
  // Nothing here follows what moves, as a page does: it is looked at once, at rest.
  runFrames(() => undefined);
  for (const { redraw } of roots) redraw();
  runtime.dispose?.();
  for (const { stop } of timers) stop();
  const failed = roots.flatMap(({ root, id }): [number, string][] => {
    const said = root.querySelector(".problem[role=alert]")?.textContent;
    return said === null || said === undefined ? [] : [[id, said]];
  });
  const blocks = new Map(
    roots.map(({ root, id }) => [id, [...root.children].flatMap((one) => blockOf(one) ?? [])]),
  );
  return { blocks, failed: new Map(failed) };
}
