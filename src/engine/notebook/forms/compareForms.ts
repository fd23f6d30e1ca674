import { isDeepStrictEqual } from "node:util";
import { ExpectedError } from "../../../errors.js";
import type { Showable } from "../../report/block.js";
import { watchGlobals } from "../headlessGlobals.js";
import { whereIs } from "../cellError.js";
import type { CompiledCell } from "../compileCell.js";
import { declaredParams } from "../declaredParams.js";
import { withParams } from "../params.js";
import { lendDocument } from "../headlessDocument.js";
import { importerFor } from "../importModule.js";
import { defaultTimeout, prepareNotebook, runNotebook, type RunOptions } from "../run.js";
import { beginning } from "../thrown.js";
import type { KeptRows } from "../sql/databaseClient.js";
import { runLive } from "./runLive.js";

/** A block as what it says: two functions that write numbers are the same where the numbers are. */
const said = (block: Showable): unknown => JSON.parse(JSON.stringify(block));

/** What a block is, in few words. */
function words(block: Showable | undefined): string {
  if (block === undefined) return "nothing";
  const text = JSON.stringify(block);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

/** Some cells by their ids, and those that read what they define, on and on. */
function withReaders(cells: readonly CompiledCell[], some: ReadonlySet<number>) {
  const all = new Set(some);
  const names = new Set<string>();
  for (let before = -1; before !== all.size;) {
    before = all.size;
    for (const { cell, inputs, outputs } of cells) {
      if ([...inputs.keys()].some((name) => names.has(name))) all.add(cell.id);
      if (all.has(cell.id)) for (const name of outputs.keys()) names.add(name);
    }
  }
  return all;
}

/**
 * Runs a notebook in both its forms, headless as for a report and in Observable's runtime as in a
 * page, and gives a line for each difference: a block that only one of them has, and a cell that fails
 * in the page alone. Parts that the report leaves out, and what reads them, are not compared. Where the report cannot be made, its own lines.
 */
export async function compareForms(file: string, options: RunOptions): Promise<string[]> {
  const { project, timeout = defaultTimeout } = options;
  const lines: string[] = [];
  const queries: Record<string, KeptRows> = {};
  const found = new Map<number, Showable[]>();
  const leftOut = new Set<number>();
  let blocks: ReadonlyMap<number, readonly Showable[]> | null = null;
  try {
    const onQuery = (key: string, rows: KeptRows) => void (queries[key] = rows);
    const onShown: RunOptions["onShown"] = ({ cell }, block, isLeftOut) => {
      if (isLeftOut) leftOut.add(cell.id);
      if (block.kind !== "title") found.set(cell.id, [...(found.get(cell.id) ?? []), block]);
    };
    await runNotebook(file, { ...options, onQuery, onShown });
    blocks = found;
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    lines.push(...error.problems);
  }
  const { compiled, errors } = await prepareNotebook(file);
  if (blocks === null && errors.length > 0) return lines;
  const giveBack = lendDocument();
  const endWatch = watchGlobals(() => undefined);
  // A page tells its console of an error besides; there is nobody here to read that.
  const given = Object.getOwnPropertyDescriptor(globalThis, "reportError");
  Object.defineProperty(globalThis, "reportError", { value: () => {}, configurable: true });
  try {
    const importModule = options.importModule ?? importerFor(file, project);
    const { params } = declaredParams(compiled, project.paramNames);
    const values = withParams(options.values, params, options.own);
    const live = await runLive(compiled, {
      file,
      values,
      project: project.name,
      importModule,
      queries,
      timeout,
    });
    if (blocks === null) return lines;
    const apart = withReaders(compiled, leftOut);
    for (const [id, message] of live.failed) {
      if (apart.has(id)) continue;
      const failed = compiled.find(({ cell }) => cell.id === id)!;
      lines.push(`${whereIs(file, failed.cell, beginning(failed))}in the page alone: ${message}`);
    }
    for (const { cell } of compiled) {
      if (apart.has(cell.id)) continue;
      const there = (live.blocks.get(cell.id) ?? []).filter(({ kind }) => kind !== "title");
      const here = blocks.get(cell.id) ?? [];
      for (let i = 0; i < Math.max(here.length, there.length); i += 1) {
        if (here[i] && there[i] && isDeepStrictEqual(said(here[i]), said(there[i]))) continue;
        lines.push(
          `${whereIs(file, cell, cell.place(0))}the report has ${words(here.at(i))}; the page has ${words(there.at(i))}`,
        );
      }
    }
    return lines;
  } finally {
    if (given) Object.defineProperty(globalThis, "reportError", given);
    else Reflect.deleteProperty(globalThis, "reportError");
    endWatch();
    giveBack();
  }
}
