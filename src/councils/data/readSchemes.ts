import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { repositoryData } from "../../datapackage/descriptor.js";
import { problemLine } from "../../datapackage/problem.js";
import { readJsonObject } from "../../datapackage/readJsonObject.js";
import { ExpectedError } from "../../errors.js";
import { parseScheme } from "../../ratings/parseScheme.js";
import type { Scheme } from "../../ratings/scheme.js";
import { readBytes } from "./readFiles.js";

/** The scheme of an assessment whose row names none. */
export const defaultScheme = "cqc-councils-2023";

function schemesIn(dir: string): { readonly schemes: Scheme[]; readonly problems: string[] } {
  const folder = path.join(dir, "schemes");
  const names = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".json"))
        .sort()
    : [];
  const schemes: Scheme[] = [];
  const problems: string[] = [];
  for (const name of names) {
    const file = path.join(folder, name);
    const say = (what: string) => problems.push(`${file}: ${what}`);
    const bytes = readBytes(file);
    if (!Buffer.isBuffer(bytes)) {
      if (bytes !== null) problems.push(problemLine(file, bytes));
      continue;
    }
    const content = readJsonObject(bytes);
    if ("what" in content) {
      problems.push(problemLine(file, content));
      continue;
    }
    const parsed = parseScheme(content.json);
    if ("problems" in parsed) parsed.problems.forEach(say);
    else if (`${parsed.scheme.id}.json` !== name)
      say(
        `id: expected ${path.basename(name, ".json")}, as the file is named: ${parsed.scheme.id}`,
      );
    else schemes.push(parsed.scheme);
  }
  return { schemes, problems };
}

/**
 * The schemes of a directory's `schemes` folder and, but for those of the same id, the repository's.
 * Throws an ExpectedError that lists every problem of every file.
 */
export function readSchemes(dir: string | undefined): readonly Scheme[] {
  const own = dir === undefined ? { schemes: [], problems: [] } : schemesIn(dir);
  const repository = schemesIn(repositoryData);
  const problems = [...own.problems, ...repository.problems];
  if (problems.length > 0) throw new ExpectedError(problems);
  const ids = new Set(own.schemes.map(({ id }) => id));
  return [...own.schemes, ...repository.schemes.filter(({ id }) => !ids.has(id))];
}
