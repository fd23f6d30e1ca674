import * as fs from "node:fs";

/** The bytes of a file, or what is wrong with it. */
export type Bounded = { readonly bytes: Buffer } | { readonly problem: string };

const notRegular = "expected a file, not a device or a pipe";

function readAll(descriptor: number, most: number, chunk = 65_536): Bounded {
  const parts: Buffer[] = [];
  let length = 0;
  for (;;) {
    const part = Buffer.allocUnsafe(chunk);
    const read = fs.readSync(descriptor, part, 0, chunk, null);
    if (read === 0) return { bytes: parts.length === 1 ? parts[0] : Buffer.concat(parts, length) };
    length += read;
    if (length > most) return { problem: `expected at most ${most} bytes` };
    parts.push(part.subarray(0, read));
  }
}

/**
 * Opens a regular file. Anything else that has a path, such as a device, a pipe or a socket, may have
 * no end, or never begin: it is not waited for. Throws what the system says of a file that is not
 * there or may not be read. Whoever gets a descriptor closes it.
 */
export function openRegular(
  path: string,
): { readonly descriptor: number; readonly size: number } | { readonly problem: string } {
  const stats = fs.statSync(path);
  if (stats.isDirectory()) return { problem: "expected a file, not a directory" };
  // A socket cannot be opened at all.
  if (stats.isSocket()) return { problem: "expected a file, not a socket" };
  const descriptor = fs.openSync(path, fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0));
  // Asked of what was opened too: another may have come to stand at the path.
  const opened = fs.fstatSync(descriptor);
  if (opened.isFile()) return { descriptor, size: opened.size };
  fs.closeSync(descriptor);
  return { problem: notRegular };
}

/** Reads a regular file of at most `most` bytes, as `openRegular` opens it. */
export function readFileUpTo(path: string, most: number): Bounded {
  const opened = openRegular(path);
  if ("problem" in opened) return opened;
  const { descriptor, size } = opened;
  try {
    // Told before it is read: a file could be larger than memory.
    if (size > most) return { problem: `expected at most ${most} bytes: ${size}` };
    // One piece, and a byte by which its end is told.
    return readAll(descriptor, most, size + 1);
  } finally {
    fs.closeSync(descriptor);
  }
}

/** Reads standard input to its end, which must come within `most` bytes. */
export function readInputUpTo(most: number): Bounded {
  return readAll(0, most);
}
