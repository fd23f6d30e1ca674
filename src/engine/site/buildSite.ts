import { ExpectedError } from "../../errors.js";
import type { Prose } from "../report/block.js";
import { renderReport, type Output } from "../report/render.js";
import type { Project } from "../notebook/project.js";
import { runNotebook } from "../notebook/run.js";
import { firstSentence } from "../report/firstSentence.js";
import { indexPage, type IndexedNotebook } from "./indexPage.js";
import { liveSite } from "./liveSite.js";

export interface SiteOptions {
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
}

/** Everything that a site's manifest lists is of one report, so that a new build replaces it whole. */
const report = "site";

/**
 * The files of an interactive site: `index.html`; for each notebook `live/ID.html`, which runs in
 * the reader's browser, and the static forms that `renderReport` makes; the data that all of them
 * share, as `dataset.json`, and the files that it was read from in `data`. It needs a web server,
 * any will do, and asks no other host for anything.
 *
 * Throws an ExpectedError that lists every problem of every notebook.
 */
export async function buildSite(
  notebookFiles: readonly string[],
  { project, data, files, params, date, title, footer }: SiteOptions,
): Promise<Output[]> {
  const given = project.live.given(data, params);
  const outputs: Output[] = [];
  const indexed: IndexedNotebook[] = [];
  const problems: string[] = [];
  for (const file of notebookFiles) {
    try {
      const ran = await runNotebook(file, { project, ...given });
      const formats = ["html", "pdf", "csv"] as const;
      outputs.push(...(await renderReport(ran, { formats, date, footer })));
      indexed.push({ id: ran.id, title: ran.title, sentence: firstSentence(ran) });
    } catch (error) {
      if (!(error instanceof ExpectedError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new ExpectedError(problems);
  const sentences = new Map(indexed.map(({ id, sentence }) => [id, sentence]));
  const options = { project, data, params, footer, sentences, isStatic: true };
  const live = await liveSite(notebookFiles, options);
  const copies = [...files].map(([path, content]): [string, Uint8Array] => [
    `data/${path}`,
    content,
  ]);
  const index = indexPage({
    title,
    notebooks: indexed,
    data: copies.map(([path]) => path),
    about: given.about,
    isStatic: true,
    footer,
  });
  const all = [...live.files, ...copies, ["index.html", index] as const];
  return [
    ...outputs.map((output) => ({ ...output, report })),
    ...all.map(([path, content]) => ({ path, content, report })),
  ];
}
