import { readdirSync } from "node:fs";
import { join } from "node:path";
import { problemLine } from "../../datapackage/problem.js";
import { readJsonObject } from "../../datapackage/readJsonObject.js";
import { ExpectedError, messageOf } from "../../errors.js";
import { placesOf, readBytes } from "./place.js";
import { parseVintage, type Vintage } from "./vintage.js";

/** Fifty years of one a month. */
const mostFiles = 600;

/**
 * The vintages that are kept beside data, in their folder `vintages`, the earliest first; without
 * `dir`, the repository's. None where there is no such folder. Throws an ExpectedError, a line for
 * each file that is not as expected.
 */
export function readVintages(dir?: string): readonly Vintage[] {
  const [{ base, shown }] = placesOf(dir);
  const folder = join(shown, "vintages");
  let names: readonly string[];
  try {
    names = readdirSync(join(base, "vintages")).filter((name) => name.endsWith(".json"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw new ExpectedError(`${folder}: cannot be read: ${messageOf(error)}`);
  }
  if (names.length > mostFiles)
    throw new ExpectedError(`${folder}: expected at most ${mostFiles} files: ${names.length}`);
  const problems: string[] = [];
  const vintages = [...names].sort().flatMap((name): Vintage[] => {
    const fail = (what: string, value?: string) => {
      problems.push(
        problemLine(join(folder, name), { column: "file", what, ...(value && { value }) }),
      );
      return [];
    };
    const bytes = readBytes(join(base, "vintages", name));
    if (!Buffer.isBuffer(bytes)) return fail(bytes?.what ?? "no such file");
    const content = readJsonObject(bytes);
    if ("what" in content) return fail(content.what);
    const vintage = parseVintage(content.json);
    if ("problem" in vintage) return fail("is no vintage", vintage.problem);
    if (`${vintage.vintage}.json` !== name)
      return fail("expected its day as its name", vintage.vintage);
    return [vintage];
  });
  if (problems.length > 0) throw new ExpectedError(problems);
  return vintages;
}
