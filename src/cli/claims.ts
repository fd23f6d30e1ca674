import { select } from "../councils/analysis/select.js";
import { currentCouncils } from "../councils/data/successions.js";
import { evaluateClaims, type ClaimResult } from "../councils/claims/evaluateClaims.js";
import type { Dataset } from "../councils/data/dataset.js";
import { intervalMeaning } from "../councils/findings/intervalMeaning.js";
import { date } from "../engine/report/format.js";
import { ExpectedError } from "../errors.js";
import { readAsAt, type AsAtOptions } from "./asAtDay.js";
import type { Io } from "./io.js";
import { jsonText } from "./jsonText.js";
import { wrap } from "./textTable.js";

export interface ClaimsOptions extends AsAtOptions {
  readonly json?: boolean;
  /** Of each claim of one's own, in milliseconds. */
  readonly timeout?: number;
}

/** What `--json` prints. */
export interface PrintedClaims {
  readonly schema: "ninefold.claims/1";
  /** The day of the data, and the last day of the complete set, `YYYY-MM-DD`. */
  readonly vintage: string;
  readonly completeTo: string;
  readonly claims: readonly ClaimResult[];
}

/** The width of the terminal that reads along, or 100 characters. */
function terminalWidth(): number {
  return process.stdout.columns || 100;
}

/** The results as `--json` prints them. */
export function claimsJson(dataset: Dataset, results: readonly ClaimResult[]): string {
  const { vintage, completeTo } = dataset;
  const printed: PrintedClaims = {
    schema: "ninefold.claims/1",
    vintage,
    completeTo,
    claims: results,
  };
  return jsonText(printed);
}

async function toText(
  dataset: Dataset,
  results: readonly ClaimResult[],
  width: number,
): Promise<string> {
  const { claimsTable } = await import("../councils/tables/claimsTable.js");
  const { textTable } = await import("./textTable.js");
  const table = claimsTable(results, { source: "Ninefold" });
  const cells = (key: string) => table.data.rows.map((row) => String(row[key]));
  const [verdicts, kinds] = [cells("verdict"), cells("kind")];
  const known = select(dataset, "scores").n;
  const about =
    `Claims on data as at ${date(dataset.vintage)}. The complete set is of reports published to ` +
    `${date(dataset.completeTo)}: ${known} of ${currentCouncils(dataset).length} councils with nine ` +
    `scores. ${table.scope} ${intervalMeaning} Rules and sources: ninefold claims --json.`;
  const text = textTable(
    [
      { label: "", cells: cells("id"), width: 3 },
      { label: "Claim", cells: cells("text"), width: null },
      {
        label: "Verdict",
        cells: verdicts.map((verdict, i) => `${verdict} (${kinds[i]})`),
        width: 13,
      },
      { label: "Evidence", cells: cells("evidence"), width: null },
      { label: "On other data", cells: cells("changes"), width: null },
    ],
    width,
  );
  return `${text}\n${wrap(about, width).join("\n")}\n`;
}

/** The bound of a claim's test where none is given, in milliseconds. */
const defaultTimeout = 120_000;

async function printOwn(
  file: string,
  dataset: Dataset,
  { json, timeout = defaultTimeout }: ClaimsOptions,
  io: Io,
): Promise<void> {
  const { testOwnClaims } = await import("./ownClaims.js");
  const { results, problems } = await testOwnClaims(file, dataset, { timeout, onSaid: io.stderr });
  if (results.length > 0)
    io.stdout(
      json ? claimsJson(dataset, results) : await toText(dataset, results, terminalWidth()),
    );
  if (problems.length > 0) throw new ExpectedError(problems);
}

/**
 * `ninefold claims`: each claim with its verdict and evidence, as a table or as JSON; those of a
 * file in place of Ninefold's where one is given.
 */
export async function printClaims(
  file: string | undefined,
  options: ClaimsOptions,
  io: Io,
): Promise<void> {
  const { json } = options;
  const dataset = readAsAt(options);
  if (file !== undefined) return printOwn(file, dataset, options, io);
  if (process.stderr.isTTY)
    io.stderr("Testing each claim on the data and on other ways to take them, some seconds …\n");
  const results = evaluateClaims(dataset);
  io.stdout(json ? claimsJson(dataset, results) : await toText(dataset, results, terminalWidth()));
}
