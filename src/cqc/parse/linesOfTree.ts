import { cleanText } from "./cleanText.js";
import type { Line, Lines, Role } from "./line.js";
import { PageTooLarge, type Document, type Element, type Node } from "./parseTree.js";
import { alteredMark, attribute, isWay, visibilityOf } from "./visibility.js";

const maxColumns = 50;

/** Elements that stand within a line; any other begins a new one. */
const inline = new Set(
  (
    "a abbr acronym b bdi big cite code data dfn em font i ins kbd label mark nobr q rb rp rt ruby " +
    "samp small span strong sub sup time tt u var wbr s strike del bdo"
  ).split(" "),
);

/** Where the walk is: what the lines met there belong to. */
interface Context {
  readonly role: Role;
  readonly level: number;
  readonly group: number | null;
  readonly item: number | null;
  readonly row: number;
  readonly column: number;
  readonly inMain: boolean;
  /** Beside the page's text, or on the way to other pages. */
  readonly apart: "beside" | "way" | null;
  /** The table that rows and cells belong to. */
  readonly table: Table | null;
  readonly list: { items: number } | null;
}

interface Table {
  readonly group: number;
  rows: number;
  item: number;
  /** The next column of the row that is read, and for each column how many rows it is taken for. */
  column: number;
  readonly taken: number[];
}

const outside: Context = {
  role: "text",
  level: 0,
  group: null,
  item: null,
  row: 0,
  column: 0,
  inMain: false,
  apart: null,
  table: null,
  list: null,
};

function span(element: Element, name: string, most: number): number {
  const value = attribute(element, name)?.trim() ?? "";
  return /^[1-9]\d{0,3}$/.test(value) ? Math.min(Number(value), most) : 1;
}

function beginRow(table: Table, item: number): void {
  table.rows++;
  table.item = item;
  table.column = 0;
  for (let i = 0; i < table.taken.length; i++) if (table.taken[i] > 0) table.taken[i]--;
}

/** Places a cell in the first free column of its row, and takes that column for the rows it spans. */
function placeCell(table: Table, element: Element): number {
  while ((table.taken[table.column] ?? 0) > 0) table.column++;
  const column = table.column + 1;
  if (column > maxColumns) throw new PageTooLarge(`expected at most ${maxColumns} columns`);
  const rows = span(element, "rowspan", 200);
  for (let i = span(element, "colspan", 20); i > 0; i--) table.taken[table.column++] = rows;
  return column;
}

/**
 * The visible lines of a page, in their order. Where the page has a `<main>`, those of it. Walks
 * without recursion, so that depth cannot overflow the stack.
 */
export function linesOfTree(document: Document): Lines {
  const lines: { readonly line: Line; readonly place: "main" | "beside" | "way" | "elsewhere" }[] =
    [];
  let ids = 0;
  let text = "";
  let textLine = 0;
  let current = outside;
  let lastLine = 1;

  const flush = () => {
    const cleaned = cleanText(text);
    if (cleaned !== "") {
      const { role, level, group, item, row, column, inMain, apart } = current;
      const line = { text: cleaned, line: textLine, role, level, group, item, row, column };
      lines.push({ line, place: apart ?? (inMain ? "main" : "elsewhere") });
    }
    text = "";
    textLine = 0;
  };
  const add = (value: string, line: number | undefined) => {
    lastLine = line ?? lastLine;
    if (textLine === 0 && value.trim() !== "")
      textLine = lastLine + (/^\s*/.exec(value)![0].match(/\n/g)?.length ?? 0);
    text += value;
  };

  const enter = (element: Element, context: Context): Context => {
    const name = element.tagName;
    // A name set as a heading within an item is a part of the item, beside what is said of it.
    if (context.role === "item" && /^h[3-6]$/.test(name)) return context;
    if (/^h[1-6]$/.test(name))
      return { ...context, role: "heading", level: Number(name[1]), item: ++ids };
    if (name === "main" || attribute(element, "role") === "main")
      return { ...context, inMain: true };
    if (name === "ul" || name === "ol")
      return { ...context, group: ++ids, item: null, list: { items: 0 }, role: "text" };
    if (name === "li" && context.list)
      return { ...context, role: "item", item: ++ids, row: ++context.list.items };
    if (name === "table") {
      const table = { group: ++ids, rows: 0, item: 0, column: 0, taken: [] };
      return { ...context, group: table.group, item: null, table, role: "text", list: null };
    }
    if (name === "tr" && context.table) {
      beginRow(context.table, ++ids);
      return { ...context, item: context.table.item, row: context.table.rows, role: "text" };
    }
    if ((name === "td" || name === "th") && context.table)
      return { ...context, role: "cell", column: placeCell(context.table, element), list: null };
    return context;
  };

  // A number of the stack says that an element ends, and what it stood in.
  const stack: (Node | { readonly back: Context })[] = [document];
  while (stack.length > 0) {
    const next = stack.pop()!;
    if ("back" in next) {
      flush();
      current = next.back;
      continue;
    }
    if (next.nodeName === "#text" && "value" in next) {
      add(next.value, next.sourceCodeLocation?.startLine);
      continue;
    }
    if (!("childNodes" in next)) continue;
    if ("tagName" in next) {
      const visibility = visibilityOf(next);
      if (visibility === "altered") add(alteredMark, next.sourceCodeLocation?.startLine);
      if (next.tagName === "br" || next.tagName === "hr") flush();
      if (visibility === "apart") {
        flush();
        if (current.table && /^t[dh]$/.test(next.tagName)) placeCell(current.table, next);
        stack.push({ back: current });
        current = { ...outside, apart: isWay(next) ? "way" : "beside" };
      } else if (visibility !== "read") {
        // What is not shown takes its place in a table, but breaks no line.
        if (current.table && /^t[dh]$/.test(next.tagName)) placeCell(current.table, next);
        continue;
      } else if (!inline.has(next.tagName)) {
        flush();
        stack.push({ back: current });
        current = enter(next, current);
      }
    }
    for (let i = next.childNodes.length - 1; i >= 0; i--) stack.push(next.childNodes[i]);
  }
  flush();
  const isMain = lines.some(({ place }) => place === "main");
  const chosen = isMain ? "main" : "elsewhere";
  const at = (...places: readonly string[]) =>
    lines.filter(({ place }) => places.includes(place)).map(({ line }) => line);
  return {
    format: "html",
    lines: at(chosen),
    around: at("beside", ...(isMain ? ["elsewhere"] : [])),
    ways: at("way"),
  };
}
