import path from "node:path";
import type { SetName } from "../councils/analysis/select.js";
import { readDataset } from "../councils/data/readDataset.js";
import { aboutData } from "../councils/pages/about.js";
import { footerOf } from "../councils/pages/footer.js";
import { dataSource } from "../councils/pages/dataSource.js";
import { everyCouncilTable } from "../councils/tables/everyCouncilTable.js";
import { scoresTable } from "../councils/tables/scoresTable.js";
import type { Made } from "../engine/notebook/build/job.js";
import { makeReports } from "../engine/notebook/build/makeReports.js";
import { proseLines } from "../engine/report/proseLines.js";
import { reportNameOf } from "../engine/report/reportName.js";
import { sheetSpecs, type SheetSpec } from "../engine/report/workbook/describe.js";
import { workbookFile, workbookFormats } from "../engine/report/workbook/workbookFile.js";
import { ExpectedError } from "../errors.js";
import { project } from "../project.js";
import { noteInterruption } from "./interruption.js";
import type { Io } from "./io.js";
import { chooseSet, notebookFiles } from "./notebooks.js";
import { published } from "./published.js";
import { version } from "./version.js";
import { workersByDefault } from "./workers.js";
import { writeNamedFile } from "./writeFile.js";

export interface WorkbookOptions {
  readonly data?: string;
  readonly out: string;
  readonly set?: SetName;
  readonly contact?: string;
  /** In milliseconds. */
  readonly timeout?: number;
  readonly force?: boolean;
}

/** The sheets of a report that was made; none of one that failed. */
function sheetsOf(made: Made | undefined): SheetSpec[] {
  if (made === undefined || "problems" in made) return [];
  return made.outputs.flatMap(({ content }) => JSON.parse(String(content)) as SheetSpec[]);
}

/**
 * `ninefold workbook`: every council, every score, and the tables and figures of reports, as one
 * workbook. A report that fails is named, and the workbook has the others.
 */
export async function workbook(
  names: readonly string[],
  options: WorkbookOptions,
  io: Io,
): Promise<void> {
  const ending = path.extname(options.out).slice(1).toLowerCase();
  const format = workbookFormats.find((one) => one === ending);
  if (format === undefined)
    throw new ExpectedError(`--out: expected a name that ends in .xlsx or .ods: ${options.out}`, 2);
  const files = notebookFiles(names.length > 0 ? names : published);
  const dataset = readDataset({ dir: options.data });
  const set = chooseSet(dataset, options.set);
  const footer = footerOf(dataset, { version: version(), contact: options.contact });
  const jobs = files.map((file) => ({
    file,
    name: reportNameOf(file),
    params: { set, council: null },
  }));
  const made = new Map<unknown, Made>();
  const interruption = noteInterruption();
  try {
    await makeReports(
      jobs,
      {
        project,
        data: dataset,
        date: dataset.vintage,
        dataKey: null,
        formats: ["sheets"],
        footer,
        ...(options.timeout !== undefined && { timeout: options.timeout }),
      },
      {
        workers: workersByDefault(),
        signal: interruption.signal,
        onMade: (job, one) => made.set(job, one),
        onSaid: io.stderr,
      },
    );
  } finally {
    interruption.release();
  }
  const code = interruption.code();
  if (code !== null) throw new ExpectedError("stopped: no workbook was written", code);
  const source = { source: dataSource };
  const ours = [everyCouncilTable(dataset, source), scoresTable(dataset, source)];
  const spec = {
    title: "Ratings and scores of English councils' adult social care",
    date: dataset.vintage,
    about: [...aboutData(dataset, set), ...proseLines(footer)],
    sheets: [
      ...sheetSpecs({ id: "", blocks: ours }),
      ...jobs.flatMap((job) => sheetsOf(made.get(job))),
    ],
  };
  writeNamedFile(options.out, workbookFile(spec, format), options);
  io.stdout(`${options.out}\n`);
  const problems = jobs.flatMap((job) => {
    const one = made.get(job);
    return one && "problems" in one ? one.problems : [];
  });
  if (problems.length > 0) throw new ExpectedError(problems);
}
