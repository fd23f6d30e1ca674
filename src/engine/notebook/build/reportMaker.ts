import { ExpectedError } from "../../../errors.js";
import { renderReport } from "../../report/render.js";
import { prepareNotebook, runNotebook, type PreparedNotebook } from "../run.js";
import type { Job, Made, MakeOptions } from "./job.js";

/**
 * Gives a function that makes one report at a time. A notebook is read and compiled once, however
 * often it is run.
 */
export function reportMaker({
  dataset,
  formats,
  footer,
}: MakeOptions): (job: Job) => Promise<Made> {
  const prepared = new Map<string, Promise<PreparedNotebook>>();
  const prepare = (file: string) => {
    const notebook = prepared.get(file) ?? prepareNotebook(file);
    prepared.set(file, notebook);
    return notebook;
  };
  return async ({ file, name, series, params, label }) => {
    let repeatable = true;
    const onOutside = () => (repeatable = false);
    try {
      const ran = await runNotebook(await prepare(file), { dataset, params, onOutside });
      const options = { formats, footer, date: dataset.vintage, ...(series && { series }) };
      return { outputs: await renderReport({ ...ran, id: name }, options), repeatable };
    } catch (error) {
      if (!(error instanceof ExpectedError)) throw error;
      const before = label === undefined ? "" : `${label}: `;
      return { problems: error.problems.map((problem) => before + problem) };
    }
  };
}
