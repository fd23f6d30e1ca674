import { escapeMarkdown, toProse, type Content, type Showable } from "../report/block.js";
import { blockOf } from "./blockOf.js";
import { inspectValue } from "./inspectValue.js";
import { givenRecords, recordsOf, recordsTable, type ShownBy } from "./recordsTable.js";

/** An element of a document, whose block is made when its cell has run: it may draw more into it. */
export interface Drawn {
  readonly kind: "drawn";
  readonly node: Node;
}

/** Whether a value is a text node of whichever document. */
export function isTextNode(value: unknown): value is Text {
  return isNode(value) && value.nodeType === 3;
}

/** Whether a value is a node of whichever document. */
export function isNode(value: unknown): value is Node {
  return (
    typeof value === "object" &&
    value !== null &&
    "nodeType" in value &&
    typeof value.nodeType === "number"
  );
}

/** A finite number as Markdown. Throws a TypeError for one that is not. */
export function numberMarkdown(value: number | bigint): string {
  if (typeof value === "number" && !Number.isFinite(value))
    throw new TypeError(`expected a finite number: ${value}`);
  return String(value);
}

/** What sort of thing a value is, for an error's line. */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return "an array";
  if (isNode(value)) return `a <${value.nodeName.toLowerCase()}> element`;
  if (typeof value === "object") return "an object";
  return typeof value === "string" ? "a string" : `a ${typeof value}`;
}

/** A value as it is read, in a block of its own. */
const inspected = (value: unknown): Content => ({
  kind: "content",
  nodes: [{ type: "code", value: inspectValue(value) }],
});

/**
 * What a displayed value adds to the report: the block it carries, text and numbers as prose,
 * records as a table, an element as what it draws, any other value as it is read. Nothing for
 * undefined and empty text.
 */
export function toBlock(value: unknown, by: ShownBy): Showable | Drawn | null {
  if (value === undefined || value === "") return null;
  const block = blockOf(value);
  if (block) return block;
  if (typeof value === "string") return toProse(escapeMarkdown(value));
  if (typeof value === "number" || typeof value === "bigint") return toProse(numberMarkdown(value));
  if (isTextNode(value)) return toBlock(value.textContent ?? "", by);
  if (isNode(value)) {
    const given = givenRecords(value);
    return given ? recordsTable(given, by) : { kind: "drawn", node: value };
  }
  const rows = recordsOf(value);
  return rows ? recordsTable({ rows }, by) : inspected(value);
}
