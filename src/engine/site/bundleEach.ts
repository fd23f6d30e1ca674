import { ExpectedError } from "../../errors.js";
import type { Project } from "../notebook/project.js";
import { bundle, type Bundle, type BundleEntry } from "./bundle.js";
import type { FailedNotebook } from "./liveSite.js";

const nothing: Bundle = { files: new Map(), sources: [], scripts: new Map(), codes: new Map() };

async function tryBundle(
  project: Project,
  entries: readonly BundleEntry[],
): Promise<Bundle | ExpectedError> {
  if (entries.length === 0) return nothing;
  try {
    return await bundle(project, entries);
  } catch (error) {
    if (error instanceof ExpectedError) return error;
    throw error;
  }
}

/**
 * Bundles notebooks together, but for those that cannot be bundled even alone. Throws an
 * ExpectedError where each can be alone and not all together.
 */
export async function bundleEach(
  project: Project,
  entries: readonly BundleEntry[],
): Promise<Bundle & { readonly failed: readonly FailedNotebook[] }> {
  const together = await tryBundle(project, entries);
  if (!(together instanceof ExpectedError)) return { ...together, failed: [] };
  const failed: FailedNotebook[] = [];
  for (const entry of entries) {
    const { id, file } = entry;
    const alone = entries.length === 1 ? together : await tryBundle(project, [entry]);
    if (alone instanceof ExpectedError) failed.push({ id, file, problems: alone.problems });
  }
  if (failed.length === 0) throw together;
  const left = entries.filter(({ id }) => failed.every((one) => one.id !== id));
  const rest = await tryBundle(project, left);
  if (rest instanceof ExpectedError) throw rest;
  return { ...rest, failed };
}
