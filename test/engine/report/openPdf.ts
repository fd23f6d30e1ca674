import { inflateSync } from "node:zlib";

/** The objects of a PDF, streams inflated, as text. */
export function openPdf(pdf: Uint8Array): string {
  const raw = Buffer.from(pdf);
  let text = raw.toString("latin1");
  for (const match of text.matchAll(/FlateDecode[^]*?stream\r?\n/g)) {
    const from = match.index + match[0].length;
    const to = raw.indexOf("\nendstream", from);
    text += inflateSync(raw.subarray(from, to)).toString("latin1");
  }
  return text;
}

export const pagesOf = (text: string) => [...text.matchAll(/\/Type ?\/Page\b(?!s)/g)].length;
