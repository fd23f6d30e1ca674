import path from "node:path";
import type { SetName } from "../councils/analysis/select.js";
import { ExpectedError } from "../errors.js";
import { footerOf } from "../councils/pages/footer.js";
import type { Io } from "./io.js";
import { chooseSet, notebookFiles, startersThatRun } from "./notebooks.js";
import { checkOutFolder } from "./outFolder.js";
import { published } from "./published.js";
import { version } from "./version.js";

export interface SiteOptions {
  readonly data?: string;
  readonly out: string;
  readonly set?: SetName;
  readonly force?: boolean;
  readonly contact?: string;
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
  const { buildSite } = await import("../engine/site/buildSite.js");
  const { writeOutputs } = await import("../engine/report/output.js");
  const outputs = await buildSite(files, {
    dataset,
    set,
    footer: footerOf(dataset, { version: version(), contact: options.contact }),
    ...(options.data !== undefined && { dir: options.data }),
  });
  const made = { ninefold: version(), data: dataset.files, set };
  writeOutputs(options.out, outputs, made, { force: options.force });
  io.stdout(`${path.join(options.out, "index.html")}\n`);
}
