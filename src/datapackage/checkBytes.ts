import { isUtf8 } from "node:buffer";
import type { Problem } from "./problem.js";

/** Files of data are small; a larger one is a mistake, and would not fit in memory as rows. */
export const maxBytes = 50_000_000;
export const maxLines = 250_000;

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/** The line ends, each an LF, between two places. */
export function countLineEnds(bytes: Buffer, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) if (bytes[at] === 0x0a) count++;
  return count;
}

function hex(byte: number): string {
  return `\\x${byte.toString(16).padStart(2, "0")}`;
}

/** Whether some byte before `end` cannot stand in UTF-8, whatever follows. */
function breaksBefore(line: Uint8Array, end: number): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(line.subarray(0, end), { stream: true });
    return false;
  } catch (error) {
    if (error instanceof TypeError) return true;
    throw error;
  }
}

/** Where, from 0, the first byte of a line that is not UTF-8 stands. */
function firstBadByte(line: Uint8Array): number {
  let [good, bad] = [0, line.length + 1];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (breaksBefore(line, middle)) bad = middle;
    else good = middle;
  }
  // Where what stands before is whole, the byte that broke it is the culprit; where it, or the
  // line, ends inside a character, the first byte of that character is.
  const before = line.subarray(0, bad - 1);
  return isUtf8(before) ? bad - 1 : before.findLastIndex((byte) => byte >= 0xc0);
}

function* linesOf(bytes: Buffer): Generator<Buffer> {
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(0x0a, start);
    yield bytes.subarray(start, end === -1 ? bytes.length : end);
    start = end === -1 ? bytes.length : end + 1;
  }
}

/** The first NUL and the first byte that is not UTF-8 of each line. Bytes count from 1. */
function badBytes(bytes: Buffer): Problem[] {
  if (isUtf8(bytes) && !bytes.includes(0)) return [];
  const problems: Problem[] = [];
  let line = 0;
  for (const content of linesOf(bytes)) {
    line++;
    const found: [number, string][] = [];
    const nul = content.indexOf(0);
    if (nul !== -1) found.push([nul, "NUL byte"]);
    if (!isUtf8(content)) {
      const at = firstBadByte(content);
      found.push([at, `expected UTF-8: ${hex(content[at])}`]);
    }
    for (const [at, what] of found.sort(([a], [b]) => a - b))
      problems.push({ line, column: `byte ${at + 1}`, what });
  }
  return problems;
}

/** What is wrong with a file as bytes, and its text without a byte order mark. */
export interface CheckedBytes {
  readonly text: Buffer;
  readonly problems: readonly Problem[];
  /** Nothing can be read from it. */
  readonly unreadable: boolean;
}

/** Checks that bytes are text in UTF-8 with lines that end in LF or CRLF. */
export function checkBytes(bytes: Buffer): CheckedBytes {
  const marked = bytes.subarray(0, 3).equals(byteOrderMark);
  const text = marked ? bytes.subarray(3) : bytes;
  const unreadable = (what: string): CheckedBytes => ({
    text,
    problems: [{ line: 1, column: "file", what }],
    unreadable: true,
  });
  if (text.length === 0) return unreadable("empty");
  const start = bytes.length > 1 ? bytes.readUInt16BE(0) : 0;
  if (start === 0xfffe || start === 0xfeff) return unreadable("expected UTF-8: UTF-16");
  if (text.includes(0x0d) && !text.includes(0x0a))
    return unreadable("expected lines that end in LF or CRLF: CR alone");
  const lines = countLineEnds(text, 0, text.length);
  if (lines > maxLines) return unreadable(`expected at most ${maxLines} lines: ${lines}`);
  return { text, problems: badBytes(text), unreadable: false };
}
