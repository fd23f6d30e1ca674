import { strToU8, zipSync } from "fflate";

/** The first day that a ZIP file can name, on the clock of wherever this runs: the same bytes everywhere. */
const noTime = () => new Date(1980, 0, 1);

/** Files as one ZIP file, in their order. Those that `isStored` are not compressed. */
export function archive(
  files: readonly (readonly [path: string, text: string])[],
  isStored: (path: string) => boolean = () => false,
): Uint8Array {
  const entries = files.map(([path, text]) => [
    path,
    [strToU8(text), { mtime: noTime(), level: isStored(path) ? 0 : 6, os: 0 }] as const,
  ]);
  return zipSync(Object.fromEntries(entries) as Parameters<typeof zipSync>[0]);
}

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
