/** A field of CSV as RFC 4180 has it: in quotes where it must be, or where spaces would be lost. */
export function csvField(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

type Cells = readonly (string | number | null)[];

function record(cells: Cells): string {
  return cells.map((cell) => (cell === null ? "" : csvField(String(cell)))).join(",");
}

/**
 * A CSV file with some records replaced, by the line on which each begins, and others added at the
 * end. `lines` are those on which its records begin, the header's included. What is not replaced
 * keeps its bytes, and what is new has the line ends of the file.
 */
export function editCsv(
  text: string,
  lines: readonly number[],
  replaced: ReadonlyMap<number, Cells>,
  added: readonly Cells[],
): string {
  const ends = /\r?\n/.exec(text)?.[0] ?? "\n";
  // Each line with its end.
  const all = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const kept = lines.map((line, i) => {
    const cells = replaced.get(line);
    const own = all.slice(line - 1, i + 1 < lines.length ? lines[i + 1] - 1 : undefined);
    return cells ? record(cells) + ends : own.join("");
  });
  const before = kept.join("");
  if (added.length === 0) return before;
  // Blank lines at the end would come to stand between rows.
  const rows = before.replace(/(\r?\n)*$/, ends);
  return rows + added.map((cells) => record(cells) + ends).join("");
}
