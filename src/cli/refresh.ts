import { setTimeout as sleep } from "node:timers/promises";
import { InvalidArgumentError, type Command } from "commander";
import { ExpectedError } from "../errors.js";
import { now } from "./clock.js";
import type { Io } from "./io.js";
import { version } from "./version.js";

interface RefreshCommandOptions {
  readonly from: string;
  readonly data?: string;
  readonly dryRun?: boolean;
  readonly accept?: boolean;
  readonly settle?: readonly string[];
  readonly pages?: number;
  readonly contact?: string;
  readonly json?: boolean;
}

function toPages(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new InvalidArgumentError("expected a number from 1");
  return Number(text);
}

/** Whether an address is of this machine, which needs no sparing. */
function isThisMachine(address: string): boolean {
  if (!URL.canParse(address)) return false;
  return ["127.0.0.1", "[::1]", "localhost"].includes(new URL(address).hostname);
}

/** Who asks, and where to read about it. It becomes a header, so it is held to plain characters. */
function userAgent(contact: string | undefined): string {
  if (contact !== undefined && !/^[\x21-\x7e]{3,200}$/.test(contact))
    throw new ExpectedError(`--contact: expected an address: ${contact}`, 2);
  const about =
    contact === undefined
      ? "toolkit on local authority assessments; see the README of the package ninefold"
      : `+${contact}`;
  return `ninefold/${version()} (${about})`;
}

async function refreshData(options: RefreshCommandOptions, io: Io): Promise<void> {
  const { from, data: dir, dryRun, accept, settle, pages, contact, json } = options;
  const { refresh } = await import("../data/refresh/refresh.js");
  const { diffProblems, diffText } = await import("../data/refresh/diffText.js");
  if (process.stderr.isTTY) io.stderr("Reading one page after another, some minutes …\n");
  const { diff, written } = await refresh(
    {
      ...{ from, dir, dryRun, accept, settle, userAgent: userAgent(contact) },
      limits: {
        ...(pages !== undefined && { pages }),
        ...(isThisMachine(from) && { pause: 0 }),
      },
    },
    { fetch, now, sleep },
  );
  io.stdout(json ? `${JSON.stringify({ ...diff, written }, null, 2)}\n` : diffText(diff));
  if (!json && written.length > 0) io.stdout(`written: ${written.join(", ")}\n`);
  const problems = diffProblems(diff);
  if (problems.length > 0) throw new ExpectedError(problems);
}

/** `ninefold refresh`: reads CQC's pages, shows what they change, and writes it when asked. */
export function refreshCommand(program: Command, io: Io): void {
  program
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
      "with --accept: councils whose page is right though it contradicts the data, by their codes",
    )
    .option("--pages <number>", "read at most so many pages", toPages)
    .option("--contact <address>", "where the site's owner can read who asks, in each request")
    .option("--json", "print only JSON")
    .action((options: RefreshCommandOptions) => refreshData(options, io));
}
