import { createHash } from "node:crypto";
import path from "node:path";
import { ExpectedError } from "../../errors.js";
import type { Prose } from "../report/block.js";
import { checkReportName } from "../report/reportName.js";
import type { Project } from "../notebook/project.js";
import { toExpectedError } from "../notebook/cellError.js";
import { compileNotebook } from "../notebook/compileNotebook.js";
import { importNotebookKit } from "../notebook/notebookKit.js";
import { readNotebook } from "../notebook/readNotebook.js";
import { bundle } from "./bundle.js";
import { importedBy, liveModule } from "./liveModule.js";
import { livePage } from "./livePage.js";
import { compiling } from "./policy.js";

export interface LiveSiteOptions {
  readonly project: Project;
  readonly data: unknown;
  /** What notebooks are asked for, live where the address says nothing else. */
  readonly params: unknown;
  readonly footer: Prose;
  /** What each notebook finds, by its id, for those who meet the page's address elsewhere. */
  readonly sentences?: ReadonlyMap<string, string>;
  /** Whether each notebook has a page without scripts and a PDF beside it. */
  readonly isStatic: boolean;
  /** More for the head of each page, as HTML. */
  readonly head?: string;
}

/** A site's files by their path in it, and the notebooks that it holds. */
export interface LiveSite {
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  readonly notebooks: readonly { readonly id: string; readonly title: string }[];
  /** What it was made from besides the data: notebooks, what they import and what they attach. */
  readonly sources: readonly string[];
}

/** `national` of `notebooks/national.html`: names a notebook's pages, of which the index is none. */
export function notebookId(file: string): string {
  const id = path.basename(file).replace(/\.html?$/i, "");
  checkReportName(id);
  if (id === "index") throw new ExpectedError(`${file}: a site has an index.html of its own`);
  if (id === "data") throw new ExpectedError(`${file}: a site has a folder of data of its own`);
  return id;
}

/**
 * Makes notebooks into pages that run in a browser: `live/ID.html` each, the scripts that they
 * share and one `dataset.json`. Throws an ExpectedError for a notebook that cannot be read, a cell
 * that does not parse and an import that is not installed.
 */
export async function liveSite(
  notebookFiles: readonly string[],
  { project, data, params, footer, sentences, isStatic, head }: LiveSiteOptions,
): Promise<LiveSite> {
  const kit = await importNotebookKit();
  const notebooks = await Promise.all(
    notebookFiles.map(async (file) => {
      const notebook = readNotebook(file, kit);
      const { compiled, errors } = await compileNotebook(notebook);
      if (errors.length > 0) throw toExpectedError(file, errors);
      return { id: notebookId(file), file, title: notebook.title, compiled };
    }),
  );
  const { files, scripts, sources } = await bundle(
    project,
    notebooks.map(({ id, file, compiled }) => ({
      id,
      file,
      source: liveModule(file, compiled, project),
    })),
  );
  const json = JSON.stringify(data);
  const version = createHash("sha256").update(json).digest("hex").slice(0, 12);
  const { about } = project.live.given(data, params);
  const pages = notebooks.map(({ id, title, compiled }): [string, string] => {
    const imported = importedBy(compiled);
    const page = livePage({
      id,
      title,
      sentence: sentences?.get(id) ?? "",
      about,
      params,
      scripts: scripts.get(id)!,
      data: `dataset.json?v=${version}`,
      compiles: compiling.filter((name) => imported.includes(name)),
      isStatic,
      footer,
      ...(head !== undefined && { head }),
    });
    return [`live/${id}.html`, page];
  });
  return {
    files: new Map([...files, ["dataset.json", json], ...pages]),
    notebooks,
    sources: [...notebookFiles.map((file) => path.resolve(file)), ...sources],
  };
}
