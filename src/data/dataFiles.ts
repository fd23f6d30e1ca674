import { join } from "node:path";
import { readDescriptor, repositoryData } from "./descriptor.js";
import { readBytes } from "./readFiles.js";

/**
 * The bytes of the files that `readDataset` reads, and of their descriptor, by path: a directory's
 * own, and the repository's for those that it lacks.
 */
export function dataFiles({ dir }: { readonly dir?: string } = {}): ReadonlyMap<string, Buffer> {
  const paths = ["datapackage.json", ...readDescriptor().resources.map(({ path }) => path)];
  const places = dir === undefined ? [repositoryData] : [dir, repositoryData];
  const files = new Map<string, Buffer>();
  for (const path of paths)
    for (const place of places) {
      const bytes = readBytes(join(place, path));
      if (Buffer.isBuffer(bytes) && !files.has(path)) files.set(path, bytes);
    }
  return files;
}
