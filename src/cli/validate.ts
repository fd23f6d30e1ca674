import type { Command } from "commander";
import { ExpectedError } from "../errors.js";
import type { Io } from "./io.js";

/** `ninefold validate [DIR]`: lists every problem of a directory of data, or says what is fine. */
export function validateCommand(program: Command, io: Io): void {
  program
    .command("validate")
    .description("check data files: every problem as file:line: column: what is wrong: value")
    .argument("[DIR]", "directory of data; the repository's data/ where not given")
    .action(async (dir: string | undefined) => {
      const { validateDirectory } = await import("../data/validateDirectory.js");
      const { problems, files } = validateDirectory(dir);
      if (problems.length > 0) throw new ExpectedError(problems);
      const rows = files.reduce((total, file) => total + (file.rows ?? 0), 0);
      const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? "" : "s"}`;
      io.stdout(`valid: ${count(files.length, "file")}, ${count(rows, "row")}\n`);
    });
}
