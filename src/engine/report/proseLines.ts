import type { Prose } from "./block.js";
import { proseNodes } from "./markdown.js";
import { proseText } from "./proseNode.js";

/** Prose as plain lines, one for each part of it. */
export function proseLines(prose: Prose): string[] {
  return proseText(proseNodes(prose)).split("\n").filter(Boolean);
}
