import { cleanText } from "./cleanText.js";
import { isKnownHeading, releaseTitleOf, titleOf } from "./headings.js";
import type { Line, Lines } from "./line.js";
import { PageTooLarge } from "./parseTree.js";

const maxLines = 5000;
const bullet = /^(?:[\u2022\u25cf\u25e6\u2023\u00b7*]|[-\u2013](?= ))\s*/;

/**
 * The lines of a page that was saved as plain text. A list item is a bullet and the lines right
 * below it; a line of a table may hold its cells between bars.
 */
export function linesOfText(content: string): Lines {
  const lines: Line[] = [];
  let item: number | null = null;
  let [items, row] = [0, 0];
  const all = content.split(/\r\n|\r|\n/);
  if (all.length > maxLines)
    throw new PageTooLarge(`expected at most ${maxLines} lines: ${all.length}`);
  all.forEach((raw, index) => {
    const text = cleanText(raw).replace(/^#{1,6} /, "");
    if (text === "") {
      item = null;
      return;
    }
    const at = { line: index + 1, level: 0, group: null, row: 0, column: 0 };
    if (isKnownHeading(text) || releaseTitleOf(text) || titleOf(text)?.pilot === false) {
      item = null;
      row = 0;
      lines.push({ ...at, text, role: "heading", level: isKnownHeading(text) ? 2 : 1, item });
      return;
    }
    if (text.includes("|")) {
      item = ++items;
      const cells = text.split("|").slice(0, 20).map(cleanText);
      for (const cell of cells)
        if (cell !== "") lines.push({ ...at, text: cell, role: "text", item });
      return;
    }
    if (bullet.test(text)) {
      item = ++items;
      row++;
    }
    const rest = text.replace(bullet, "");
    if (rest !== "")
      lines.push({ ...at, text: rest, role: item === null ? "text" : "item", item, row });
  });
  return { format: "text", lines, around: [], ways: [] };
}
