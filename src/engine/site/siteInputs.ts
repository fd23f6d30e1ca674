import { createHash } from "node:crypto";
import { inputsHasher } from "../notebook/build/inputs.js";
import { siteFormats, siteJobs, type SiteOptions } from "./buildSite.js";

/**
 * A hash of all that a site depends on, if its notebooks read nothing else: while it stays the same,
 * so does every byte. `besides` is what the project's own pages depend on. Null where it cannot be
 * known.
 */
export function siteInputs(
  notebookFiles: readonly string[],
  options: SiteOptions & { readonly dataKey: unknown },
  besides: unknown,
): string | null {
  const hashOf = inputsHasher({ ...options, formats: siteFormats(options) });
  const hashes = siteJobs(notebookFiles, options).map(hashOf);
  if (hashes.includes(null)) return null;
  const hash = createHash("sha256");
  hash.update(JSON.stringify([hashes, options.title, options.series ?? [], besides]));
  for (const [path, content] of options.files) hash.update(`\n${path}\n`).update(content);
  return hash.digest("hex");
}
