import { Option, type Command } from "commander";
import type { ImportCommandOptions } from "./import.js";
import type { ParseCommandOptions } from "./parse.js";
import type { RefreshCommandOptions } from "./refresh.js";
import type { RevisionsOptions } from "./revisions.js";
import type { ServicesReadOptions } from "./services.js";
import type { ServicesExportOptions } from "./servicesExport.js";
import type { ValidateOptions } from "./validate.js";
import type { Io } from "./io.js";
import { toPages } from "./options.js";

/** What reads, checks and changes data. */
export function dataCommands(ninefold: Command, io: Io): void {
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
    .option("--json", "print only JSON, with every number")
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
}
