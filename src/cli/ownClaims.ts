import { lstatSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { ClaimResult } from "../councils/claims/evaluateClaims.js";
import type { Dataset } from "../councils/data/dataset.js";
import { ExpectedError, messageOf } from "../errors.js";
import { packageFolder } from "../packageFolder.js";
import type { FromClaimWorker, ToClaimWorker } from "./claimWorker.js";
import { compileClaims } from "./compileClaims.js";

export interface OwnClaims {
  readonly results: readonly ClaimResult[];
  /** A line for each claim, or file, that could not be tested. */
  readonly problems: readonly string[];
}

export interface OwnClaimsOptions {
  /** How long a claim may be at its test, in milliseconds. */
  readonly timeout: number;
  /** Called with what a claim's file writes to the console. */
  readonly onSaid: (text: string) => void;
}

/** What a thread came to: how far it got, and what is to be said of where it ended. */
interface Ran {
  readonly results: readonly ClaimResult[];
  readonly problems: readonly string[];
  /** The group that the next thread begins with; null where all are done. */
  readonly next: number | null;
}

/** How long a file may take to be read, in milliseconds. */
const startBound = 60_000;

/** Runs the groups of claims from `first` on in a thread, which is ended where one has no end. */
function runThread(
  file: string,
  data: Omit<ToClaimWorker, "first">,
  first: number,
  { timeout, onSaid }: OwnClaimsOptions,
): Promise<Ran> {
  const worker = new Worker(path.join(packageFolder, "dist", "cli", "claimWorker.js"), {
    workerData: { ...data, first } satisfies ToClaimWorker,
    stdout: true,
    stderr: true,
  });
  for (const stream of [worker.stdout, worker.stderr])
    stream.setEncoding("utf8").on("data", onSaid);
  const results: ClaimResult[] = [];
  const problems: string[] = [];
  return new Promise((resolve) => {
    let at: { readonly group: number; readonly ids: string } | null = null;
    let isDone = false;
    const end = (why: string | null) => {
      if (isDone) return;
      isDone = true;
      clearTimeout(timer);
      void worker.terminate();
      if (why !== null) problems.push(`${file}: ${at ? `claim ${at.ids}: ` : ""}${why}`);
      resolve({ results, problems, next: why === null || at === null ? null : at.group + 1 });
    };
    const bound = (most: number) =>
      setTimeout(() => end(`not done within ${most / 1000} seconds: --timeout allows more`), most);
    // Until the first claim begins, a thread starts and reads the file, which may take longer.
    let timer = bound(Math.max(timeout, startBound));
    worker.on("message", (message: FromClaimWorker) => {
      clearTimeout(timer);
      timer = bound(timeout);
      if ("begun" in message) at = { group: message.begun, ids: message.ids };
      else if ("results" in message) results.push(...message.results);
      else if ("problem" in message) problems.push(message.problem);
      else end(null);
    });
    worker.on("error", (error) => end(messageOf(error).split("\n")[0]));
    worker.on("exit", () => end("it ended the run, as process.exit() does"));
  });
}

/**
 * Tests the claims that a file in TypeScript or JavaScript exports, each within a bound of time and
 * in a thread of its own making: what one claim does wrong is a line, and the others are still
 * tested. The file is code and runs with the rights of whoever runs it.
 * Throws an ExpectedError for a file that is not there or cannot be compiled.
 */
export async function testOwnClaims(
  file: string,
  dataset: Dataset,
  options: OwnClaimsOptions,
): Promise<OwnClaims> {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found?.isFile())
    throw new ExpectedError(
      `${file}: ${found || lstatSync(file, { throwIfNoEntry: false }) ? "expected a file" : "no such file"}`,
      2,
    );
  const folder = mkdtempSync(path.join(tmpdir(), "ninefold-claims-"));
  try {
    const module = path.join(folder, "claims.mjs");
    writeFileSync(module, await compileClaims(file));
    const data = { file, module: pathToFileURL(module).href, dataset: JSON.stringify(dataset) };
    const results: ClaimResult[] = [];
    const problems: string[] = [];
    for (let first: number | null = 0; first !== null;) {
      const ran: Ran = await runThread(file, data, first, options);
      results.push(...ran.results);
      problems.push(...ran.problems);
      first = ran.next;
    }
    return { results, problems };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
