import { ExpectedError } from "../../../errors.js";
import { firstSentence } from "../../report/firstSentence.js";
import { renderReport } from "../../report/render.js";
import { readsData } from "../readsData.js";
import type { CellWatch } from "../runCells.js";
import { prepareNotebook, runNotebook, type PreparedNotebook } from "../run.js";
import type { Job, Made, MakeOptions } from "./job.js";

/** Is told what a report's maker is at. */
export interface MakerWatch extends CellWatch {
  readonly onRun: () => void;
  readonly onRender: () => void;
}

/**
 * Gives a function that makes one report at a time. A notebook is read and compiled once, however
 * often it is run.
 */
export function reportMaker(
  {
    project,
    data,
    date,
    formats,
    footer,
    otherFooter,
    frame,
    timeout,
  }: Omit<MakeOptions, "dataKey">,
  watch?: MakerWatch,
): (job: Job) => Promise<Made> {
  const told = project.telling(data);
  const prepared = new Map<string, Promise<PreparedNotebook>>();
  const prepare = (file: string) => {
    const notebook = prepared.get(file) ?? prepareNotebook(file);
    prepared.set(file, notebook);
    return notebook;
  };
  return async ({ file, name, series, params, own, others, beside, label }) => {
    let repeatable = true;
    const warnings: string[] = [];
    const onWarning = (line: string) => void warnings.push(line);
    const onOutside = () => (repeatable = false);
    try {
      const notebook = await prepare(file);
      const isOfData = readsData(notebook.compiled, project);
      const given = project.live.given(isOfData ? told : null, params);
      watch?.onRun();
      const limits = { ...(timeout !== undefined && { timeout }), ...(watch && { watch }) };
      const ran = await runNotebook(notebook, {
        project,
        tables: () => project.tables(data),
        ...given,
        ...limits,
        ...(own && { own }),
        onOutside,
        onWarning,
      });
      watch?.onRender();
      const foot = isOfData ? footer : (otherFooter ?? footer);
      const options = {
        formats,
        footer: foot,
        date,
        ...(series && { series }),
        ...(others && { others }),
        ...(beside && { beside }),
        ...(frame && { frame }),
        asked: params,
      };
      const outputs = await renderReport({ ...ran, id: name }, options);
      return { outputs, repeatable, warnings, title: ran.title, sentence: firstSentence(ran) };
    } catch (error) {
      if (!(error instanceof ExpectedError)) throw error;
      const before = label === undefined ? "" : `${label}: `;
      return { problems: error.problems.map((problem) => before + problem) };
    }
  };
}
