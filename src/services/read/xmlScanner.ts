import { ExpectedError } from "../../errors.js";
import { knownTags } from "./knownTags.js";
import { isSpace, type Tag } from "./xmlTag.js";
import { decodeText } from "./xmlText.js";

/**
 * Reads XML as it comes, byte by byte, for files of a gigabyte and more: it makes no tree and no text
 * that nobody asks for. Names are told without their prefix. What a spreadsheet has no use for is
 * refused: a document type (and so entities of one's own), other encodings than UTF-8.
 */

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

const [lt, bang, question] = [60, 33, 63];

/** Scans XML that is written to it in pieces, in UTF-8. Throws an ExpectedError for what is no XML. */
export function xmlScanner(handler: XmlHandler): {
  readonly write: (piece: Buffer) => void;
  readonly end: () => void;
} {
  /** What was written and is not yet read: so many bytes, at the front. */
  let room: Buffer = Buffer.alloc(0);
  let rest = 0;
  let hasRoot = false;
  const open: string[] = [];
  const tags = knownTags();
  let bytes = room;

  const closeTag = (name: string) => {
    const last = open.pop();
    if (last !== name) throw new ExpectedError(`XML: expected </${last ?? ""}> before </${name}>`);
    handler.close(name);
  };

  const element = (tag: Tag) => {
    if (tag.isClose) return closeTag(tag.name);
    if (open.length === 0 && hasRoot)
      throw new ExpectedError("XML: expected one outermost element");
    if (open.length >= deepest)
      throw new ExpectedError(`XML: expected at most ${deepest} elements in each other`);
    hasRoot = true;
    open.push(tag.name);
    handler.open(tag);
    if (tag.isEmpty) closeTag(tag.name);
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
        } else if (handler.wantsText()) handler.text(decodeText(bytes, at, to));
        at = to;
        continue;
      }
      if (at + 1 >= bytes.length) return at;
      const second = bytes[at + 1];
      if (second === bang || second === question) {
        const to = skipped(at);
        if (to === -1) return at;
        at = to;
        continue;
      }
      const found = tags.at(bytes, at);
      if (found === null) return at;
      at += found.length;
      element(found.tag);
    }
    return at;
  };

  const take = (piece: Buffer, isLast: boolean) => {
    const length = rest + piece.length;
    if (length > room.length) {
      const larger = Buffer.allocUnsafe(2 * length);
      room.copy(larger, 0, 0, rest);
      room = larger;
    }
    // Copied, as a tag may begin in one piece and end in the next.
    piece.copy(room, rest);
    bytes = room.subarray(0, length);
    const at = scan(isLast);
    room.copyWithin(0, at, length);
    rest = length - at;
    if (rest > longest)
      throw new ExpectedError(`XML: expected a tag or a text of at most ${longest} bytes`);
  };
  return {
    write: (piece) => take(piece, false),
    end: () => {
      take(Buffer.alloc(0), true);
      if (!hasRoot || open.length > 0 || rest > 0)
        throw new ExpectedError("XML: ended before its outermost element did");
    },
  };
}
