import { ExpectedError } from "../../errors.js";

/**
 * Reads XML as it comes, byte by byte, for files of a gigabyte and more: it makes no tree and no text
 * that nobody asks for. Names are told without their prefix. What a spreadsheet has no use for is
 * refused: a document type (and so entities of one's own), other encodings than UTF-8.
 */

/** The tag that is being read; the same object each time. */
export interface Tag {
  readonly name: string;
  /** The value of an attribute by its name without prefix, or null. */
  readonly attribute: (name: string) => string | null;
}

export interface XmlHandler {
  readonly open: (tag: Tag) => void;
  /** Called after `open` for an empty element too. */
  readonly close: (name: string) => void;
  /** Called with text where `wantsText` says so. */
  readonly text: (text: string) => void;
  readonly wantsText: () => boolean;
}

/** Of one tag or run of text, in bytes. */
const longest = 1_000_000;
const deepest = 64;

const [lt, gt, slash, bang, question, colon, equals] = [60, 62, 47, 33, 63, 58, 61];
const [doubleQuote, singleQuote] = [34, 39];
const isSpace = (byte: number) => byte === 32 || byte === 10 || byte === 9 || byte === 13;

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

function decodeEntity(entity: string, name: string): string {
  const known = Object.hasOwn(entities, name) ? entities[name] : null;
  if (known !== null) return known;
  const number = /^#(?:x([0-9a-f]{1,6})|([0-9]{1,7}))$/i.exec(name);
  const code = number ? parseInt(number[1] ?? number[2], number[1] ? 16 : 10) : NaN;
  const isText = code === 9 || code === 10 || code === 13 || (code >= 32 && code <= 0x10ffff);
  if (!isText) throw new ExpectedError(`XML: expected a known entity: ${entity}`);
  return String.fromCodePoint(code);
}

/** Text with its entities replaced. */
function decode(bytes: Buffer, from: number, to: number): string {
  const text = bytes.toString("utf8", from, to);
  if (!text.includes("&")) return text;
  const decoded = text.replace(/&([^;&]{1,10});/g, decodeEntity);
  return decoded;
}

/** The end of a tag that begins at `from`, past its ">", or -1 where it is not all there. */
function endOfTag(bytes: Buffer, from: number): number {
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

/** Names by their bytes, so that the few names of a file become text once. */
function nameTable() {
  const known = new Map<number, { readonly bytes: Buffer; readonly name: string }[]>();
  return (bytes: Buffer, from: number, to: number): string => {
    let hash = to - from;
    for (let i = from; i < to; i++) hash = (Math.imul(hash, 31) + bytes[i]) | 0;
    const found = known.get(hash) ?? [];
    for (const one of found)
      if (one.bytes.length === to - from && one.bytes.compare(bytes, from, to) === 0)
        return one.name;
    const name = bytes.toString("utf8", from, to);
    if (name === "") throw new ExpectedError("XML: expected a name after the <");
    known.set(hash, [...found, { bytes: Buffer.from(bytes.subarray(from, to)), name }]);
    if (known.size > 100_000) throw new ExpectedError("XML: expected fewer kinds of elements");
    return name;
  };
}

/** Scans XML that is written to it in pieces, in UTF-8. Throws an ExpectedError for what is no XML. */
export function xmlScanner(handler: XmlHandler): {
  readonly write: (piece: Buffer) => void;
  readonly end: () => void;
} {
  let rest: Buffer = Buffer.alloc(0);
  let hasRoot = false;
  const open: string[] = [];
  const nameAt = nameTable();

  // Where the tag that is being read stands.
  let [bytes, start, end] = [rest, 0, 0];
  const tag = {
    name: "",
    attribute(wanted: string): string | null {
      for (let i = start; i < end;) {
        while (i < end && isSpace(bytes[i])) i++;
        let [from, to] = [i, i];
        while (to < end && bytes[to] !== equals && !isSpace(bytes[to])) to++;
        i = to;
        while (i < end && bytes[i] !== doubleQuote && bytes[i] !== singleQuote) i++;
        const quote = bytes[i];
        const value = i + 1;
        i = value;
        while (i < end && bytes[i] !== quote) i++;
        if (i >= end) return null;
        const prefix = bytes.indexOf(colon, from);
        if (prefix !== -1 && prefix < to) from = prefix + 1;
        if (to - from === wanted.length && bytes.toString("latin1", from, to) === wanted)
          return decode(bytes, value, i);
        i += 1;
      }
      return null;
    },
  };

  const closeTag = (name: string) => {
    const last = open.pop();
    if (last !== name)
      throw new ExpectedError(`XML: expected </${last ?? ""}> before </${name}>`);
    handler.close(name);
  };

  /** Reads an element's tag from its "<" to past its ">". */
  const element = (from: number, to: number) => {
    const isClose = bytes[from + 1] === slash;
    const isEmpty = !isClose && bytes[to - 2] === slash;
    let first = from + (isClose ? 2 : 1);
    let last = first;
    const stop = isEmpty ? to - 2 : to - 1;
    for (; last < stop && !isSpace(bytes[last]); last++) if (bytes[last] === colon) first = last + 1;
    const name = nameAt(bytes, first, last);
    if (isClose) return closeTag(name);
    if (open.length === 0 && hasRoot) throw new ExpectedError("XML: expected one outermost element");
    if (open.length >= deepest)
      throw new ExpectedError(`XML: expected at most ${deepest} elements in each other`);
    hasRoot = true;
    open.push(name);
    [start, end] = [last, stop];
    tag.name = name;
    handler.open(tag);
    if (isEmpty) closeTag(name);
  };

  /** Where what begins with "<!" or "<?" at `from` ends, or -1 where it is not all there. */
  const skipped = (from: number): number => {
    const endOf = (text: string) => {
      const found = bytes.indexOf(text, from + 2);
      return found === -1 ? -1 : found + text.length;
    };
    if (bytes[from + 1] === question) {
      const to = endOf("?>");
      const head = to === -1 ? "" : bytes.toString("latin1", from, Math.min(to, from + 200));
      const encoding = /^<\?xml[^>]*encoding=["']([^"']*)/.exec(head)?.[1];
      if (encoding !== undefined && !/^utf-?8$/i.test(encoding))
        throw new ExpectedError(`XML: expected UTF-8: ${encoding}`);
      return to;
    }
    if (bytes.length - from < 9) return -1;
    const head = bytes.toString("latin1", from, from + 9);
    if (head.startsWith("<!--")) return endOf("-->");
    if (head === "<![CDATA[") {
      const to = endOf("]]>");
      if (to !== -1 && handler.wantsText()) handler.text(bytes.toString("utf8", from + 9, to - 3));
      return to;
    }
    throw new ExpectedError("XML: expected no document type and no declarations");
  };

  /** Reads what is whole, and gives where it stopped. */
  const scan = (isLast: boolean): number => {
    let at = 0;
    while (at < bytes.length) {
      if (bytes[at] !== lt) {
        const next = bytes.indexOf(lt, at);
        if (next === -1 && !isLast) return at;
        const to = next === -1 ? bytes.length : next;
        if (open.length === 0) {
          for (let i = at; i < to; i++)
            // A byte order mark may stand first.
            if (!isSpace(bytes[i]) && !(bytes[i] >= 0xbb && !hasRoot))
              throw new ExpectedError("XML: expected no text outside the outermost element");
        } else if (handler.wantsText()) handler.text(decode(bytes, at, to));
        at = to;
        continue;
      }
      if (at + 1 >= bytes.length) return at;
      const second = bytes[at + 1];
      const to = second === bang || second === question ? skipped(at) : endOfTag(bytes, at + 1);
      if (to === -1) return at;
      if (second !== bang && second !== question) element(at, to);
      at = to;
    }
    return at;
  };

  const take = (piece: Buffer, isLast: boolean) => {
    bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    const at = scan(isLast);
    // A copy, as the piece may be used again by whoever wrote it.
    rest = Buffer.from(bytes.subarray(at));
    if (rest.length > longest)
      throw new ExpectedError(`XML: expected a tag or a text of at most ${longest} bytes`);
  };
  return {
    write: (piece) => take(piece, false),
    end: () => {
      take(Buffer.alloc(0), true);
      if (!hasRoot || open.length > 0 || rest.length > 0)
        throw new ExpectedError("XML: ended before its outermost element did");
    },
  };
}

