import * as fs from "node:fs";

/** The bytes of a file, or what is wrong with it. */
export type Bounded = { readonly bytes: Buffer } | { readonly problem: string };

const chunk = 65_536;

function readAll(descriptor: number, most: number): Bounded {
  const parts: Buffer[] = [];
  let length = 0;
  for (;;) {
    const part = Buffer.allocUnsafe(chunk);
    const read = fs.readSync(descriptor, part, 0, chunk, null);
    if (read === 0) return { bytes: Buffer.concat(parts, length) };
    length += read;
    if (length > most) return { problem: `expected at most ${most} bytes` };
    parts.push(part.subarray(0, read));
  }
}

/**
 * Reads a regular file of at most `most` bytes. Anything else that has a path, such as a device, a
 * pipe or a socket, may have no end, or never begin: it is not read, and not waited for. Throws what
 * the system says of a file that is not there or may not be read.
 */
export function readFileUpTo(path: string, most: number): Bounded {
  const descriptor = fs.openSync(path, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK);
  try {
    const stats = fs.fstatSync(descriptor);
    if (stats.isDirectory()) return { problem: "expected a file, not a directory" };
    if (!stats.isFile()) return { problem: "expected a file, not a device or a pipe" };
    // Told before it is read: a file could be larger than memory.
    if (stats.size > most) return { problem: `expected at most ${most} bytes: ${stats.size}` };
    return readAll(descriptor, most);
  } finally {
    fs.closeSync(descriptor);
  }
}

/** Reads standard input to its end, which must come within `most` bytes. */
export function readInputUpTo(most: number): Bounded {
  return readAll(0, most);
}
