import { ExpectedError } from "../../../errors.js";
import { renderReport } from "../../report/render.js";
import { prepareNotebook, runNotebook, type PreparedNotebook } from "../run.js";
import type { Job, Made, MakeOptions } from "./job.js";

/**
 * Gives a function that makes one report at a time. A notebook is read and compiled once, however
 * often it is run.
 */
export function reportMaker({
  project,
  data,
  date,
  formats,
  footer,
}: Omit<MakeOptions, "dataKey">): (job: Job) => Promise<Made> {
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
      const given = project.live.given(data, params);
      const ran = await runNotebook(await prepare(file), { project, ...given, onOutside });
      const options = { formats, footer, date, ...(series && { series }) };
      return { outputs: await renderReport({ ...ran, id: name }, options), repeatable };
    } catch (error) {
      if (!(error instanceof ExpectedError)) throw error;
      const before = label === undefined ? "" : `${label}: `;
      return { problems: error.problems.map((problem) => before + problem) };
    }
  };
}
