import { createHash } from "node:crypto";
import path from "node:path";
import { ExpectedError } from "../../errors.js";
import type { Prose } from "../report/block.js";
import type { CardPicture, SiteFrame } from "../report/siteFrame.js";
import { reportNameOf } from "../report/reportName.js";
import type { KeptRows } from "../notebook/sql/databaseClient.js";
import type { Project } from "../notebook/project.js";
import { toExpectedError } from "../notebook/cellError.js";
import { readsData } from "../notebook/readsData.js";
import { compileNotebook } from "../notebook/compileNotebook.js";
import { filesBeside, importedBy } from "../notebook/importedBy.js";
import { importNotebookKit } from "../notebook/notebookKit.js";
import { readNotebook } from "../notebook/readNotebook.js";
import type { BundleEntry } from "./bundle.js";
import { bundleEach } from "./bundleEach.js";
import { asksQueries, liveModule, packagesOf } from "./liveModule.js";
import { askedScript, firstPaint } from "./firstPaint.js";
import { askedAddress, livePage } from "./livePage.js";
import { assembled, compiling } from "./policy.js";

export interface LiveSiteOptions {
  readonly project: Project;
  readonly data: unknown;
  /** What notebooks are asked for, live where the address says nothing else. */
  readonly params: unknown;
  readonly footer: Prose;
  /** The footer of a page that is made from none of the data. */
  readonly otherFooter?: Prose;
  /** What each notebook finds or is for, by its id, for those who meet the page's address elsewhere. */
  readonly sentences?: ReadonlyMap<string, string>;
  /** What the card of each shows, by its id. */
  readonly pictures?: ReadonlyMap<string, CardPicture>;
  /** Whether each notebook has a page without scripts and a PDF beside it. */
  readonly isStatic: boolean;
  /** The pages without scripts, by the notebooks' ids. */
  readonly pages?: ReadonlyMap<string, string>;
  /** More for the head of each page, as HTML. */
  readonly head?: string;
  /** What every page of the site has. */
  readonly frame?: SiteFrame;
  /** The folders of pages, one for each of some bodies, that the site has besides. */
  readonly series?: readonly string[];
}

/** A notebook that is left out, and why, a line each. */
export interface FailedNotebook {
  readonly id: string;
  readonly file: string;
  readonly problems: readonly string[];
}

/** A site's files by their path in it, and the notebooks that it holds. */
export interface LiveSite {
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  readonly notebooks: readonly { readonly id: string; readonly title: string }[];
  /** Those that cannot be read, compiled or bundled. */
  readonly failed: readonly FailedNotebook[];
  /** What it was made from besides the data: notebooks, what they import and what they attach. */
  readonly sources: readonly string[];
}

/** `national` of `notebooks/national.html`: names a notebook's pages, of which the index is none. */
export function notebookId(file: string): string {
  const id = reportNameOf(file);
  if (id === "index") throw new ExpectedError(`${file}: a site has an index.html of its own`);
  if (id === "data") throw new ExpectedError(`${file}: a site has a folder of data of its own`);
  return id;
}

/** What the queries of a notebook give: a page has their rows, and asks no database. */
async function askQueries(
  file: string,
  { project, data, params }: Pick<LiveSiteOptions, "project" | "data" | "params">,
): Promise<Record<string, KeptRows>> {
  const { runNotebook } = await import("../notebook/run.js");
  const kept: Record<string, KeptRows> = {};
  await runNotebook(file, {
    project,
    tables: () => project.tables(data),
    ...project.live.given(data, params),
    onQuery: (key, rows) => void (kept[key] = rows),
  });
  return kept;
}

/** What an address tells browsers of its content, so that they keep no other. */
const versionOf = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 12);

/** Whether scripts mention a word. */
function mentions(codes: readonly string[], word: string): boolean {
  const whole = new RegExp(`(?<![\\w-])${word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\w-])`);
  return codes.some((code) => whole.test(code));
}

/** The path of a notebook's live page. */
export const livePath = (id: string) => `live/${id}.html`;

/**
 * Makes notebooks into pages that run in a browser: `live/ID.html` each, the scripts that they
 * share, one `dataset.json` and its tables. A notebook that cannot be read, a cell of which does not
 * parse, or that imports what is not installed, is left out.
 */
export async function liveSite(
  notebookFiles: readonly string[],
  {
    project,
    data,
    params,
    footer,
    otherFooter,
    sentences,
    pictures,
    isStatic,
    pages: others,
    head,
    frame,
    series = [],
  }: LiveSiteOptions,
): Promise<LiveSite> {
  const kit = await importNotebookKit();
  const failed: FailedNotebook[] = [];
  const beside: string[] = [];
  const read: (BundleEntry & {
    readonly title: string;
    readonly packages: readonly string[];
    readonly isOfData: boolean;
  })[] = [];
  for (const file of notebookFiles) {
    const id = notebookId(file);
    try {
      const notebook = readNotebook(file, kit);
      const { compiled, errors } = await compileNotebook(notebook);
      if (errors.length > 0) throw toExpectedError(file, errors);
      beside.push(...filesBeside(file, compiled));
      const queries = asksQueries(compiled)
        ? await askQueries(file, { project, data, params })
        : {};
      const source = liveModule(file, compiled, project, queries);
      const imports = importedBy(file, compiled);
      const packages = packagesOf(compiled);
      const isOfData = readsData(compiled, project);
      read.push({ id, file, title: notebook.title, source, imports, packages, isOfData });
    } catch (error) {
      if (!(error instanceof ExpectedError)) throw error;
      failed.push({ id, file, problems: error.problems });
    }
  }
  const bundled = await bundleEach(project, read);
  const { files, scripts, sources } = bundled;
  failed.push(...bundled.failed);
  const notebooks = read.filter(({ id }) => scripts.has(id));
  const written = project.written(data);
  const dataFiles = new Map([
    ["dataset.json", written.json],
    ...Object.entries(written.tables).map(
      ([name, { json }]) => [`dataset/${name}.json`, json] as const,
    ),
  ]);
  const addressOf = (name: string) => `${name}?v=${versionOf(dataFiles.get(name)!)}`;
  const { about } = project.live.given(data, params);
  const pages = notebooks.map(({ id, title, packages, isOfData }): [string, string] => {
    const page = livePage({
      id,
      title,
      sentence: sentences?.get(id) ?? "",
      about: isOfData ? about : [],
      params,
      scripts: scripts.get(id)!,
      data: addressOf("dataset.json"),
      tables: Object.entries(written.tables).map(([name, { words }]) => ({
        name,
        address: addressOf(`dataset/${name}.json`),
        isRead: isOfData && words.some((word) => mentions(bundled.codes.get(id)!, word)),
      })),
      isAssembled: assembled.some((name) => packages.includes(name)),
      compiles: compiling.filter((name) => packages.includes(name)),
      isStatic,
      ...(others?.has(id) && { first: firstPaint(others.get(id)!) }),
      footer: isOfData ? footer : (otherFooter ?? footer),
      ...(head !== undefined && { head }),
      series,
      ...(frame && {
        place: {
          ...{ frame, path: livePath(id) },
          ...(pictures?.has(id) && { picture: pictures.get(id)! }),
        },
      }),
    });
    return [livePath(id), page];
  });
  return {
    files: new Map([...files, [askedAddress, askedScript], ...dataFiles, ...pages]),
    notebooks,
    failed,
    sources: [
      ...new Set([...notebookFiles.map((file) => path.resolve(file)), ...beside, ...sources]),
    ],
  };
}
