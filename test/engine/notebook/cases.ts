import { readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "vitest";
import { ExpectedError } from "../../../src/errors.js";
import { runNotebook } from "../../../src/runNotebook.js";
import type { RunNotebookOptions } from "../../../src/runNotebook.js";
import { madeUp } from "../../madeUp.js";

export const casesFolder = path.join(import.meta.dirname, "..", "..", "cases", "notebooks");

export const options: RunNotebookOptions = {
  dataset: madeUp(["223333333"]),
  params: { set: "complete", council: null },
};

/** Lines of a file of expected lines, by the notebook that they begin with. */
export function expectedLines(file: string): Map<string, string[]> {
  const lines = readFileSync(path.join(casesFolder, file), "utf8").split("\n").filter(Boolean);
  const byNotebook = new Map<string, string[]>();
  for (const line of lines) {
    const notebook = line.slice(0, line.indexOf(":"));
    byNotebook.set(notebook, [...(byNotebook.get(notebook) ?? []), line]);
  }
  return byNotebook;
}

/** The lines that a run fails with, the folder of the notebook left out. */
export async function failureOf(
  file: string,
  more: Partial<RunNotebookOptions> = {},
): Promise<string[]> {
  const error = await runNotebook(file, { ...options, ...more }).then(
    () => expect.fail(`${file} ran`),
    (error: unknown) => error,
  );
  if (!(error instanceof ExpectedError)) throw error;
  expect(error.exitCode).toBe(1);
  return error.problems.map((line) => line.replace(`${path.dirname(file)}/`, ""));
}
