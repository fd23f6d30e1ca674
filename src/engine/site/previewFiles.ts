import { indexPage } from "./indexPage.js";
import { liveSite, type LiveSite, type LiveSiteOptions } from "./liveSite.js";

/** The live part of a site, for a preview: its pages and an index of them, without static forms. */
export async function previewFiles(
  notebookFiles: readonly string[],
  options: Omit<LiveSiteOptions, "isStatic"> & {
    readonly head: string;
    /** The title of the page that lists the notebooks. */
    readonly title: string;
  },
): Promise<Pick<LiveSite, "files" | "sources">> {
  const { files, notebooks, sources } = await liveSite(notebookFiles, {
    ...options,
    isStatic: false,
  });
  const index = indexPage({
    title: options.title,
    notebooks: notebooks.map(({ id, title }) => ({ id, title, sentence: "" })),
    data: [],
    about: options.project.live.given(options.data, options.params).about,
    isStatic: false,
    footer: options.footer,
    head: options.head,
  });
  return { files: new Map([...files, ["index.html", index]]), sources };
}
