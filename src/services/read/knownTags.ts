import { endOfTag, parseTag, type Tag } from "./xmlTag.js";

/** A tag that was met, and what came after it. */
interface Known {
  readonly tag: Tag;
  readonly length: number;
  /** Its bytes, four in one. */
  readonly words: Int32Array;
  /** It begins a run of tags that is likely to come again, as a cell of one column does. */
  readonly isLead: boolean;
  /** The tags that followed it up to the next lead, two for each step: the last, and that before. */
  readonly after: (Known | undefined)[];
}

/** Longer ones are not likely to come again. */
const longestKnown = 400;
/** Where a file has more, as one whose cells bear their addresses, all are forgotten. */
const mostKnown = 4_096;
/** Steps after a lead that are told apart. */
const mostSteps = 12;
const space = 32;
const word = 4;

/** The last word ends where the bytes end, and so may overlap the one before. */
function wordsOf(bytes: DataView, from: number, length: number): Int32Array {
  const count = Math.ceil(length / word);
  return Int32Array.from({ length: count }, (_, i) =>
    bytes.getInt32(from + (i === count - 1 ? length - word : i * word)),
  );
}

const viewOf = ({ buffer, byteOffset, byteLength }: Buffer) =>
  new DataView(buffer, byteOffset, byteLength);

function newKnown(bytes: Buffer): Known {
  const { length } = bytes;
  const tag = parseTag(bytes);
  return {
    tag,
    length,
    words: length < word ? new Int32Array(0) : wordsOf(viewOf(bytes), 0, length),
    isLead: !tag.isClose && bytes.includes(space),
    after: [],
  };
}

/**
 * Tags that were met: a table's tags are the same a million times over and follow each other alike,
 * so that to compare one with what is expected costs less than to read it anew.
 */
export function knownTags(): {
  /** The tag at a place, and its length in bytes; null where it is not all there. */
  readonly at: (
    bytes: Buffer,
    from: number,
  ) => { readonly tag: Tag; readonly length: number } | null;
} {
  const known = new Map<string, Known>();
  // What follows a tag that is not kept.
  const other = newKnown(Buffer.from("<a b>"));
  let lead = other;
  let step = 0;
  let seen: Buffer = Buffer.alloc(0);
  let view = viewOf(seen);

  const isAt = ({ length, words }: Known, from: number) => {
    const last = from + length - word;
    if (words.length === 0 || last + word > view.byteLength) return false;
    const end = words.length - 1;
    // The last differs most often.
    if (view.getInt32(last) !== words[end]) return false;
    for (let i = 0, at = from; i < end; i++, at += word)
      if (view.getInt32(at) !== words[i]) return false;
    return true;
  };
  const goOn = (one: Known) => {
    if (one.isLead) [lead, step] = [one, 0];
    else if (step < mostSteps) step += 2;
    return one;
  };
  const lookUp = (bytes: Buffer, from: number): Known | null => {
    const to = endOfTag(bytes, from + 1);
    if (to === -1) return null;
    // A copy, as the piece may be used again by whoever wrote it.
    if (to - from > longestKnown) {
      [lead, step] = [other, 0];
      return newKnown(Buffer.from(bytes.subarray(from, to)));
    }
    const key = bytes.toString("latin1", from, to);
    let one = known.get(key);
    if (one === undefined) {
      if (known.size >= mostKnown) known.clear();
      known.set(key, (one = newKnown(Buffer.from(bytes.subarray(from, to)))));
    }
    const { after } = lead;
    [after[step], after[step + 1]] = [one, after[step]];
    return goOn(one);
  };
  return {
    at: (bytes, from) => {
      if (bytes !== seen) [seen, view] = [bytes, viewOf(bytes)];
      const { after } = lead;
      const first = after[step];
      if (first === undefined) return lookUp(bytes, from);
      if (isAt(first, from)) return goOn(first);
      const second = after[step + 1];
      if (second === undefined || !isAt(second, from)) return lookUp(bytes, from);
      [after[step], after[step + 1]] = [second, first];
      return goOn(second);
    },
  };
}
