import path from "node:path";
import { reportNameOf } from "../report/reportName.js";
import type { Block, Content, Report, Showable, Title } from "../report/block.js";
import { builtinsFor } from "./builtins.js";
import {
  errorLines,
  inOrder,
  toExpectedError,
  whereIs,
  whyLeftOut,
  type CellError,
} from "./cellError.js";
import type { CompiledCell } from "./compileCell.js";
import { compileNotebook } from "./compileNotebook.js";
import { fileFinder, imageAddresses } from "./fileAttachment.js";
import { lendDocument } from "./headlessDocument.js";
import { importerFor, type ImportModule } from "./importModule.js";
import { watchGlobals } from "./headlessGlobals.js";
import { libraryLoader } from "./libraries/loadLibrary.js";
import { declaredParams } from "./declaredParams.js";
import { paramsSaid, withParams, type ParamValues } from "./params.js";
import { findMissedFields } from "./missedFields.js";
import { importGenerators, importNotebookKit } from "./notebookKit.js";
import { queryKey, type Ask, type KeptRows } from "./sql/databaseClient.js";
import { duckDb, type Tables } from "./sql/duckDb.js";
import type { Given, Project } from "./project.js";
import { readNotebook } from "./readNotebook.js";
import { unrepeatableLines } from "./unrepeatable.js";
import type { ShownBlock } from "./collectShown.js";
import { leftOutBlock } from "./leftOutBlock.js";
import { runCells, type CellWatch } from "./runCells.js";

export interface RunOptions extends Given {
  readonly project: Pick<Project, "name" | "load" | "paramNames">;
  /** Values of the notebook's own parameters, where they are not the defaults. */
  readonly own?: ParamValues;
  /** The project's data as tables for SQL. */
  readonly tables?: () => Promise<Tables>;
  /** Called with what each query in SQL gives. */
  readonly onQuery?: (key: string, rows: KeptRows) => void;
  /** How long no cell may settle before the run is given up, in milliseconds; 30,000 by default. */
  readonly timeout?: number;
  readonly watch?: CellWatch;
  /** How cells import; by default as `importerFor` describes. */
  readonly importModule?: ImportModule;
  /**
   * Called when a cell reads what neither what it is given nor this package's own
   * dependencies give: a file beside the notebook, or another package.
   */
  readonly onOutside?: () => void;
  /** Below what a pinned cell shows stands its source. */
  readonly showsSource?: boolean;
  /** Called with each block of the report and its cell, in their order. */
  readonly onShown?: (cell: CompiledCell, block: Showable, isLeftOut: boolean) => void;
  /** Called with a line for what the author should know, though the report can be made. */
  readonly onWarning?: (line: string) => void;
}

export const defaultTimeout = 30_000;

/** A notebook that was read and compiled, to be run as often as there are parameters. */
export interface PreparedNotebook {
  readonly file: string;
  readonly title: string;
  readonly compiled: readonly CompiledCell[];
  /** Cells that do not parse. A run reports them with those that fail. */
  readonly errors: readonly CellError[];
}

const isTitle = (block: Showable): block is Title => block.kind === "title";

/** Reads and compiles a notebook. Throws an ExpectedError where it is not a notebook. */
export async function prepareNotebook(file: string): Promise<PreparedNotebook> {
  const notebook = readNotebook(file, await importNotebookKit());
  return { file, title: notebook.title, ...(await compileNotebook(notebook)) };
}

const sourceOf = ({ cell }: CompiledCell): Content => ({
  kind: "content",
  nodes: [{ type: "code", value: cell.value.trimEnd() }],
});

/**
 * What cells show; in the place of each part that is left out a line that says why, and below what a
 * pinned cell shows its source, where that is asked for.
 */
function withNotes(
  cells: readonly CompiledCell[],
  shown: readonly ShownBlock[],
  errors: readonly CellError[],
  showsSource: boolean,
): readonly ShownBlock[] {
  if (errors.length === 0 && !showsSource) return shown;
  return cells.flatMap((compiled) => {
    const own = errors.filter(({ cell }) => cell === compiled.cell);
    const reasons = new Set(own.map((error) => whyLeftOut(error)!.because));
    return [
      ...shown.filter(({ cell }) => cell === compiled),
      ...[...reasons].map((because) => ({
        ...{ cell: compiled, block: leftOutBlock(because) },
        isLeftOut: true as const,
      })),
      ...(showsSource && compiled.cell.pinned
        ? [{ cell: compiled, block: sourceOf(compiled) }]
        : []),
    ];
  });
}

/**
 * Runs a notebook in Observable's Notebook 2.0 format headless: every cell once, each when what it
 * reads is known, in whatever order they stand. Promises are awaited; a generator gives its last
 * value, a control its default. The report's blocks are what the cells show, in the order of the
 * cells; its title is the last one that a cell shows, else the notebook's.
 *
 * Throws an ExpectedError with a line for each cell that fails: one that does not parse, throws,
 * rejects, never settles, misses a file or a module, or reads what nothing defines. A cell that only
 * depends on such a cell is not named. Where a part is only of a kind that no report can hold, as a
 * canvas or an animation, the report says so in its place, and `onWarning` is told.
 */
export async function runNotebook(
  notebook: string | PreparedNotebook,
  options: RunOptions,
): Promise<Report> {
  const prepared = typeof notebook === "string" ? await prepareNotebook(notebook) : notebook;
  const { file, title, compiled } = prepared;
  const { project, own, timeout = defaultTimeout, watch, onOutside = () => {} } = options;
  const { onWarning = () => {} } = options;
  const importModule = options.importModule ?? importerFor(file, project, onOutside, onWarning);
  const declared = declaredParams(compiled, project.paramNames);
  const errors = [...prepared.errors, ...declared.errors];
  const unparsed = prepared.errors.flatMap(({ cell }) => cell ?? []);
  const values = withParams(options.values, declared.params, own);
  const readsGenerators = compiled.some(({ inputs }) => inputs.has("Generators"));
  const generators = readsGenerators ? await importGenerators() : {};
  const database = duckDb({
    folder: path.dirname(path.resolve(file)),
    find: (name) => fileFinder(file, "SQL")(name),
    tables: options.tables ?? (() => Promise.resolve({})),
  });
  const ask: Ask = async (strings, values, given) => {
    onOutside();
    const rows = await database.ask(strings, values, given);
    options.onQuery?.(queryKey(strings, values, given), rows);
    return rows;
  };
  let shown: readonly Showable[];
  const giveBack = lendDocument();
  let usesChance = false;
  const missed = findMissedFields(compiled);
  const endWatch = watchGlobals(() => (usesChance = true));
  try {
    const ran = await runCells(compiled, {
      file,
      unparsed,
      importModule,
      timeout,
      ...(watch && { watch }),
      builtins: (invalidation) =>
        builtinsFor(file, { values, invalidation, generators, ask, onFile: onOutside }),
      addressOf: (name) => {
        onOutside();
        return imageAddresses(file)(name);
      },
      library: libraryLoader(project.name, importModule),
      onMoving: (moved) =>
        onWarning(
          `${moved ? whereIs(file, moved.cell, moved.cell.place(0)) : `${file}: `}something goes on moving: the report shows one moment of it`,
        ),
      onWordless: ({ cell }) =>
        onWarning(
          `${whereIs(file, cell, cell.place(0))}shows a picture without words for those who cannot see it: give it ariaLabel (Plot), aria-label or a <title> (SVG), alt (an image)`,
        ),
    });
    errors.push(...ran.errors);
    if (!errors.every(whyLeftOut)) throw toExpectedError(file, [...errors, ...missed.found()]);
    const all = withNotes(compiled, ran.shown, errors, options.showsSource ?? false);
    shown = all.map(({ block }) => block);
    for (const { cell, block, isLeftOut = false } of all) options.onShown?.(cell, block, isLeftOut);
    for (const error of inOrder(errors))
      for (const line of errorLines(file, error)) onWarning(`${line}; the report leaves it out`);
  } finally {
    database.close();
    missed.end();
    endWatch();
    giveBack();
  }
  for (const error of missed.found()) errorLines(file, error).forEach(onWarning);
  for (const line of unrepeatableLines(file, compiled, usesChance)) onWarning(line);
  const heading = shown.findLast(isTitle);
  return {
    id: reportNameOf(file),
    title: heading?.text ?? title,
    blocks: shown.filter((block): block is Block => !isTitle(block)),
    about: [...(heading?.about ?? options.about), ...(heading?.saysParams ? [] : paramsSaid(own))],
    ...(heading?.isCompact && { isCompact: true }),
    ...(heading?.purpose && { card: { title, description: heading.purpose } }),
  };
}
