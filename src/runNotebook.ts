import type { Dataset } from "./councils/data/dataset.js";
import type { Params } from "./councils/pages/liveParams.js";
import type { Report } from "./engine/report/block.js";
import type { PreparedNotebook, RunOptions } from "./engine/notebook/run.js";
import { prepareNotebook, runNotebook as run } from "./engine/notebook/run.js";
import { readsData } from "./engine/notebook/readsData.js";
import { project } from "./project.js";

export interface RunNotebookOptions extends Omit<RunOptions, "project" | "values" | "about"> {
  readonly dataset: Dataset;
  readonly params: Params;
}

/**
 * Runs a notebook headless, as `ninefold report` does, and gives its report. Throws an
 * ExpectedError with a line for each cell that fails.
 */
export async function runNotebook(
  notebook: string | PreparedNotebook,
  { dataset, params, ...options }: RunNotebookOptions,
): Promise<Report> {
  const prepared = typeof notebook === "string" ? await prepareNotebook(notebook) : notebook;
  const data = readsData(prepared.compiled, project) ? project.telling(dataset) : null;
  const tables = () => project.tables(dataset);
  return run(prepared, { ...options, project, tables, ...project.live.given(data, params) });
}
