import { createRequire } from "node:module";
import type { SetName } from "../councils/analysis/select.js";
import { readFileUpTo } from "../disk/readUpTo.js";
import { ExpectedError } from "../errors.js";
import { checkNotebooks } from "../engine/notebook/check.js";
import { project } from "../project.js";
import type { Io } from "./io.js";
import { packageNotebooks } from "./packageNotebooks.js";

/** Libraries that analysts may install beside ninefold, as package.json names them. */
const optionalLibraries = ["arquero", "danfojs-node"];

/** An optional library that a notebook imports and that is not installed, or null. */
function missingLibrary(file: string): string | null {
  const read = readFileUpTo(file, 5_000_000);
  // That it is no notebook is said when its cells are checked.
  if ("problem" in read) return null;
  const text = read.bytes.toString("utf8");
  const { resolve } = createRequire(import.meta.url);
  const isMissing = (library: string) => {
    try {
      resolve(library);
      return false;
    } catch {
      return true;
    }
  };
  const imports = (library: string) => new RegExp(`from "(?:npm:)?${library}"`).test(text);
  return optionalLibraries.find((library) => imports(library) && isMissing(library)) ?? null;
}

/** The notebooks that come with the package, but those whose optional library is not installed. */
function defaultFiles(io: Io): string[] {
  return [...packageNotebooks().values()].filter((file) => {
    const library = missingLibrary(file);
    if (library !== null) io.stdout(`${file}: not checked: ${library} is not installed\n`);
    return library === null;
  });
}

export interface CheckOptions {
  readonly forms?: boolean;
  readonly watch?: boolean;
  readonly data?: string;
  readonly set?: SetName;
}

/** Each notebook's report beside its page: a line for each difference. */
async function differences(files: readonly string[], options: CheckOptions): Promise<string[]> {
  const { readDataset } = await import("../councils/data/readDataset.js");
  const { chooseSet } = await import("./notebooks.js");
  const { compareForms } = await import("../engine/notebook/forms/compareForms.js");
  const dataset = readDataset({ dir: options.data });
  const params = { set: chooseSet(dataset, options.set), council: null };
  const lines: string[] = [];
  for (const file of files)
    lines.push(
      ...(await compareForms(file, {
        project,
        tables: () => project.tables(dataset),
        ...project.live.given(dataset, params),
      })),
    );
  return lines;
}

/** What is wrong with notebooks, a line each. */
const problemsOf = (files: readonly string[], options: CheckOptions) =>
  options.forms ? differences(files, options) : checkNotebooks(files, project);

function doneWords(files: readonly string[], { forms }: CheckOptions): string {
  const done = forms ? "compared: report and page say the same" : "checked";
  return `${files.length} ${files.length === 1 ? "notebook" : "notebooks"} ${done}\n`;
}

/** `ninefold check`: type-checks the cells of notebooks, or compares their forms. */
export async function check(
  named: readonly string[],
  options: CheckOptions,
  io: Io,
): Promise<void> {
  const files = named.length > 0 ? named : defaultFiles(io);
  if (options.watch) {
    const { checkAgain } = await import("./checkAgain.js");
    return checkAgain(files, {
      problems: () => problemsOf(files, options),
      done: doneWords(files, options),
      io,
    });
  }
  const problems = await problemsOf(files, options);
  if (problems.length > 0) throw new ExpectedError(problems);
  io.stdout(doneWords(files, options));
}
