import { setTimeout as sleep } from "node:timers/promises";
import type { Diff } from "../cqc/refresh/diff.js";
import { diffProblems, diffText } from "../cqc/refresh/diffText.js";
import { refresh } from "../cqc/refresh/refresh.js";
import { readDataset } from "../councils/data/readDataset.js";
import { ExpectedError } from "../errors.js";
import { acceptedReport } from "./acceptedReport.js";
import { now } from "./clock.js";
import type { Io } from "./io.js";
import { jsonText } from "./jsonText.js";
import { version } from "./version.js";

export interface RefreshCommandOptions {
  readonly from: string;
  readonly data?: string;
  readonly dryRun?: boolean;
  readonly accept?: boolean;
  readonly settle?: readonly string[];
  readonly pages?: number;
  readonly contact?: string;
  readonly json?: boolean;
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

/** What `--json` prints. */
export interface PrintedRefresh extends Diff {
  /** The files that were written, none without `--accept` or `--settle`. */
  readonly written: readonly string[];
}

/** `ninefold refresh`: reads CQC's pages, shows what they change, and writes it when asked. */
export async function refreshData(options: RefreshCommandOptions, io: Io): Promise<void> {
  const { from, data: dir, dryRun, accept, settle, pages, contact, json } = options;
  if (process.stderr.isTTY) io.stderr("Reading one page after another, some minutes …\n");
  const before = accept ? readDataset({ dir }) : null;
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
  const printed: PrintedRefresh = { ...diff, written };
  io.stdout(json ? jsonText(printed) : diffText(diff));
  if (!json && before !== null && written.length > 0) {
    io.stdout(`written: ${written.join(", ")}\n`);
    io.stdout(acceptedReport(before, readDataset({ dir })));
  }
  const problems = diffProblems(diff);
  if (problems.length > 0) throw new ExpectedError(problems);
}
