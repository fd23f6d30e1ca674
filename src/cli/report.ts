import { InvalidArgumentError, Option, type Command } from "commander";
import type { SetName } from "../analysis/select.js";
import { ExpectedError } from "../errors.js";
import type { Format } from "../report/render.js";
import type { CouncilOptions } from "./councils.js";
import type { Io } from "./io.js";
import { published } from "./notebooks.js";

const formats: readonly Format[] = ["html", "pdf", "csv"];

export interface ReportOptions extends CouncilOptions {
  readonly data?: string;
  readonly out: string;
  readonly format: readonly Format[];
  readonly set?: SetName;
  readonly force?: boolean;
  readonly contact?: string;
  readonly workers?: number;
}

function toFormats(text: string): readonly Format[] {
  const names = text.split(",").map((name) => name.trim());
  const unknown = names.filter((name) => !formats.some((format) => format === name));
  if (unknown.length > 0)
    throw new ExpectedError(`--format: expected html, pdf or csv: ${unknown.join(", ")}`, 2);
  return formats.filter((format) => names.includes(format));
}

function toWorkers(text: string): number {
  const workers = Number(text);
  if (!/^\d{1,3}$/.test(text) || workers < 1)
    throw new InvalidArgumentError("expected a number from 1 to 999");
  return workers;
}

/** `ninefold report`: runs notebooks and writes what they show as HTML, PDF and CSV. */
export function reportCommand(program: Command, io: Io): void {
  program
    .command("report")
    .description("run notebooks and write reports as HTML, PDF and CSV")
    .argument("[notebook...]", `names of notebooks, or paths; by default ${published.join(", ")}`)
    .option(
      "--council <name>",
      "a report on this council, by its name or ONS code; may be given again",
      (text: string, before: readonly string[] = []) => [...before, text],
    )
    .addOption(
      new Option("--region <name>", "a report on each council of this region").conflicts([
        "council",
        "allCouncils",
      ]),
    )
    .addOption(
      new Option("--all-councils", "a report on each council, and a page of all").conflicts(
        "council",
      ),
    )
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
    .option(
      "--workers <number>",
      "how many reports to make at once; by default as many as processors, up to 4",
      toWorkers,
    )
    .option("--force", "make every report anew, and replace those changed since they were made")
    .action(async (names: string[], options: ReportOptions) => {
      const { runReport } = await import("./runReport.js");
      await runReport(names, options, io);
    });
}
