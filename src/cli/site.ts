import path from "node:path";
import type { SetName } from "../councils/analysis/select.js";
import type { Site } from "../engine/site/buildSite.js";
import { ExpectedError } from "../errors.js";
import { siteTitle } from "../councils/pages/siteTitle.js";
import { project } from "../project.js";
import { footerOf, otherFooterOf } from "../councils/pages/footer.js";
import type { Io } from "./io.js";
import { noteInterruption } from "./interruption.js";
import { chooseSet, notebookFiles, startersThatRun } from "./notebooks.js";
import { checkOutFolder } from "./outFolder.js";
import { published } from "./published.js";
import { version } from "./version.js";
import { workersByDefault } from "./workers.js";

export interface SiteOptions {
  readonly data?: string;
  readonly out: string;
  readonly set?: SetName;
  readonly force?: boolean;
  readonly contact?: string;
  /** In milliseconds. */
  readonly timeout?: number;
}

/** `ninefold site`: builds an interactive site that any web server can give, without a network. */
export async function site(names: readonly string[], options: SiteOptions, io: Io): Promise<void> {
  if (options.out === "") throw new ExpectedError("--out: expected a folder: (blank)", 2);
  const asked = names.length > 0 ? names : [...published, ...startersThatRun()];
  const files = notebookFiles(asked);
  const { readDataset } = await import("../councils/data/readDataset.js");
  const dataset = readDataset({ dir: options.data });
  checkOutFolder(options.out, { data: options.data, notebooks: files });
  const set = chooseSet(dataset, options.set);
  const { dataFiles } = await import("../councils/data/dataFiles.js");
  const { buildSite } = await import("../engine/site/buildSite.js");
  const { writeOutputs } = await import("../engine/report/output.js");
  const interruption = noteInterruption();
  let made: Site;
  try {
    made = await buildSite(files, {
      project,
      data: dataset,
      files: dataFiles({ dir: options.data }),
      params: { set, council: null },
      date: dataset.vintage,
      title: siteTitle,
      footer: footerOf(dataset, { version: version(), contact: options.contact }),
      otherFooter: otherFooterOf({ version: version(), contact: options.contact }),
      workers: workersByDefault(),
      signal: interruption.signal,
      onSaid: io.stderr,
      ...(options.timeout !== undefined && { timeout: options.timeout }),
    });
  } finally {
    interruption.release();
  }
  const { outputs, problems, failed, warnings } = made;
  for (const line of warnings) io.stderr(`warning: ${line}\n`);
  const code = interruption.code();
  if (code !== null) throw new ExpectedError("stopped: no site was written", code);
  if (outputs.length === 0) throw new ExpectedError(problems);
  const from = { ninefold: version(), data: dataset.files, set };
  writeOutputs(options.out, outputs, from, { force: options.force });
  io.stdout(`${path.join(options.out, "index.html")}\n`);
  if (failed.length > 0)
    throw new ExpectedError([...problems, `left out of the site: ${failed.join(", ")}`]);
}
