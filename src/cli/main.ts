import { Command, CommanderError } from "commander";
import { ExpectedError } from "../errors.js";
import { visible } from "../report/visible.js";
import { analyseCommand } from "./analyse.js";
import { checkCommand } from "./check.js";
import { claimsCommand } from "./claims.js";
import { processIo, type Io } from "./io.js";
import { parseCommand } from "./parse.js";
import { previewCommand } from "./preview.js";
import { refreshCommand } from "./refresh.js";
import { reportCommand } from "./report.js";
import { revisionsCommand } from "./revisions.js";
import { siteCommand } from "./site.js";
import { validateCommand } from "./validate.js";
import { version } from "./version.js";

function program(io: Io): Command {
  const ninefold = new Command("ninefold")
    .description(
      "Unfolds the one-word rating of an English council's adult social care into the nine scores behind it.",
    )
    .version(version())
    .configureOutput({ writeOut: io.stdout, writeErr: io.stderr })
    .exitOverride()
    .helpCommand(false);
  const commands = [
    reportCommand,
    siteCommand,
    previewCommand,
    analyseCommand,
    claimsCommand,
    refreshCommand,
    revisionsCommand,
    validateCommand,
    parseCommand,
    checkCommand,
  ];
  for (const add of commands) add(ninefold, io);
  return ninefold;
}

/**
 * Runs a command line and gives its exit code: 0 done, 1 bad data or a failed cell, 2 bad usage,
 * 130 stopped with Ctrl-C.
 * Expected failures are one line each on standard error; anything else is a defect and is thrown.
 */
export async function run(argv: readonly string[], io: Io = processIo): Promise<number> {
  try {
    if (argv.length === 0) {
      io.stderr(program(io).helpInformation());
      return 2;
    }
    await program(io).parseAsync(argv, { from: "user" });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof ExpectedError)) throw error;
    io.stderr(error.problems.map((problem) => `${visible(problem)}\n`).join(""));
    return error.exitCode;
  }
}

/** `run` for the process: sets the exit code rather than exiting, so that output is not cut off. */
export async function main(argv: readonly string[]): Promise<void> {
  process.exitCode = await run(argv);
}
