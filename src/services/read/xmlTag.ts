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

interface Known {
  readonly bytes: Buffer;
  readonly tag: Tag;
}

/** Longer ones are not likely to come again. */
const longestKnown = 400;
/** Shorter ones are compared here sooner than elsewhere. */
const shortest = 24;
const [places, ways] = [256, 4];
/** Parts of the table that may be split further, and into how many each. */
const [mostSplits, children] = [200, 64];

/** Tags of one place in the table: a few, or many parted by the two bytes at an offset. */
interface Place {
  tags: Known[];
  /** -1 where it is not split. */
  offset: number;
  readonly parts: (Place | undefined)[];
}

const newPlace = (): Place => ({ tags: [], offset: -1, parts: [] });
const partOf = (bytes: Buffer, at: number) => (bytes[at] * 31 + bytes[at + 1]) & (children - 1);

/** Where tags differ most by two bytes, or -1 where they do not, but for what follows the shortest. */
function tellingOffset(tags: readonly Known[]): number {
  const end = Math.min(...tags.map(({ bytes }) => bytes.length)) - 1;
  let [best, most] = [-1, 1];
  for (let at = 1; at < end; at++) {
    const apart = new Set(tags.map(({ bytes }) => partOf(bytes, at))).size;
    if (apart > most) [best, most] = [at, apart];
  }
  return best;
}

/**
 * Tags that were met, by their bytes: a table's tags are the same a million times over, and to compare
 * bytes costs less than to read them anew. Tags that begin alike, as cells with a style of each
 * column's, are parted where they differ.
 */
export function knownTags(): {
  /** The tag at a place, and where it ends; null where it is not all there. */
  readonly at: (
    bytes: Buffer,
    from: number,
  ) => { readonly tag: Tag; readonly length: number } | null;
} {
  const table = Array.from({ length: places }, newPlace);
  let splits = 0;
  const found = { tag: null as unknown as Tag, length: 0 };
  const give = ({ tag, bytes }: Known) => {
    found.tag = tag;
    found.length = bytes.length;
    return found;
  };
  const isAt = (known: Buffer, bytes: Buffer, from: number) => {
    const end = from + known.length;
    if (end > bytes.length || bytes[end - 1] !== gt) return false;
    if (known.length > shortest) return bytes.compare(known, 0, known.length, from, end) === 0;
    for (let i = 1; i < known.length; i++) if (known[i] !== bytes[from + i]) return false;
    return true;
  };
  const placeOf = (bytes: Buffer, from: number): Place => {
    let place =
      table[(bytes[from + 2] * 31 + bytes[from + 3] * 7 + bytes[from + 10]) & (places - 1)];
    while (place.offset !== -1)
      place = place.parts[partOf(bytes, from + place.offset)] ??= newPlace();
    return place;
  };
  const keep = (place: Place, known: Known) => {
    if (place.tags.length < ways) return void place.tags.push(known);
    const offset = splits < mostSplits ? tellingOffset([...place.tags, known]) : -1;
    if (offset === -1) return void (place.tags[ways - 1] = known);
    splits += 1;
    const tags = [...place.tags, known];
    [place.offset, place.tags] = [offset, []];
    for (const one of tags) (place.parts[partOf(one.bytes, offset)] ??= newPlace()).tags.push(one);
  };
  return {
    at: (bytes, from) => {
      const place = placeOf(bytes, from);
      const row = place.tags;
      for (let way = 0; way < row.length; way++) {
        const known = row[way];
        if (!isAt(known.bytes, bytes, from)) continue;
        if (way > 0) [row[way - 1], row[way]] = [known, row[way - 1]];
        return give(known);
      }
      const to = endOfTag(bytes, from + 1);
      if (to === -1) return null;
      // A copy, as the piece may be used again by whoever wrote it.
      const own = Buffer.from(bytes.subarray(from, to));
      const known = { bytes: own, tag: parseTag(own) };
      if (own.length <= longestKnown) keep(place, known);
      return give(known);
    },
  };
}
