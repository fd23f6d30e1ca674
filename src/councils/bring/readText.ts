import { isUtf8 } from "node:buffer";

/** The text of a file, and the encoding that it was in. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: "UTF-8" | "UTF-16" | "Windows-1252";
}

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
  return { text: decode("windows-1252"), encoding: "Windows-1252" };
}
