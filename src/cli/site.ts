import path from "node:path";
import { Option, type Command } from "commander";
import type { SetName } from "../analysis/select.js";
import { ExpectedError } from "../errors.js";
import { footerOf } from "../report/footer.js";
import type { Io } from "./io.js";
import { chooseSet, notebookFiles, published, startersThatRun } from "./notebooks.js";
import { version } from "./version.js";

interface SiteOptions {
  readonly data?: string;
  readonly out: string;
  readonly set?: SetName;
  readonly force?: boolean;
  readonly contact?: string;
}

async function site(names: readonly string[], options: SiteOptions, io: Io): Promise<void> {
  if (options.out === "") throw new ExpectedError("--out: expected a folder: (blank)", 2);
  const asked = names.length > 0 ? names : [...published, ...startersThatRun()];
  const files = notebookFiles(asked);
  const { readDataset } = await import("../data/readDataset.js");
  const dataset = readDataset({ dir: options.data });
  const set = chooseSet(dataset, options.set);
  const { buildSite } = await import("../notebook/site/buildSite.js");
  const { writeOutputs } = await import("../report/output.js");
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

/** `ninefold site`: builds an interactive site that any web server can give, without a network. */
export function siteCommand(program: Command, io: Io): void {
  program
    .command("site")
    .description(
      "build an interactive site, with the static reports and the data, for any web server",
    )
    .argument(
      "[notebook...]",
      "names of notebooks, or paths; by default those that `report` builds, and the starters",
    )
    .option("--data <dir>", "read the data from this directory; what it lacks comes with Ninefold")
    .option("--out <dir>", "write into this directory", "reports/site")
    .addOption(
      new Option(
        "--set <set>",
        "complete: reports up to the date to which the data are complete; all: every report known",
      ).choices(["complete", "all"]),
    )
    .option("--contact <address>", "whom readers tell of a mistake, as each page says it")
    .option("--force", "replace files that were changed since they were made")
    .action((names: string[], options: SiteOptions) => site(names, options, io));
}
