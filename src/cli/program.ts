import { Command, InvalidArgumentError, Option } from "commander";
import { formats, pictureFormats, usualFormats, type Format } from "../engine/report/formats.js";
import { visible } from "../engine/report/visible.js";
import type { AnalyseOptions } from "./analyse.js";
import type { CheckOptions } from "./check.js";
import type { ClaimsOptions } from "./claims.js";
import type { ImportCommandOptions } from "./import.js";
import type { Io } from "./io.js";
import type { ParseCommandOptions } from "./parse.js";
import type { GivenParam } from "./paramNames.js";
import type { PreviewOptions } from "./preview.js";
import { published } from "./published.js";
import type { RefreshCommandOptions } from "./refresh.js";
import type { ReportOptions } from "./report.js";
import type { RevisionsOptions } from "./revisions.js";
import type { ServicesReadOptions } from "./services.js";
import type { ServicesExportOptions } from "./servicesExport.js";
import type { SiteOptions } from "./site.js";
import type { ValidateOptions } from "./validate.js";
import { version } from "./version.js";

/** Reads a list of forms, of those that a command makes. */
const toFormats =
  (known: readonly Format[]) =>
  (text: string): readonly Format[] => {
    const names = text.split(",").map((name) => name.trim());
    const unknown = names.filter((name) => !known.some((format) => format === name));
    if (unknown.length > 0)
      throw new InvalidArgumentError(`expected some of ${known.join(", ")}: ${unknown.join(", ")}`);
    return known.filter((format) => names.includes(format));
  };

function toWorkers(text: string): number {
  const workers = Number(text);
  if (!/^\d{1,3}$/.test(text) || workers < 1)
    throw new InvalidArgumentError("expected a number from 1 to 999");
  return workers;
}

function toPort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65535)
    throw new InvalidArgumentError("expected a number from 1 to 65535");
  return port;
}

/** Seconds as milliseconds. */
function toTimeout(text: string): number {
  const seconds = Number(text);
  if (!/^\d{1,5}$/.test(text) || seconds < 1 || seconds > 86_400)
    throw new InvalidArgumentError("expected a number of seconds from 1 to 86400");
  return 1000 * seconds;
}

function toParams(text: string, before: readonly GivenParam[] = []): readonly GivenParam[] {
  const at = text.indexOf("=");
  if (at < 1) throw new InvalidArgumentError("expected name=value, as in year=2024");
  return [...before, [text.slice(0, at).trim(), text.slice(at + 1)]];
}

/** An address that pages lie below, with a slash at its end. */
function toBaseUrl(text: string): string {
  const address = URL.canParse(text) ? new URL(text) : null;
  if (address === null || !/^https?:$/.test(address.protocol) || /[?#]/.test(text))
    throw new InvalidArgumentError("expected an address such as https://example.org/ratings/");
  return address.href.endsWith("/") ? address.href : `${address.href}/`;
}

function toPages(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new InvalidArgumentError("expected a number from 1");
  return Number(text);
}

const dataOption = () =>
  new Option(
    "--data <dir>",
    "read the data from this directory; what it lacks comes with Ninefold",
  );

const asAtOption = () =>
  new Option(
    "--as-at <date>",
    "as on this day, such as 2025-06-01: what was known to be published by it, with the ratings of then",
  );

const timeoutOption = () =>
  new Option(
    "--timeout <seconds>",
    "how long a notebook may run without any of its cells being done; 30 by default",
  ).argParser(toTimeout);

const setOption = () =>
  new Option(
    "--set <set>",
    "complete: reports up to the date to which the data are complete; all: every report known",
  ).choices(["complete", "all"]);

/**
 * The command line: what each command takes and which file does its work. That file is loaded when
 * its command runs, as `--help` needs none of them and no command needs the others.
 */
export function program(io: Io): Command {
  const ninefold = new Command("ninefold")
    .description(
      "Unfolds the one-word rating of an English council's adult social care into the nine scores behind it.",
    )
    .version(version())
    .configureOutput({
      writeOut: io.stdout,
      // What is wrong in a command line may be shown as it was typed.
      writeErr: (text) => io.stderr(visible(text)),
    })
    .exitOverride()
    .helpCommand(false)
    .addHelpText(
      "after",
      "\nA notebook is code and runs with your rights: run only notebooks that you trust.",
    );

  ninefold
    .command("report")
    .description("run notebooks and write reports as HTML, PDF and CSV")
    .argument("[notebook...]", `names of notebooks, or paths; by default ${published.join(", ")}`)
    .option(
      "--council <name>",
      "a report on this council, by its name or ONS code; may be given again; with compare, 2 to 5 in one report",
      (text: string, before: readonly string[] = []) => [...before, text],
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
      new Option("--format <list>", "html, pdf, csv, svg, png, or several")
        .argParser(toFormats(formats))
        .default(usualFormats, usualFormats.join(",")),
    )
    .addOption(setOption())
    .addOption(asAtOption())
    .option(
      "--param <name=value>",
      "a value for a parameter of the notebook's own; may be given again",
      toParams,
    )
    .option("--contact <address>", "whom readers tell of a mistake, as the report says it")
    .option(
      "--workers <number>",
      "how many reports to make at once; by default as many as processors, up to 4",
      toWorkers,
    )
    .addOption(timeoutOption())
    .option("--force", "make every report anew, and replace those changed since they were made")
    .action(async (names: string[], options: ReportOptions) => {
      const { report } = await import("./report.js");
      await report(names, options, io);
    });

  ninefold
    .command("figures")
    .description("run notebooks and write the pictures of their figures, as SVG and PNG")
    .argument("[notebook...]", `names of notebooks, or paths; by default ${published.join(", ")}`)
    .option(
      "--council <name>",
      "of this council's report; may be given again; with compare, 2 to 5 in one report",
      (text: string, before: readonly string[] = []) => [...before, text],
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
    .option(
      "--param <name=value>",
      "a value for a parameter of the notebook's own; may be given again",
      toParams,
    )
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
    .command("analyse")
    .description("compute every analysis: one JSON object, or a short summary")
    .addOption(dataOption())
    .addOption(setOption())
    .addOption(asAtOption())
    .addOption(
      new Option(
        "--schemes",
        "what one word tells and hides in every scheme of the data",
      ).conflicts("set"),
    )
    .option("--json", "print only JSON")
    .action(async (options: AnalyseOptions) => {
      const { printAnalysis } = await import("./analyse.js");
      printAnalysis(options, io);
    });

  const services = ninefold
    .command("services")
    .description("ratings of CQC's care services, month by month");
  services
    .command("read")
    .description("keep a month of CQC's file of latest ratings: ODS, XLSX or CSV")
    .argument("<file>", "the file as it was downloaded")
    .requiredOption("--data <dir>", "the folder of data that keeps it, as services/YYYY-MM.csv")
    .option("--month <YYYY-MM>", "the month it is of; by default what its name says")
    .addOption(
      new Option("--dates <order>", "of a file without a day above 12").choices(["dmy", "mdy"]),
    )
    .option("--replace", "put it in place of a month that is there with other rows")
    .action(async (file: string, options: ServicesReadOptions) => {
      const { readServices } = await import("./services.js");
      await readServices(file, options, io);
    });

  services
    .command("export")
    .description("all months that are kept as one Parquet file, for DuckDB and the like")
    .requiredOption("--data <dir>", "the folder of data that keeps them")
    .requiredOption("--parquet <file>", "the file to write")
    .action(async (options: ServicesExportOptions) => {
      const { exportServices } = await import("./servicesExport.js");
      await exportServices(options, io);
    });

  ninefold
    .command("claims")
    .description("test the claims made of ratings: verdict, evidence and on which data it changes")
    .addOption(dataOption())
    .addOption(asAtOption())
    .option("--json", "print only JSON, with every claim's rule, source and numbers")
    .action(async (options: ClaimsOptions) => {
      const { printClaims } = await import("./claims.js");
      await printClaims(options, io);
    });

  ninefold
    .command("refresh")
    .description(
      "read CQC's list of reports and show what is new, changed, withdrawn or contradicted",
    )
    .option("--from <address>", "the site to read", "https://www.cqc.org.uk")
    .option("--data <dir>", "the folder of data; by default that which comes with Ninefold")
    .option("--dry-run", "write nothing at all, not even the pages that are read")
    .option("--accept", "write what is new, changed and withdrawn into the data")
    .option(
      "--settle <code...>",
      "with --accept: councils whose page is right though it contradicts the data, by their codes; CODE=new adds it as another assessment",
    )
    .option("--pages <number>", "read at most so many pages", toPages)
    .option("--contact <address>", "where the site's owner can read who asks, in each request")
    .option("--json", "print only JSON")
    .action(async (options: RefreshCommandOptions) => {
      const { refreshData } = await import("./refresh.js");
      await refreshData(options, io);
    });

  ninefold
    .command("revisions")
    .description(
      "what changed between two vintages of data, and which numbers and verdicts with it",
    )
    .option("--from <dir>", "the earlier data; by default the later with revisions.csv undone")
    .option("--since <date>", "against what CQC had published by this day, such as 2026-08-31")
    .option("--to <dir>", "the later data; what they lack comes with Ninefold")
    .option("--json", "print only JSON, with every number in full")
    .action(async (options: RevisionsOptions) => {
      const { printRevisions } = await import("./revisions.js");
      printRevisions(options, io);
    });

  ninefold
    .command("template")
    .description("an empty table of assessments to fill in, and what each column holds")
    .argument("[FILE]", "the CSV file to write; standard output where not given")
    .action(async (file: string | undefined) => {
      const { template } = await import("./template.js");
      template(file, io);
    });

  ninefold
    .command("import")
    .description(
      "a folder of data from a CSV, XLSX or ODS file, with a log of every change and refusal",
    )
    .argument(
      "<FILE>",
      "the file; names of columns and councils, dates and ratings as people write them",
    )
    .requiredOption("--out <dir>", "the folder to write, for --data")
    .option("--source <address>", "the source of rows that name none")
    .option("--scheme <id>", "the scheme of rows that name none")
    .addOption(
      new Option("--dates <order>", "of 01/05/2025, where the file does not show it").choices([
        "dmy",
        "mdy",
      ]),
    )
    .option("--alone", "without the assessments that come with Ninefold")
    .action(async (file: string, options: ImportCommandOptions) => {
      const { importFile } = await import("./import.js");
      await importFile(file, options, io);
    });

  ninefold
    .command("validate")
    .description("check data files: every problem as file:line: column: what is wrong: value")
    .argument("[DIR]", "directory of data; the repository's data/ where not given")
    .option("--json", "print only JSON: problems, and their kinds with count and cause")
    .option("--fix <dir>", "write a folder in which what is mechanical is mended, and list it")
    .action(async (dir: string | undefined, options: ValidateOptions) => {
      const { validate } = await import("./validate.js");
      validate(dir, io, options);
    });

  ninefold
    .command("parse")
    .description("read saved pages of CQC: one JSON object, or for several files an array")
    .argument(
      "<FILE...>",
      "a summary, a quality statement or a press release, as HTML or text; - is standard input",
    )
    .option("--address <URL>", "where the page was saved from, of a single FILE")
    .action(async (files: string[], options: ParseCommandOptions) => {
      const { parseFiles } = await import("./parse.js");
      parseFiles(files, options, io);
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

  return ninefold;
}
