import { CommanderError } from "commander";
import { systemError } from "../disk/diskError.js";
import { ExpectedError } from "../errors.js";
import { visible } from "../engine/report/visible.js";
import { processIo, type Io } from "./io.js";
import { program } from "./program.js";

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
    const expected = error instanceof ExpectedError ? error : systemError(error);
    if (expected === null) throw error;
    io.stderr(expected.problems.map((problem) => `${visible(problem)}\n`).join(""));
    return expected.exitCode;
  }
}

/** `run` for the process: sets the exit code rather than exiting, so that output is not cut off. */
export async function main(argv: readonly string[]): Promise<void> {
  // The exit code of Node itself where what is waited for never comes.
  process.exitCode = 13;
  process.exitCode = await run(argv);
}
