import { committedPath } from "../../disk/commitFiles.js";
import { readDescriptor, repositoryData } from "../../datapackage/descriptor.js";
import { readBytes } from "./place.js";
import { mayStandIn } from "./readFiles.js";
import { readSchemes } from "./readSchemes.js";

/**
 * The bytes of the files that `readDataset` reads, and of their descriptor, by path: a directory's
 * own, and the repository's for those that it lacks.
 */
export function dataFiles({ dir }: { readonly dir?: string } = {}): ReadonlyMap<string, Buffer> {
  const { resources, numberFormats } = readDescriptor();
  const own = resources.filter((resource) => !mayStandIn(resource)).map(({ path }) => path);
  const files = new Map<string, Buffer>();
  for (const path of ["datapackage.json", ...resources.map((resource) => resource.path)]) {
    const places = dir === undefined ? [repositoryData] : [dir, repositoryData];
    for (const place of own.includes(path) ? places.slice(0, 1) : places) {
      const bytes = readBytes(committedPath(place, path));
      if (Buffer.isBuffer(bytes) && !files.has(path)) files.set(path, bytes);
    }
  }
  for (const { path, bytes } of readSchemes(dir, numberFormats).files) files.set(path, bytes);
  return files;
}
