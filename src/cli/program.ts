import { Command } from "commander";
import { visible } from "../engine/report/visible.js";
import { claimCommands } from "./claimCommands.js";
import { dataCommands } from "./dataCommands.js";
import type { Io } from "./io.js";
import { reportCommands } from "./reportCommands.js";
import { version } from "./version.js";

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

  reportCommands(ninefold, io);
  claimCommands(ninefold, io);
  dataCommands(ninefold, io);
  return ninefold;
}
