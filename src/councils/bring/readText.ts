import { isUtf8 } from "node:buffer";

/** The text of a file, and the encoding that it was in. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: "UTF-8" | "UTF-16" | "Windows-1252";
}

/** From 0x80 to 0x9f; five of them are not in use. */
const windows1252 = [..."€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"];

/**
 * The text of bytes in UTF-8, or in UTF-16 with a byte order mark; what is neither is taken for
 * Windows-1252, in which Excel writes CSV in Britain. A byte order mark is left out.
 */
export function readText(bytes: Buffer): DecodedText {
  const decode = (encoding: string) => new TextDecoder(encoding).decode(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: decode("utf-16le"), encoding: "UTF-16" };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: decode("utf-16be"), encoding: "UTF-16" };
  if (isUtf8(bytes)) return { text: decode("utf-8"), encoding: "UTF-8" };
  // Some versions of Node decode windows-1252 as Latin-1, which lacks what stands from 0x80 to 0x9f.
  const text = bytes
    .toString("latin1")
    .replace(/[\x80-\x9f]/g, (one) => windows1252[one.charCodeAt(0) - 0x80]);
  return { text, encoding: "Windows-1252" };
}
