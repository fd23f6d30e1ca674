/**
 * Where a renderer stands in a report: heading levels that never skip one, and the numbers of
 * figures and tables. Every renderer walks the blocks in order with one outline, so that all forms
 * of a report have the same headings and numbers.
 */
export interface Outline {
  /**
   * The level of a heading in prose: as written, but at most one below the last one in prose. A
   * heading 1 is the report's title again, which has its place elsewhere and gives null, or else
   * becomes a heading 2, and those after it go down by one.
   */
  heading(depth: number, text: string): number | null;
  /** The level of a figure's title: one below the last heading in prose, 2 before any. */
  finding(): number;
  /** The number of the next figure or table, from 1. */
  number(kind: "figure" | "table"): number;
  /** Every heading so far, in order. */
  readonly entries: readonly OutlineEntry[];
  /** Adds a heading that was written; gives the id under which it is found. */
  enter(level: number, text: string, id?: string): string;
}

export interface OutlineEntry {
  readonly level: number;
  readonly text: string;
  readonly id: string;
}

const lowest = 6;

const sameText = (text: string) => text.replace(/\s+/g, " ").trim().toLowerCase();

/**
 * A new outline of what has a title. Headings of prose are found under ids of `part`, which no other
 * part of the same page may have: no id of a figure or a table holds the `_` behind it.
 */
export function newOutline(title = "", part = "part"): Outline {
  let level = 1;
  let shift = 0;
  const count = { figure: 0, table: 0 };
  const entries: OutlineEntry[] = [];
  return {
    heading: (depth, text) => {
      if (depth === 1 && sameText(text) === sameText(title)) return null;
      if (depth === 1) shift = 1;
      return (level = Math.min(depth + shift, level + 1, lowest));
    },
    finding: () => Math.min(level + 1, lowest),
    number: (kind) => (count[kind] += 1),
    entries,
    enter: (at, text, id = `${part}_${entries.length + 1}`) => {
      entries.push({ level: at, text, id });
      return id;
    },
  };
}
