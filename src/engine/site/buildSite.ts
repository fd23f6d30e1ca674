import type { Prose } from "../report/block.js";
import type { Output } from "../report/render.js";
import type { Job, Made } from "../notebook/build/job.js";
import { makeReports, type MakeReportsOptions } from "../notebook/build/makeReports.js";
import type { Project } from "../notebook/project.js";
import { indexPage } from "./indexPage.js";
import { liveSite, notebookId } from "./liveSite.js";

export interface SiteOptions extends Partial<Omit<MakeReportsOptions, "onMade">> {
  readonly project: Project;
  readonly data: unknown;
  /** The files that the data were read from, by path. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** What notebooks are asked for, live where the address says nothing else. */
  readonly params: unknown;
  /** The date in PDFs' metadata, `YYYY-MM-DD`. */
  readonly date: string;
  /** The title of the first page. */
  readonly title: string;
  readonly footer: Prose;
  /** The footer of a page that is made from none of the data. */
  readonly otherFooter?: Prose;
  /** How long no cell of a notebook may settle, in milliseconds. */
  readonly timeout?: number;
}

/** A site's files, of the notebooks that could be made, and what is wrong with the others. */
export interface Site {
  readonly outputs: readonly Output[];
  /** A line each, in the order of the notebooks. */
  readonly problems: readonly string[];
  /** What authors should know, though their reports were made, a line each. */
  readonly warnings: readonly string[];
  /** The notebooks that are left out. */
  readonly failed: readonly string[];
}

/** Everything that a site's manifest lists is of one report, so that a new build replaces it whole. */
const report = "site";

/** The page of a report among its files. */
function pageIn(id: string, outputs: readonly Output[]): string {
  const content = outputs.find(({ path }) => path === `${id}.html`)?.content ?? "";
  return typeof content === "string" ? content : new TextDecoder().decode(content);
}

/**
 * The files of an interactive site: `index.html`; for each notebook `live/ID.html`, which runs in
 * the reader's browser, and the static forms that `renderReport` makes; the data that all of them
 * share, as `dataset.json`, and the files that it was read from in `data`. It needs a web server,
 * any will do, and asks no other host for anything.
 *
 * A notebook that fails, or that cannot be bundled, is left out. Throws an ExpectedError for one whose
 * name a site cannot hold.
 */
export async function buildSite(
  notebookFiles: readonly string[],
  options: SiteOptions,
): Promise<Site> {
  const {
    project,
    data,
    files,
    params,
    date,
    title,
    footer,
    otherFooter,
    timeout,
    workers = 1,
  } = options;
  const jobs = notebookFiles.map((file): Job => ({ file, name: notebookId(file), params }));
  const made = new Map<Job, Made>();
  await makeReports(
    jobs,
    {
      project,
      data,
      date,
      footer,
      ...(otherFooter && { otherFooter }),
      dataKey: null,
      formats: ["html", "pdf", "csv"],
      ...(timeout !== undefined && { timeout }),
    },
    {
      workers,
      onMade: (job, one) => made.set(job, one),
      ...(options.signal && { signal: options.signal }),
      ...(options.onSaid && { onSaid: options.onSaid }),
    },
  );
  const found = new Map<string, readonly string[]>();
  const warnings: string[] = [];
  const reports = jobs.flatMap((job) => {
    const one = made.get(job);
    if (one && "outputs" in one) {
      warnings.push(...one.warnings);
      return { ...one, id: job.name, file: job.file };
    }
    found.set(job.name, one?.problems ?? []);
    return [];
  });
  const outcome = () => ({
    problems: jobs.flatMap(({ name }) => found.get(name) ?? []),
    warnings,
    failed: jobs.map(({ name }) => name).filter((name) => found.has(name)),
  });
  if (reports.length === 0) return { outputs: [], ...outcome() };
  const live = await liveSite(
    reports.map(({ file }) => file),
    {
      ...{ project, data, params, footer, isStatic: true, ...(otherFooter && { otherFooter }) },
      pages: new Map(reports.map(({ id, outputs }) => [id, pageIn(id, outputs)])),
      sentences: new Map(reports.map(({ id, sentence }) => [id, sentence])),
    },
  );
  for (const { id, problems } of live.failed) found.set(id, problems);
  const indexed = reports.filter(({ id }) => !found.has(id));
  if (indexed.length === 0) return { outputs: [], ...outcome() };
  const copies = [...files].map(([path, content]): [string, Uint8Array] => [
    `data/${path}`,
    content,
  ]);
  const index = indexPage({
    title,
    notebooks: indexed,
    data: copies.map(([path]) => path),
    about: project.live.given(data, params).about,
    isStatic: true,
    footer,
  });
  const all = [...live.files, ...copies, ["index.html", index] as const];
  return {
    outputs: [
      ...indexed.flatMap(({ outputs }) => outputs).map((output) => ({ ...output, report })),
      ...all.map(([path, content]) => ({ path, content, report })),
    ],
    ...outcome(),
  };
}
