import type { Showable } from "../report/block.js";

const kinds: readonly string[] = [
  "figure",
  "table",
  "prose",
  "content",
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
