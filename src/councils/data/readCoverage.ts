import { createHash } from "node:crypto";
import { basename, join, resolve } from "node:path";
import * as v from "valibot";
import { committedPath } from "../../disk/commitFiles.js";
import { ExpectedError } from "../../errors.js";
import { councilCode, day, repositoryData, type Descriptor } from "../../datapackage/descriptor.js";
import { problemLine, type Problem } from "../../datapackage/problem.js";
import { readJsonObject } from "../../datapackage/readJsonObject.js";
import type { Schemes } from "./readSchemes.js";
import { readBytes } from "./place.js";

/** Up to when data are complete, and of which day they are. */
export interface Coverage {
  readonly completeTo: string;
  readonly completeIncludes: readonly string[];
  readonly vintage: string;
  /** The scheme that analyses take where they are not told another; null where it is not stated. */
  readonly scheme: string | null;
  /** The descriptors that were read. */
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
}

const ownCoverage = v.object({
  completeTo: v.optional(day),
  completeIncludes: v.optional(v.array(councilCode, "expected a list of codes of councils")),
  vintage: v.optional(day),
  scheme: v.optional(v.string("expected the id of a scheme")),
});

function recorded(dir: string, bytes: Buffer): Coverage["files"][number] {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { path: `${basename(resolve(dir))}/datapackage.json`, sha256 };
}

/** A value of any depth: of one that holds others, no more than what it is. */
function shown(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
  return Array.isArray(value) ? "a list" : "an object";
}

function parseOwn(path: string, bytes: Buffer): v.InferOutput<typeof ownCoverage> {
  const fail = (problem: Problem) => new ExpectedError(problemLine(path, problem));
  const parsed = readJsonObject(bytes);
  if ("what" in parsed) throw fail(parsed);
  const result = v.safeParse(ownCoverage, parsed.json);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const column = v.getDotPath(issue)?.split(".")[0] ?? "file";
  throw fail({ column, what: issue.message, value: shown(issue.input) });
}

/**
 * The coverage of a directory's data: what its own datapackage.json says, else the repository's.
 * A directory that states `completeTo` alone includes no council dated by the month. Throws an
 * ExpectedError where its datapackage.json is not as expected.
 */
export function readCoverage(descriptor: Descriptor, dir: string | undefined): Coverage {
  const { completeTo, completeIncludes, vintage } = descriptor;
  const repositoryCoverage = { completeTo, completeIncludes, vintage, scheme: null };
  const repository = readBytes(committedPath(repositoryData, "datapackage.json"));
  if (!Buffer.isBuffer(repository)) throw new Error("the repository's descriptor cannot be read");
  const files = [recorded(repositoryData, repository)];
  if (dir === undefined) return { ...repositoryCoverage, files };
  const path = join(dir, "datapackage.json");
  const bytes = readBytes(committedPath(dir, "datapackage.json"));
  if (bytes === null) return { ...repositoryCoverage, files };
  if (!Buffer.isBuffer(bytes)) throw new ExpectedError(problemLine(path, bytes));
  const own = parseOwn(path, bytes);
  return {
    completeTo: own.completeTo ?? completeTo,
    completeIncludes: own.completeIncludes ?? (own.completeTo ? [] : completeIncludes),
    vintage: own.vintage ?? vintage,
    scheme: own.scheme ?? null,
    files: [recorded(dir, bytes), ...files],
  };
}

/** What is wrong with the scheme that a directory's datapackage.json states: nothing, or one line. */
export function statedSchemeProblems(
  { scheme }: Coverage,
  dir: string | undefined,
  { schemes, profiles }: Pick<Schemes, "schemes" | "profiles">,
): readonly string[] {
  // Bodies with a table of their own are no assessments of councils.
  const ids = schemes.map(({ id }) => id).filter((id) => !Object.hasOwn(profiles, id));
  if (scheme === null || ids.includes(scheme)) return [];
  const what = `expected ${ids.join(", ")}`;
  const path = join(dir ?? repositoryData, "datapackage.json");
  return [problemLine(path, { column: "scheme", what, value: scheme })];
}
