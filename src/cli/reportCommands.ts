import { Option, type Command } from "commander";
import { formats, pictureFormats, usualFormats } from "../engine/report/formats.js";
import type { CheckOptions } from "./check.js";
import type { PreviewOptions } from "./preview.js";
import type { ReportOptions } from "./report.js";
import type { SiteOptions } from "./site.js";
import type { ScoresOptions } from "./scores.js";
import type { WorkbookOptions } from "./workbook.js";
import type { Io } from "./io.js";
import {
  toFormats,
  toWorkers,
  toPort,
  toBaseUrl,
  toNames,
  notebooksArgument,
  paramOption,
  dataOption,
  asAtOption,
  timeoutOption,
  setOption,
} from "./options.js";
import { published } from "./published.js";

/** What runs notebooks, and what is made of the data without one. */
export function reportCommands(ninefold: Command, io: Io): void {
  ninefold
    .command("report")
    .description("run notebooks and write reports as HTML, PDF and CSV")
    .addArgument(notebooksArgument())
    .option(
      "--council <name>",
      "a report on this council, by its name or ONS code; may be given again; with compare, 2 to 5 in one report",
      toNames,
    )
    .addOption(
      new Option(
        "--region <name>",
        "a report on each council of this region; with region, one on all of them",
      ).conflicts(["council", "allCouncils"]),
    )
    .addOption(
      new Option("--all-councils", "a report on each council, and a page of all").conflicts(
        "council",
      ),
    )
    .addOption(dataOption())
    .option("--out <dir>", "write into this directory", "reports")
    .addOption(
      new Option("--format <list>", "html, pdf, csv, xlsx, ods, svg, png, or several")
        .argParser(toFormats(formats))
        .default(usualFormats, usualFormats.join(",")),
    )
    .addOption(setOption())
    .addOption(asAtOption())
    .addOption(paramOption())
    .option("--contact <address>", "whom readers tell of a mistake, as the report says it")
    .option(
      "--workers <number>",
      "how many reports to make at once; by default as many as processors, up to 4",
      toWorkers,
    )
    .option("--source", "show the source of each pinned cell below what it shows")
    .addOption(timeoutOption())
    .option("--force", "make every report anew, and replace those changed since they were made")
    .action(async (names: string[], options: ReportOptions) => {
      const { report } = await import("./report.js");
      await report(names, options, io);
    });

  ninefold
    .command("workbook")
    .description(
      "every council, and the tables and figures of reports, as one workbook: XLSX or ODS",
    )
    .addArgument(notebooksArgument())
    .requiredOption("--out <file>", "the file to write: its ending, .xlsx or .ods, says which kind")
    .addOption(dataOption())
    .addOption(setOption())
    .option("--contact <address>", "whom readers tell of a mistake, as its cover says it")
    .addOption(timeoutOption())
    .option("--force", "replace a file that is there and differs")
    .action(async (names: string[], options: WorkbookOptions) => {
      const { workbook } = await import("./workbook.js");
      await workbook(names, options, io);
    });

  ninefold
    .command("scores")
    .description("every score as CSV, one to a line: council, statement, score")
    .argument("[FILE]", "the file to write; standard output where not given")
    .addOption(dataOption())
    .option("--force", "replace a file that is there and differs")
    .action(async (file: string | undefined, options: ScoresOptions) => {
      const { scores } = await import("./scores.js");
      scores(file, options, io);
    });

  ninefold
    .command("figures")
    .description("run notebooks and write the pictures of their figures, as SVG and PNG")
    .addArgument(notebooksArgument())
    .option(
      "--council <name>",
      "of this council's report; may be given again; with compare, 2 to 5 in one report",
      toNames,
    )
    .addOption(
      new Option(
        "--region <name>",
        "of the reports on each council of this region; with region, of one on all of them",
      ).conflicts("council"),
    )
    .addOption(dataOption())
    .option("--out <dir>", "write into this directory", "figures")
    .addOption(
      new Option("--format <list>", "svg, png, or both")
        .argParser(toFormats(pictureFormats))
        .default(pictureFormats, pictureFormats.join(",")),
    )
    .addOption(setOption())
    .addOption(paramOption())
    .addOption(timeoutOption())
    .option("--force", "make every picture anew, and replace those changed since they were made")
    .action(async (names: string[], options: ReportOptions) => {
      const { report } = await import("./report.js");
      await report(names, options, io);
    });

  ninefold
    .command("site")
    .description(
      "build an interactive site, with the static reports and the data, for any web server",
    )
    .argument(
      "[notebook...]",
      "names of notebooks, or paths; by default those that `report` builds, and the starters",
    )
    .addOption(dataOption())
    .option("--out <dir>", "write into this directory", "reports/site")
    .addOption(setOption())
    .option("--contact <address>", "whom readers tell of a mistake, as each page says it")
    .option(
      "--base-url <address>",
      "where the site will be, for cards where a page is shared: https://example.org/ratings/",
      toBaseUrl,
    )
    .addOption(timeoutOption())
    .option("--force", "replace files that were changed since they were made")
    .action(async (names: string[], options: SiteOptions) => {
      const { site } = await import("./site.js");
      await site(names, options, io);
    });

  ninefold
    .command("preview")
    .description("open notebooks live in a browser on this machine, made anew at each change")
    .argument("[notebook...]", "names of notebooks, or paths", published)
    .addOption(dataOption())
    .option("--port <number>", "listen on this port; a free one by default", toPort)
    .addOption(setOption())
    .action(async (names: string[], options: PreviewOptions) => {
      const { previewNotebooks } = await import("./preview.js");
      await previewNotebooks(names, options, io);
    });

  ninefold
    .command("check")
    .description("check the types of notebooks' cells")
    .argument("[notebook...]", "paths of notebooks; those that come with the package by default")
    .option("--forms", "run them as a report and as a page, and say where the two differ")
    .option("--watch", "check again at each change, until Ctrl-C")
    .addOption(dataOption())
    .addOption(setOption())
    .action(async (files: string[], options: CheckOptions) => {
      const { check } = await import("./check.js");
      await check(files, options, io);
    });
}
