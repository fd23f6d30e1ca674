import { ExpectedError } from "../../errors.js";

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

/** Text of XML in UTF-8, its entities replaced. Throws an ExpectedError for one that XML does not have. */
export function decodeText(bytes: Buffer, from: number, to: number): string {
  const text = bytes.toString("utf8", from, to);
  if (!text.includes("&")) return text;
  return text.replace(/&([^;&]{1,10});/g, decodeEntity);
}
