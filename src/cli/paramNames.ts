import { createHash } from "node:crypto";
import type { ParamValues } from "../engine/notebook/params.js";

/** `name=value` as it was given, in its two parts. */
export type GivenParam = readonly [name: string, text: string];

const plain = /^[a-z0-9]+$/;

/** A text as a part of a file's name; with a few letters of its hash where others give the same. */
function nameOf(text: string): string {
  if (plain.test(text)) return text;
  const words = text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .slice(0, 6);
  return [...words, createHash("sha256").update(text).digest("hex").slice(0, 6)].join("-");
}

/**
 * What values add to the name of what is made with them: `-year-2023`, nothing for the defaults, so
 * that a report is never written under the name of one made with others.
 */
export function nameSuffix(values: ParamValues): string {
  return Object.entries(values)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `-${nameOf(name)}-${nameOf(String(value))}`)
    .join("");
}
