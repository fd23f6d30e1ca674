import { existsSync } from "node:fs";
import path from "node:path";
import type { SetName } from "../councils/analysis/select.js";
import { reportNameOf } from "../engine/report/reportName.js";
import { ExpectedError } from "../errors.js";
import { buildReports, type Built } from "../engine/notebook/build/buildReports.js";
import { endEarly, startEarly } from "../engine/notebook/build/forkMaker.js";
import { reportOf, type Job } from "../engine/notebook/build/job.js";
import type { ParamValues } from "../engine/notebook/params.js";
import { footerOf, otherFooterOf } from "../councils/pages/footer.js";
import { count } from "../engine/report/format.js";
import type { LinkList } from "../engine/report/html.js";
import { pictureFormats, type Format } from "../engine/report/formats.js";
import { manifestName } from "../engine/report/manifest.js";
import { project } from "../project.js";
import {
  askedCouncils,
  councilJobs,
  councilOption,
  councilsIndexPath,
  isGoneFrom,
  type CouncilOptions,
} from "./councils.js";
import { asAtSuffix, readAsAt, type AsAtOptions } from "./asAtDay.js";
import { noteInterruption } from "./interruption.js";
import type { Io } from "./io.js";
import { chooseSet, notebookFiles } from "./notebooks.js";
import { checkOutFolder } from "./outFolder.js";
import { progressLine } from "./progress.js";
import { joinedJobs, joinedLink, oneReport } from "./oneReport.js";
import { nameSuffix, type GivenParam } from "./paramNames.js";
import { linkTexts, longest, published } from "./published.js";
import { version } from "./version.js";
import { workersByDefault } from "./workers.js";

export interface ReportOptions extends CouncilOptions, AsAtOptions {
  readonly out: string;
  readonly format: readonly Format[];
  readonly set?: SetName;
  readonly force?: boolean;
  readonly contact?: string;
  readonly workers?: number;
  /** In milliseconds. */
  readonly timeout?: number;
  /** Show the source of pinned cells. */
  readonly source?: boolean;
  /** Values of the notebook's own parameters. */
  readonly param?: readonly GivenParam[];
}

/** The notebooks that are asked for: without a name, those published, or the one about a council. */
function askedNotebooks(names: readonly string[], isAboutCouncils: boolean): string[] {
  if (!isAboutCouncils) return notebookFiles(names.length > 0 ? names : published);
  if (names.length > 1)
    throw new ExpectedError(`reports on councils: expected one notebook: ${names.join(", ")}`, 2);
  return notebookFiles(names.length > 0 ? names : ["council"]);
}

/** The values of each notebook's own parameters. */
async function ownOf(
  files: readonly string[],
  given: readonly GivenParam[],
): Promise<ReadonlyMap<string, ParamValues>> {
  if (given.length === 0) return new Map(files.map((file) => [file, {}]));
  const { ownParams } = await import("./ownParams.js");
  const values = new Map<string, ParamValues>();
  for (const file of files) values.set(file, await ownParams(file, given));
  return values;
}

/** Links to the other reports that are made at once. */
function othersOf(
  file: string,
  files: readonly string[],
  { format: formats, asAt }: Pick<ReportOptions, "format" | "asAt">,
): LinkList[] {
  if (!formats.includes("html")) return [];
  const links = files.flatMap((other) => {
    const { name } = path.parse(other);
    const text = linkTexts[name];
    return other === file || text === undefined
      ? []
      : [{ href: `${name}${asAtSuffix(asAt)}.html`, text }];
  });
  return [{ title: "Other reports", links }];
}

/** What was made, what of it was there already and what failed; empty where all was made anew. */
function summary({ built, reused, failed }: Built, isAboutCouncils: boolean): string {
  if (!isAboutCouncils && reused.length === 0) return "";
  const parts = [
    ...(reused.length > 0 ? [`reused ${reused.length}`] : []),
    `built ${built.length}`,
    ...(failed.length > 0
      ? [`failed ${failed.length}: ${failed.map(({ label, name }) => label ?? name).join(", ")}`]
      : []),
  ];
  return `${parts.join(", ")}\n`;
}

/** What was made of each report: its pages and its folder of pictures; of many councils' pages the one that lists them. */
function pagesOf(
  jobs: readonly Job[],
  { built, reused }: Built,
  { format, region, allCouncils }: ReportOptions,
  series: string | undefined,
): string[] {
  const done = new Set([...built, ...reused]);
  const isMany = region !== undefined || allCouncils === true;
  if (series !== undefined && isMany)
    return done.size > 0 && format.includes("html") ? [councilsIndexPath(series)] : [];
  const pages = format.filter((form) => form !== "csv" && !pictureFormats.includes(form));
  const hasPictures = format.some((form) => pictureFormats.includes(form));
  const endings = [...pages.map((form) => `.${form}`), ...(hasPictures ? ["/"] : [])];
  return jobs
    .filter((job) => done.has(reportOf(job)))
    .flatMap((job) => (job.joins ? [".pdf"] : endings).map((ending) => reportOf(job) + ending));
}

/** How many processes can be at work at once, by what is asked for alone. */
function processesFor(names: readonly string[], options: ReportOptions): number {
  const { council = [], region, allCouncils, workers = workersByDefault() } = options;
  if (region !== undefined || allCouncils) return workers;
  const reports = council.length > 0 ? council.length : published.length;
  return Math.min(workers, names.length > 0 ? names.length : reports);
}

/** `ninefold report`: makes the reports that are asked for and writes them. Throws an ExpectedError for what failed. */
export async function report(
  names: readonly string[],
  options: ReportOptions,
  io: Io,
): Promise<void> {
  if (options.out === "") throw new ExpectedError("--out: expected a folder: (blank)", 2);
  // Where nothing was made before, processes are needed whatever the data are.
  if (!existsSync(path.join(options.out, manifestName)))
    startEarly(project.worker, processesFor(names, options));
  try {
    await makeAsked(names, options, io);
  } finally {
    endEarly();
  }
}

async function makeAsked(names: readonly string[], options: ReportOptions, io: Io): Promise<void> {
  const dataset = readAsAt(options);
  const together = oneReport(names, options, dataset);
  const option = together === null ? councilOption(options) : null;
  const files = askedNotebooks(names, option !== null);
  checkOutFolder(options.out, { data: options.data, notebooks: files });
  const set = chooseSet(dataset, options.set);
  const own = await ownOf(files, [...(options.param ?? []), ...(together?.param ?? [])]);
  const notebook =
    option === null
      ? undefined
      : await (
          await import("./councilNotebook.js")
        ).councilNotebook(files[0], option, {
          own: own.get(files[0]),
          suffix: asAtSuffix(options.asAt),
        });
  const jobs: readonly Job[] = notebook
    ? councilJobs(notebook, askedCouncils(dataset, options), {
        dataset,
        set,
        own: own.get(files[0])!,
      })
    : [
        ...files.map((file) => ({
          file,
          others: othersOf(file, files, options),
          beside: joinedLink(together, options.format, asAtSuffix(options.asAt)),
          name:
            (together?.name ?? reportNameOf(file) + nameSuffix(own.get(file)!)) +
            asAtSuffix(options.asAt),
          params: { set, council: null },
          own: own.get(file)!,
        })),
        ...joinedJobs(together, options.format, set, asAtSuffix(options.asAt)),
      ];
  const footer = footerOf(dataset, { version: version(), contact: options.contact });
  const { completeTo, vintage, publishedBy } = dataset;
  const shared = { formats: options.format, footer };
  // Draws the page of all councils, which no other report needs.
  const { councilsPage } = notebook ? await import("./councilsPage.js") : {};
  const progress = progressLine(io);
  const interruption = noteInterruption();
  let done: Built;
  try {
    done = await buildReports(jobs, {
      ...shared,
      otherFooter: otherFooterOf({ version: version(), contact: options.contact }),
      project,
      data: dataset,
      date: vintage,
      dataKey: [dataset.files, completeTo, ...(publishedBy === null ? [] : [publishedBy])],
      out: options.out,
      madeFrom: { ninefold: version(), data: dataset.files, set },
      longest,
      force: options.force,
      workers: options.workers ?? workersByDefault(),
      signal: interruption.signal,
      onProgress: progress.show,
      onSaid: io.stderr,
      ...(options.timeout !== undefined && { timeout: options.timeout }),
      ...(options.source && { showsSource: true }),
      ...(notebook && { index: councilsPage?.({ ...shared, dataset, set, notebook }) }),
      ...(notebook && options.allCouncils && { isGone: isGoneFrom(dataset, notebook.series) }),
    });
  } finally {
    interruption.release();
    progress.end();
  }
  for (const line of done.warnings) io.stderr(`warning: ${line}\n`);
  for (const page of pagesOf(jobs, done, options, notebook?.series))
    io.stdout(`${path.join(options.out, page)}\n`);
  io.stdout(summary(done, notebook !== undefined));
  if (done.stopped) {
    const made = `${done.built.length + done.reused.length} of ${count(jobs.length, "report")}`;
    throw new ExpectedError(
      [...done.problems, `stopped: ${made} made: run it again to make the rest`],
      interruption.code() ?? 1,
    );
  }
  if (done.problems.length > 0) throw new ExpectedError(done.problems);
}
