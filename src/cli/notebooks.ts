import { existsSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { select, type SetName } from "../councils/analysis/select.js";
import type { Dataset } from "../councils/data/dataset.js";
import { reportNameOf } from "../engine/report/reportName.js";
import { ExpectedError } from "../errors.js";
import { packageNotebooks } from "./packageNotebooks.js";

/** A notebook by its path, or by its name among those that come with the package. */
function notebookFile(name: string): string {
  const found = statSync(name, { throwIfNoEntry: false });
  const known = packageNotebooks();
  const file = known.get(name);
  // A folder of that name is what `report --out .` makes of the package's notebook.
  if (found && !(file !== undefined && found.isDirectory())) return name;
  if (file !== undefined) return file;
  const names = [...known.keys()].join(", ");
  throw new ExpectedError(`no such notebook: ${name} (known: ${names}, or a path)`, 2);
}

/** The files of notebooks. Refuses those of one name, as what is made of them is named for them. */
export function notebookFiles(asked: readonly string[]): string[] {
  const files = asked.map(notebookFile);
  const names = files.map((file) => reportNameOf(file));
  const twice = files.filter((_, i) => names.some((name, j) => j !== i && name === names[i]));
  if (twice.length > 0)
    throw new ExpectedError(
      `notebooks of the same name, which would be one report: ${twice.join(", ")}`,
      2,
    );
  return files;
}

/**
 * The set that a report is about. Somebody's own data may hold nothing in the complete set, whose
 * date is that of the published data: all of it is then used, and the page says so.
 */
export function chooseSet(dataset: Dataset, asked: SetName | undefined): SetName {
  if (asked) return asked;
  return select(dataset, "scores", { set: "complete" }).n > 0 ? "complete" : "all";
}

/** Starters, which show how to use packages that Ninefold does not bring, and those packages. */
const starters: Readonly<Record<string, readonly string[]>> = {
  explore: ["arquero", "@duckdb/node-api"],
};

/** The starters whose packages are installed. */
export function startersThatRun(): string[] {
  const folders = createRequire(import.meta.url).resolve.paths("ninefold") ?? [];
  return Object.keys(starters).filter((name) =>
    starters[name].every((library) =>
      folders.some((folder) => existsSync(path.join(folder, library))),
    ),
  );
}
