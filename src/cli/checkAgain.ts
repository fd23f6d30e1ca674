import { compileNotebook } from "../engine/notebook/compileNotebook.js";
import { filesBeside } from "../engine/notebook/importedBy.js";
import { importNotebookKit, type NotebookKit } from "../engine/notebook/notebookKit.js";
import { readNotebook } from "../engine/notebook/readNotebook.js";
import { watchFiles } from "../engine/site/watchFiles.js";
import { ExpectedError } from "../errors.js";
import { visible } from "../engine/report/visible.js";
import { interrupted } from "./interruption.js";
import type { Io } from "./io.js";

/** Notebooks, and what they import and attach as far as they can be read. */
async function watchedOf(files: readonly string[], kit: NotebookKit): Promise<string[]> {
  const watched = [...files];
  for (const file of files) {
    try {
      const { compiled } = await compileNotebook(readNotebook(file, kit));
      watched.push(...filesBeside(file, compiled));
    } catch (error) {
      // The check itself says what is wrong with it.
      if (!(error instanceof ExpectedError)) throw error;
    }
  }
  return watched;
}

export interface CheckAgainOptions {
  readonly problems: () => Promise<readonly string[]>;
  /** What is said where nothing is wrong. */
  readonly done: string;
  readonly io: Io;
}

/** Checks notebooks, and again whenever one of them or what it imports changes, until it is ended. */
export async function checkAgain(
  files: readonly string[],
  { problems, done, io }: CheckAgainOptions,
): Promise<void> {
  const kit = await importNotebookKit();
  let fail!: (error: unknown) => void;
  const failed = new Promise<never>((_, reject) => (fail = reject));
  let last = Promise.resolve();
  const again = () => {
    last = last.then(checkOnce).catch(fail);
  };
  const watcher = watchFiles(again);
  async function checkOnce(): Promise<void> {
    // Before they are read, so that no later change is missed.
    watcher.set(await watchedOf(files, kit));
    const lines = await problems();
    if (lines.length === 0) io.stdout(done);
    else io.stderr(lines.map((line) => `${visible(line)}\n`).join(""));
    io.stdout("waiting for a change (Ctrl-C ends it)\n");
  }
  again();
  try {
    await Promise.race([interrupted(), failed]);
  } finally {
    watcher.close();
  }
}
