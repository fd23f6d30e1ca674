import { Option, type Command } from "commander";
import type { AnalyseOptions } from "./analyse.js";
import type { ClaimsOptions } from "./claims.js";
import type { Io } from "./io.js";
import { toTimeout, dataOption, asAtOption, setOption } from "./options.js";

/** What computes, and prints the result. */
export function claimCommands(ninefold: Command, io: Io): void {
  ninefold
    .command("analyse")
    .description("compute every analysis: one JSON object, or a short summary")
    .addOption(dataOption())
    .addOption(setOption())
    .addOption(asAtOption())
    .addOption(
      new Option(
        "--schemes",
        "what one rating tells and hides in every scheme of the data",
      ).conflicts("set"),
    )
    .option("--json", "print only JSON")
    .action(async (options: AnalyseOptions) => {
      const { printAnalysis } = await import("./analyse.js");
      printAnalysis(options, io);
    });

  ninefold
    .command("claims")
    .description("test the claims made of ratings: verdict, evidence and on which data it changes")
    .argument("[FILE]", "a file of claims of your own, in TypeScript or JavaScript, in their place")
    .addOption(dataOption())
    .addOption(asAtOption())
    .option("--json", "print only JSON, with every claim's rule, source and numbers")
    .addOption(
      new Option(
        "--timeout <seconds>",
        "how long a claim of FILE may take; 120 by default",
      ).argParser(toTimeout),
    )
    .action(async (file: string | undefined, options: ClaimsOptions) => {
      const { printClaims } = await import("./claims.js");
      await printClaims(file, options, io);
    });
}
