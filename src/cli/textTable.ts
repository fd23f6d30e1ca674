/** A column of a table of text: its header, its cells, and its part of the width. */
export interface TextColumn {
  readonly label: string;
  readonly cells: readonly string[];
  /** Characters; null for a column that takes its part of what is left. */
  readonly width: number | null;
}

/** Lines of at most `width` characters; a longer word is cut. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter((one) => one !== "")) {
    if (line !== "" && line.length + 1 + word.length <= width) {
      line += ` ${word}`;
      continue;
    }
    if (line !== "") lines.push(line);
    line = word;
    for (; line.length > width; line = line.slice(width)) lines.push(line.slice(0, width));
  }
  if (line !== "" || lines.length === 0) lines.push(line);
  return lines;
}

const gap = "  ";
/** Below this a column of sentences cannot be read. */
const narrowest = 16;

/** A table of text in columns, wrapped to `width` characters, with a blank line between rows. */
export function textTable(columns: readonly TextColumn[], width: number): string {
  const fixed = columns.reduce((sum, column) => sum + (column.width ?? 0), 0);
  const open = columns.filter((column) => column.width === null).length;
  const left = width - fixed - gap.length * (columns.length - 1);
  const share = Math.max(narrowest, Math.floor(left / Math.max(open, 1)));
  const widths = columns.map((column) => column.width ?? share);
  const rowOf = (cells: readonly string[]) => {
    const wrapped = cells.map((cell, i) => wrap(cell, widths[i]));
    const height = Math.max(...wrapped.map((lines) => lines.length));
    return Array.from({ length: height }, (_, line) =>
      wrapped
        .map((lines, i) => (lines[line] ?? "").padEnd(widths[i]))
        .join(gap)
        .trimEnd(),
    ).join("\n");
  };
  const header = rowOf(columns.map(({ label }) => label));
  const rule = widths.map((w) => "-".repeat(w)).join(gap);
  const rows = columns[0].cells.map((_, i) => rowOf(columns.map(({ cells }) => cells[i])));
  return `${header}\n${rule}\n${rows.join("\n\n")}\n`;
}
