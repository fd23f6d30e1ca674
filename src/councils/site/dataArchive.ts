import { strToU8, zipSync, type Zippable } from "fflate";
import type { Descriptor } from "../../datapackage/descriptor.js";
import { dictionaryText, licenceText } from "./dataPages.js";

/** A day that every archive of the same files has, so that its bytes repeat; the format's first. */
const noDay = new Date(1980, 0, 1);

/** All data as one ZIP archive, with the dictionary and the licences: the same files, the same bytes. */
export function dataArchive(
  files: ReadonlyMap<string, Uint8Array>,
  descriptor: Descriptor,
): Uint8Array {
  const all = new Map<string, Uint8Array>([
    ...files,
    ["DICTIONARY.txt", strToU8(dictionaryText(descriptor))],
    ["LICENCES.txt", strToU8(licenceText(descriptor))],
  ]);
  const entries = [...all].sort(([a], [b]) => (a < b ? -1 : 1));
  const zippable: Zippable = Object.fromEntries(
    entries.map(([path, content]) => [`ninefold-data/${path}`, [new Uint8Array(content), {}]]),
  );
  return zipSync(zippable, { level: 9, mtime: noDay, os: 3 });
}
