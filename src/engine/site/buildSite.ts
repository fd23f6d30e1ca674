import type { Dataset } from "../../councils/data/dataset.js";
import { dataFiles } from "../../councils/data/dataFiles.js";
import { ExpectedError } from "../../errors.js";
import { aboutData } from "../../councils/pages/about.js";
import type { Prose } from "../report/block.js";
import { renderReport, type Output } from "../report/render.js";
import type { Params } from "../notebook/builtins.js";
import { runNotebook } from "../notebook/run.js";
import { firstSentence } from "./firstSentence.js";
import { indexPage, type IndexedNotebook } from "./indexPage.js";
import { liveSite } from "./liveSite.js";

export interface SiteOptions {
  readonly dataset: Dataset;
  /** The directory that the dataset was read from; the repository's where it is left out. */
  readonly dir?: string;
  readonly set: Params["set"];
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
  { dataset, dir, set, footer }: SiteOptions,
): Promise<Output[]> {
  const outputs: Output[] = [];
  const indexed: IndexedNotebook[] = [];
  const problems: string[] = [];
  for (const file of notebookFiles) {
    try {
      const ran = await runNotebook(file, { dataset, params: { set, council: null } });
      const formats = ["html", "pdf", "csv"] as const;
      outputs.push(...(await renderReport(ran, { formats, date: dataset.vintage, footer })));
      indexed.push({ id: ran.id, title: ran.title, sentence: firstSentence(ran) });
    } catch (error) {
      if (!(error instanceof ExpectedError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new ExpectedError(problems);
  const live = await liveSite(notebookFiles, { dataset, set, footer, isStatic: true });
  const data = [...dataFiles({ dir })].map(([path, content]): [string, Buffer] => [
    `data/${path}`,
    content,
  ]);
  const index = indexPage({
    notebooks: indexed,
    data: data.map(([path]) => path),
    about: aboutData(dataset, set),
    isStatic: true,
    footer,
  });
  const files = [...live.files, ...data, ["index.html", index] as const];
  return [
    ...outputs.map((output) => ({ ...output, report })),
    ...files.map(([path, content]) => ({ path, content, report })),
  ];
}
