import { maxCharacters } from "./parseTree.js";

/** A character takes 1 to 3 bytes per unit of text. */
export const maxBytes = 3 * maxCharacters;

/** The text of a saved page, which must be UTF-8 and of a size that is read, or what is wrong. */
export function decodePage(
  bytes: Uint8Array,
): { readonly text: string } | { readonly problem: string } {
  if (bytes.length > maxBytes)
    return { problem: `page: expected at most ${maxBytes} bytes: ${bytes.length}` };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { problem: "page: expected UTF-8" };
  }
}
