import { indexPage } from "./indexPage.js";
import { livePath, liveSite, type LiveSiteOptions } from "./liveSite.js";
import type { PreviewedSite } from "./preview.js";

/** The live part of a site, for a preview: its pages and an index of them, without static forms. */
export async function previewFiles(
  notebookFiles: readonly string[],
  options: Omit<LiveSiteOptions, "isStatic"> & {
    readonly head: string;
    /** The title of the page that lists the notebooks. */
    readonly title: string;
  },
): Promise<PreviewedSite> {
  const { files, notebooks, sources, failed } = await liveSite(notebookFiles, {
    ...options,
    isStatic: false,
  });
  const index = indexPage({
    title: options.title,
    notebooks: [
      ...notebooks.map(({ id, title }) => ({ id, title, sentence: "" })),
      ...failed.map(({ id }) => ({ id, title: id, sentence: "It has a problem." })),
    ],
    data: [],
    about: options.project.live.given(options.data, options.params).about,
    isStatic: false,
    footer: options.footer,
    head: options.head,
  });
  const problems = failed.map((one) => [livePath(one.id), one.problems] as const);
  return { files: new Map([...files, ["index.html", index]]), sources, failed: new Map(problems) };
}
