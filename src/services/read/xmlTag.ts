import { ExpectedError } from "../../errors.js";
import { decodeText } from "./xmlText.js";

const [lt, gt, slash, colon, equals] = [60, 62, 47, 58, 61];
const [doubleQuote, singleQuote] = [34, 39];
export const isSpace = (byte: number) => byte === 32 || byte === 10 || byte === 9 || byte === 13;

/** A tag from its "<" to its ">". */
export interface Tag {
  /** Without its prefix. */
  readonly name: string;
  readonly isClose: boolean;
  /** It has no content and no closing tag. */
  readonly isEmpty: boolean;
  /** The value of an attribute by its name without prefix, or null. */
  readonly attribute: (name: string) => string | null;
}

/** The end of a tag that begins at `from`, past its ">", or -1 where it is not all there. */
export function endOfTag(bytes: Buffer, from: number): number {
  let quote = 0;
  for (let i = from; i < bytes.length; i++) {
    const byte = bytes[i];
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === gt) return i + 1;
    else if (byte === doubleQuote || byte === singleQuote) quote = byte;
    else if (byte === lt) throw new ExpectedError('XML: expected a tag to end before the next "<"');
  }
  return -1;
}

/** The values of a tag's attributes by their names without prefix: the first, where two have one. */
function attributesOf(bytes: Buffer, start: number, end: number): Map<string, string> {
  const found = new Map<string, string>();
  for (let i = start; i < end;) {
    while (i < end && isSpace(bytes[i])) i++;
    let from = i;
    while (i < end && bytes[i] !== equals && !isSpace(bytes[i])) {
      if (bytes[i] === colon) from = i + 1;
      i++;
    }
    const name = bytes.toString("utf8", from, i);
    while (i < end && bytes[i] !== doubleQuote && bytes[i] !== singleQuote) i++;
    const value = i + 1;
    i = bytes.indexOf(bytes[i], value);
    if (i === -1 || i >= end) break;
    if (!found.has(name)) found.set(name, decodeText(bytes, value, i));
    i += 1;
  }
  return found;
}

/** The tag that these bytes are; they stay as they are. */
export function parseTag(bytes: Buffer): Tag {
  const isClose = bytes[1] === slash;
  const isEmpty = !isClose && bytes[bytes.length - 2] === slash;
  const stop = bytes.length - (isEmpty ? 2 : 1);
  let first = isClose ? 2 : 1;
  let last = first;
  for (; last < stop && !isSpace(bytes[last]); last++) if (bytes[last] === colon) first = last + 1;
  const name = bytes.toString("utf8", first, last);
  if (name === "") throw new ExpectedError("XML: expected a name after the <");
  let attributes: Map<string, string> | null = null;
  return {
    name,
    isClose,
    isEmpty,
    attribute: (wanted) => {
      attributes ??= attributesOf(bytes, last, stop);
      return attributes.get(wanted) ?? null;
    },
  };
}
