import type { Random } from "./random.js";

/** A page with a line more, somewhere between two of its lines. */
export function insertLine(
  page: string,
  line: string,
  random: Random,
  format: "html" | "text",
): string {
  const lines = page.split("\n");
  const from = format === "html" ? 5 : 1;
  lines.splice(from + random(Math.max(1, lines.length - from - 1)), 0, line);
  return lines.join("\n");
}
