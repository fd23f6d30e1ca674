import { readdirSync } from "node:fs";
import path from "node:path";
import type { SetName } from "../councils/analysis/select.js";
import { packageFolder } from "../packageFolder.js";
import { siteTitle } from "../councils/pages/siteTitle.js";
import { project } from "../project.js";
import { footerOf, otherFooterOf } from "../councils/pages/footer.js";
import { interrupted } from "./interruption.js";
import type { Io } from "./io.js";
import { chooseSet, notebookFiles } from "./notebooks.js";
import { version } from "./version.js";

export interface PreviewOptions {
  readonly data?: string;
  readonly port?: number;
  readonly set?: SetName;
}

/** The files of a folder of data and its folders, as far as they are there. */
function watchedIn(folder: string): string[] {
  try {
    const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
    return [folder, ...names.map((name) => path.join(folder, name))];
  } catch {
    return [folder]; // It may come back.
  }
}

/** `ninefold preview`: shows notebooks live on this machine while they are written. */
export async function previewNotebooks(
  names: readonly string[],
  options: PreviewOptions,
  io: Io,
): Promise<void> {
  const notebooks = notebookFiles(names);
  const { readDataset } = await import("../councils/data/readDataset.js");
  const { notebookId } = await import("../engine/site/liveSite.js");
  // No change of a file mends a name that no address can hold.
  for (const file of notebooks) notebookId(file);
  const { previewFiles } = await import("../engine/site/previewFiles.js");
  const { preview } = await import("../engine/site/preview.js");
  const data = options.data ?? path.join(packageFolder, "data");
  const opened = await preview({
    make: (head) => {
      const dataset = readDataset({ dir: options.data });
      const set = chooseSet(dataset, options.set);
      const footer = footerOf(dataset, { version: version() });
      return previewFiles(notebooks, {
        project,
        data: dataset,
        params: { set, council: null },
        title: siteTitle,
        footer,
        otherFooter: otherFooterOf({ version: version() }),
        head,
      });
    },
    watched: () => [
      ...notebooks.map((file) => path.resolve(file)),
      ...watchedIn(path.resolve(data)),
    ],
    ...(options.port !== undefined && { port: options.port }),
    onBuilt: (problems) => {
      if (problems.length === 0) io.stdout("built\n");
      else io.stderr(problems.map((problem) => `${problem}\n`).join(""));
    },
  });
  io.stdout(`${opened.address}/ (Ctrl-C ends it)\n`);
  try {
    await Promise.race([interrupted(), opened.failed]);
  } finally {
    await opened.close();
  }
}
