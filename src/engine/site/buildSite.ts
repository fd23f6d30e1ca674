import type { Prose } from "../report/block.js";
import { figureScript } from "../report/figureScript.js";
import { figureScriptPath } from "../report/figurePage.js";
import { formats, usualFormats } from "../report/formats.js";
import type { Format, Output } from "../report/render.js";
import type { Job, Made } from "../notebook/build/job.js";
import { makeReports, type MakeReportsOptions } from "../notebook/build/makeReports.js";
import type { Project } from "../notebook/project.js";
import { sitePageHtml, type SitePage } from "../report/sitePage.js";
import type { SiteFrame } from "../report/siteFrame.js";
import { indexPage, type IndexedFigure, type IndexedNotebook } from "./indexPage.js";
import { livePath, liveSite, notebookId } from "./liveSite.js";

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
  /** What every page of the site has. */
  readonly frame?: SiteFrame;
  /**
   * The pages of the site that are no reports, and files that these use, from the reports that could
   * be made; one that lists the reports and the data where it is left out.
   */
  readonly pages?: (reports: readonly IndexedNotebook[]) => OwnPages | Promise<OwnPages>;
  /** The folders of pages, one for each of some bodies, that the site has besides. */
  readonly series?: readonly string[];
}

/** What a project adds to a site. */
export interface OwnPages {
  readonly pages: readonly SitePage[];
  readonly files: ReadonlyMap<string, string | Uint8Array>;
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
  /** It is made of nothing but its options, the notebooks and this package, and nothing was said. */
  readonly repeatable: boolean;
}

/** The forms that each report of a site has besides the live one: pictures where figures have pages. */
export const siteFormats = ({ frame }: Pick<SiteOptions, "frame">): readonly Format[] =>
  frame ? formats : usualFormats;

/** Everything that a site's manifest lists is of one report, so that a new build replaces it whole. */
export const siteReport = "site";
const report = siteReport;

/** The figures of a report that have a page, as their own files name them. */
function figuresOf(outputs: readonly Output[]): IndexedFigure[] {
  return outputs.flatMap(({ path, content }) => {
    if (!path.startsWith("figures/") || !path.endsWith("/figure.json")) return [];
    const { title, number } = JSON.parse(String(content)) as IndexedFigure;
    return [{ title, number, folder: path.replace(/figure\.json$/, "") }];
  });
}

/** The reports of a site, which lead to their live pages and to one another. */
export function siteJobs(
  notebookFiles: readonly string[],
  { params, frame }: Pick<SiteOptions, "params" | "frame">,
): Job[] {
  return notebookFiles.map((file): Job => {
    const name = notebookId(file);
    const beside = [{ href: livePath(name), text: "Interactive form" }];
    return { file, name, params, ...(frame && { beside }) };
  });
}

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
    frame,
  } = options;
  const jobs = siteJobs(notebookFiles, options);
  const made = new Map<Job, Made>();
  await makeReports(
    jobs,
    {
      project,
      data,
      date,
      footer,
      ...(otherFooter && { otherFooter }),
      ...(frame && { frame }),
      dataKey: null,
      formats: siteFormats(options),
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
  const repeatable = reports.every((one) => one.repeatable && one.warnings.length === 0);
  const nothing = () => ({ outputs: [], repeatable: false, ...outcome() });
  if (reports.length === 0) return nothing();
  const live = await liveSite(
    reports.map(({ file }) => file),
    {
      ...{ project, data, params, footer, isStatic: true, ...(otherFooter && { otherFooter }) },
      pages: new Map(reports.map(({ id, outputs }) => [id, pageIn(id, outputs)])),
      pictures: new Map(reports.flatMap(({ id, picture }) => (picture ? [[id, picture]] : []))),
      sentences: new Map(reports.map(({ id, sentence }) => [id, sentence])),
      ...(frame && { frame }),
      ...(options.series && { series: options.series }),
    },
  );
  for (const { id, problems } of live.failed) found.set(id, problems);
  const indexed = reports
    .filter(({ id }) => !found.has(id))
    .map((one) => ({ ...one, figures: figuresOf(one.outputs) }));
  if (indexed.length === 0) return nothing();
  const copies = [...files].map(([path, content]): [string, Uint8Array] => [
    `data/${path}`,
    content,
  ]);
  const own = (await options.pages?.(indexed)) ?? {
    pages: [],
    files: new Map([
      [
        "index.html",
        indexPage({
          title,
          notebooks: indexed,
          data: copies.map(([path]) => path),
          about: project.live.given(data, params).about,
          isStatic: true,
          footer,
        }),
      ],
    ]),
  };
  const pages = own.pages.map((page): [string, string] => [
    page.path,
    sitePageHtml(page, frame ?? { name: title, nav: [] }, footer),
  ]);
  const scripts = frame ? [[figureScriptPath, figureScript] as const] : [];
  const all = [...live.files, ...copies, ...own.files, ...scripts, ...pages];
  return {
    outputs: [
      ...indexed.flatMap(({ outputs }) => outputs).map((output) => ({ ...output, report })),
      ...all.map(([path, content]) => ({ path, content, report })),
    ],
    repeatable: repeatable && found.size === 0,
    ...outcome(),
  };
}
