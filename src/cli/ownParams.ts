import { compileNotebook } from "../engine/notebook/compileNotebook.js";
import { declaredParams } from "../engine/notebook/declaredParams.js";
import { importNotebookKit } from "../engine/notebook/notebookKit.js";
import { paramWords, readParams, type ParamValues } from "../engine/notebook/params.js";
import { readNotebook } from "../engine/notebook/readNotebook.js";
import { ExpectedError } from "../errors.js";
import { project } from "../project.js";
import type { GivenParam } from "./paramNames.js";

/** The options that give what `params` always has. */
const options: Readonly<Record<string, string>> = { set: "--set", council: "--council" };

/**
 * The values that a command line gives to a notebook's own parameters. Throws an ExpectedError, a
 * line for each that the notebook does not take or that is of another type, with all that it takes.
 */
export async function ownParams(file: string, given: readonly GivenParam[]): Promise<ParamValues> {
  const { compiled, errors } = await compileNotebook(readNotebook(file, await importNotebookKit()));
  // The run says what is wrong with a cell that does not parse.
  if (errors.length > 0) return {};
  const { params } = declaredParams(compiled, project.paramNames);
  const takes =
    params.length === 0
      ? "it takes none of its own: write params.year ?? 2024 in a cell"
      : `it takes ${params.map(paramWords).join(", ")}`;
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const [name] of given) {
    if (seen.has(name)) problems.push(`--param ${name}: given twice`);
    seen.add(name);
  }
  const values = readParams(given, params, (name, message) => {
    const instead = Object.hasOwn(options, name) ? ` (use ${options[name]})` : "";
    problems.push(`--param ${name}: ${message}${instead}: ${file}: ${takes}`);
  });
  if (problems.length > 0) throw new ExpectedError(problems, 2);
  return values;
}
