import path from "node:path";
import { Option, type Command } from "commander";
import type { SetName } from "../analysis/select.js";
import { ExpectedError } from "../errors.js";
import type { Format, Output } from "../report/render.js";
import { footerOf } from "../report/footer.js";
import type { Io } from "./io.js";
import { chooseSet, notebookFiles, published } from "./notebooks.js";
import { version } from "./version.js";

const formats: readonly Format[] = ["html", "pdf", "csv"];

interface ReportOptions {
  readonly data?: string;
  readonly out: string;
  readonly format: readonly Format[];
  readonly set?: SetName;
  readonly force?: boolean;
  readonly contact?: string;
}

function toFormats(text: string): readonly Format[] {
  const names = text.split(",").map((name) => name.trim());
  const unknown = names.filter((name) => !formats.some((format) => format === name));
  if (unknown.length > 0)
    throw new ExpectedError(`--format: expected html, pdf or csv: ${unknown.join(", ")}`, 2);
  return formats.filter((format) => names.includes(format));
}

async function report(names: readonly string[], options: ReportOptions, io: Io): Promise<void> {
  if (options.out === "") throw new ExpectedError("--out: expected a folder: (blank)", 2);
  const files = notebookFiles(names);
  const { readDataset } = await import("../data/readDataset.js");
  const dataset = readDataset({ dir: options.data });
  const set = chooseSet(dataset, options.set);
  const { runNotebook } = await import("../notebook/run.js");
  const { renderReport } = await import("../report/render.js");
  const { writeOutputs } = await import("../report/output.js");
  const footer = footerOf(dataset, { version: version(), contact: options.contact });

  const outputs: Output[] = [];
  const problems: string[] = [];
  for (const file of files) {
    try {
      const blocks = await runNotebook(file, { dataset, params: { set, council: null } });
      outputs.push(
        ...(await renderReport(blocks, { formats: options.format, date: dataset.vintage, footer })),
      );
    } catch (error) {
      if (!(error instanceof ExpectedError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (outputs.length > 0) {
    const made = { ninefold: version(), data: dataset.files, set };
    writeOutputs(options.out, outputs, made, { force: options.force });
    for (const output of outputs.filter(({ path }) => !path.includes("/")))
      io.stdout(`${path.join(options.out, output.path)}\n`);
  }
  if (problems.length > 0) throw new ExpectedError(problems);
}

/** `ninefold report`: runs notebooks and writes what they show as HTML, PDF and CSV. */
export function reportCommand(program: Command, io: Io): void {
  program
    .command("report")
    .description("run notebooks and write reports as HTML, PDF and CSV")
    .argument("[notebook...]", "names of notebooks, or paths", published)
    .option("--data <dir>", "read the data from this directory; what it lacks comes with Ninefold")
    .option("--out <dir>", "write into this directory", "reports")
    .addOption(
      new Option("--format <list>", "html, pdf, csv, or several")
        .argParser(toFormats)
        .default(formats, formats.join(",")),
    )
    .addOption(
      new Option(
        "--set <set>",
        "complete: reports up to the date to which the data are complete; all: every report known",
      ).choices(["complete", "all"]),
    )
    .option("--contact <address>", "whom readers tell of a mistake, as the report says it")
    .option("--force", "replace reports that were changed since they were made")
    .action((names: string[], options: ReportOptions) => report(names, options, io));
}
