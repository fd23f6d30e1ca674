import { ExpectedError } from "../../../errors.js";
import { cardPicture } from "../../report/cardPicture.js";
import { cardOf } from "../../report/cardOf.js";
import { renderJoinedPdf } from "../../report/pdf.js";
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
    showsSource,
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
  return async ({ file, name, series, params, own, others, beside, joins, label }) => {
    let repeatable = true;
    const warnings: string[] = [];
    const onWarning = (line: string) => void warnings.push(line);
    const onOutside = () => (repeatable = false);
    try {
      const notebook = await prepare(file);
      const isOfData = readsData(notebook.compiled, project);
      const limits = { ...(timeout !== undefined && { timeout }), ...(watch && { watch }) };
      const givenFor = (asked: unknown) => project.live.given(isOfData ? told : null, asked);
      const run = async (asked: unknown) => {
        watch?.onRun();
        const ran = await runNotebook(notebook, {
          project,
          tables: () => project.tables(data),
          ...givenFor(asked),
          ...limits,
          ...(own && { own }),
          ...(showsSource && { showsSource }),
          onOutside,
          onWarning,
        });
        watch?.onRender();
        return ran;
      };
      const foot = isOfData ? footer : (otherFooter ?? footer);
      if (joins) {
        const { title } = joins;
        const reports = [];
        for (const asked of joins.params) reports.push(await run(asked));
        const content = await renderJoinedPdf(name, reports, { title, date, footer: foot });
        const outputs = [{ path: `${name}.pdf`, content, report: name }];
        return { outputs, repeatable, warnings, title, sentence: "" };
      }
      const ran = await run(params);
      const { inFiles } = givenFor(params);
      const options = {
        formats,
        footer: foot,
        date,
        ...(series && { series }),
        ...(others && { others }),
        ...(beside && { beside }),
        ...(frame && { frame }),
        ...(inFiles && { inFiles }),
        asked: params,
      };
      const report = { ...ran, id: name };
      const outputs = await renderReport(report, options);
      const picture = cardPicture(report, options);
      const { description: sentence } = cardOf(ran);
      return {
        outputs,
        repeatable,
        warnings,
        title: ran.title,
        sentence,
        ...(picture && { picture }),
      };
    } catch (error) {
      if (!(error instanceof ExpectedError)) throw error;
      const before = label === undefined ? "" : `${label}: `;
      return { problems: error.problems.map((problem) => before + problem) };
    }
  };
}
