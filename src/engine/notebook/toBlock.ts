import { escapeMarkdown, toProse, type Showable } from "../report/block.js";

const kinds: readonly string[] = [
  "figure",
  "table",
  "prose",
  "control",
  "title",
] satisfies Showable["kind"][];

/** The block that an element carries, or null for anything else. */
export function blockOf(value: unknown): Showable | null {
  if (typeof value !== "object" || value === null || !("block" in value)) return null;
  const { block } = value;
  const isBlock =
    typeof block === "object" &&
    block !== null &&
    "kind" in block &&
    typeof block.kind === "string";
  return isBlock && kinds.includes(block.kind as string) ? (block as Showable) : null;
}

/** Whether a value is a text node of whichever document. */
export function isTextNode(value: unknown): value is Text {
  return typeof value === "object" && value !== null && "nodeType" in value && value.nodeType === 3;
}

/** A finite number as Markdown. Throws a TypeError for one that is not. */
export function numberMarkdown(value: number | bigint): string {
  if (typeof value === "number" && !Number.isFinite(value))
    throw new TypeError(`expected a finite number: ${value}`);
  return String(value);
}

/** What sort of thing a value is, for an error's line. */
export function describe(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object" && "nodeType" in value && "nodeName" in value)
    return `a <${String(value.nodeName).toLowerCase()}> element`;
  if (typeof value === "object") return "an object";
  return typeof value === "string" ? "a string" : `a ${typeof value}`;
}

/**
 * What a displayed value adds to the report: the block it carries, text and numbers as prose,
 * nothing for undefined and empty text. Throws a TypeError for anything else, since a static
 * report could not show it as the live notebook does.
 */
export function toBlock(value: unknown): Showable | null {
  if (value === undefined || value === "") return null;
  const block = blockOf(value);
  if (block) return block;
  if (typeof value === "string") return toProse(escapeMarkdown(value));
  if (typeof value === "number" || typeof value === "bigint") return toProse(numberMarkdown(value));
  if (isTextNode(value)) return toBlock(value.textContent ?? "");
  throw new TypeError(`cannot show ${describe(value)} in a report: use show(block)`);
}
