import { readdirSync } from "node:fs";
import path from "node:path";
import { committedPath } from "../../disk/commitFiles.js";
import { readDescriptor, repositoryData } from "../../datapackage/descriptor.js";
import { readBytes } from "./place.js";
import { mayStandIn } from "./readFiles.js";
import { readSchemes } from "./readSchemes.js";

/** The folder of the rules that were written down before the data that decide a claim. */
const registered = "preregistration";

/**
 * The bytes of the files that `readDataset` reads, and of their descriptor, by path: a directory's
 * own, and the repository's for those that it lacks; and the rules that claims were registered with.
 */
export function dataFiles({ dir }: { readonly dir?: string } = {}): ReadonlyMap<string, Buffer> {
  const { resources, numberFormats } = readDescriptor();
  const own = resources.filter((resource) => !mayStandIn(resource)).map(({ path }) => path);
  const files = new Map<string, Buffer>();
  const add = (place: string, name: string) => {
    const bytes = readBytes(committedPath(place, name));
    if (Buffer.isBuffer(bytes) && !files.has(name)) files.set(name, bytes);
  };
  for (const name of ["datapackage.json", ...resources.map((resource) => resource.path)]) {
    const places = dir === undefined ? [repositoryData] : [dir, repositoryData];
    for (const place of own.includes(name) ? places.slice(0, 1) : places) add(place, name);
  }
  for (const { path: name, bytes } of readSchemes(dir, numberFormats).files) files.set(name, bytes);
  for (const name of readdirSync(path.join(repositoryData, registered)).sort())
    add(repositoryData, `${registered}/${name}`);
  return files;
}
