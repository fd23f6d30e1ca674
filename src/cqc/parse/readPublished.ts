import type { Draft } from "./draft.js";
import type { Line } from "./line.js";

/** How a press release's own text begins. */
const lead = /^(?:the )?care quality commission\b/i;

/**
 * Takes the dates from the line below the title, "Published: 17 May 2024 Page last updated: …":
 * nothing after the next heading, or the first sentence of a release, is read, since the text cites
 * dates of its own.
 */
export function readPublished(draft: Draft, lines: readonly Line[], title: number): void {
  const next = lines.findIndex(
    (line, i) => i > title && (line.role === "heading" || lead.test(line.text)),
  );
  for (const line of lines.slice(title + 1, next === -1 ? undefined : next)) {
    if (line.role === "heading") continue;
    const match =
      /^published ?: ?(.*?)(?: ?page last updated ?: ?(.*))?$/i.exec(line.text) ??
      /^()page last updated ?: ?(.*)$/i.exec(line.text);
    if (!match) continue;
    if (match[1] !== "" || match[2] === undefined) draft.takeDate("published", match[1], line);
    if (match[2] !== undefined) draft.takeDate("updated", match[2], line);
  }
  const [published, updated] = [draft.get("published"), draft.get("updated")];
  if (published !== null && updated !== null && updated < published) {
    const line = lines.find(({ line }) => line === draft.lineOf("updated")) ?? null;
    draft.problem(line, `updated: before ${published}, when it was published`, String(updated));
  }
}

/**
 * Takes the date of a press release from above its title, where newsrooms have it and nothing below
 * says it: "Published: 4 July 2025", or the day alone.
 */
export function readPublishedAbove(draft: Draft, lines: readonly Line[], title: number): void {
  if (draft.get("published") !== null) return;
  for (const line of lines.slice(0, title)) {
    const match = /^published ?: ?(.*?)(?: ?page last updated ?: ?(.*))?$/i.exec(line.text);
    if (match) {
      draft.takeDate("published", match[1], line);
      if (match[2] !== undefined) draft.takeDate("updated", match[2], line);
    } else if (/^\d{1,2} [a-z]+ \d{4}$/i.test(line.text))
      draft.takeDate("published", line.text, line);
  }
}
