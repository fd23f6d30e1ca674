import type { Command } from "commander";
import { ExpectedError } from "../errors.js";
import type { Io } from "./io.js";
import { packageNotebooks } from "./packageNotebooks.js";

async function check(named: readonly string[], io: Io): Promise<void> {
  const files = named.length > 0 ? named : [...packageNotebooks().values()];
  const { checkNotebooks } = await import("../notebook/check.js");
  const problems = await checkNotebooks(files);
  if (problems.length > 0) throw new ExpectedError(problems);
  io.stdout(`${files.length} ${files.length === 1 ? "notebook" : "notebooks"} checked\n`);
}

/** `ninefold check`: type-checks the cells of notebooks. */
export function checkCommand(program: Command, io: Io): void {
  program
    .command("check")
    .description("check the types of notebooks' cells")
    .argument("[notebook...]", "paths of notebooks; those that come with the package by default")
    .action((files: string[]) => check(files, io));
}
