import { DOMParser } from "linkedom/worker";
import { readFileUpTo } from "../../disk/readUpTo.js";
import { ExpectedError } from "../../errors.js";
import type { NotebookKit } from "./notebookKit.js";
import { nameInSource } from "./cellName.js";
import { lineOf, lineStarts } from "./sourceLines.js";

export type CellMode = "js" | "ts" | "md" | "html" | "tex" | "dot" | "sql" | "ojs" | Language;
/** A language that a report does not run. */
export type Language = "python" | "r" | "node";

/** A place in a notebook's file, both from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Cell {
  readonly id: number;
  /** As its author would name it: what it defines, its first heading in quotes, or its id. */
  readonly name: string;
  readonly mode: CellMode;
  /** What the cell says, without the indentation that the file format adds. */
  readonly value: string;
  /** Its value is not displayed. */
  readonly hidden: boolean;
  /** The variable that holds the cell's value, for a cell with an `output` attribute. */
  readonly output: string | undefined;
  /** The database that an SQL cell asks. */
  readonly database: string | undefined;
  /** Its source is shown too. */
  readonly pinned: boolean;
  /** Where an offset in `value` stands in the file. */
  readonly place: (offset: number) => Place;
}

export interface Notebook {
  /** As it was asked for: what error lines begin with. */
  readonly file: string;
  readonly title: string;
  readonly cells: readonly Cell[];
}

const types: ReadonlyMap<string, CellMode> = new Map([
  ["", "js"],
  ["module", "js"],
  ["text/markdown", "md"],
  ["text/x-typescript", "ts"],
  ["text/html", "html"],
  ["application/x-tex", "tex"],
  ["text/vnd.graphviz", "dot"],
  ["application/sql", "sql"],
  ["application/vnd.observable.javascript", "ojs"],
  ["text/x-python", "python"],
  ["text/x-r", "r"],
  ["application/vnd.node.javascript", "node"],
]);

const newline = /\r\n?|\n/g;

interface Script {
  readonly type: string;
  readonly id: string;
  readonly start: number;
  readonly content: string;
}

/** The value of an attribute in what stands in a tag after its name; empty where it is not there. */
function attribute(attributes: string, name: string): string {
  const given = new RegExp(`(?:^|\\s)${name}\\s*=\\s*("[^"]*"|'[^']*'|[^\\s"'>]+)`, "i");
  return (given.exec(attributes)?.[1] ?? "").replace(/^["']|["']$/g, "");
}

/** The scripts of a page with where their contents begin; comments are passed over. */
function findScripts(page: string): Script[] {
  const tag =
    /<!--[\s\S]*?-->|<script\b((?:"[^"]*"|'[^']*'|[^'">])*)>([\s\S]*?)<\/script\b[^>]*>/gi;
  return Array.from(page.matchAll(tag), (match) => match)
    .filter((match) => match[2] !== undefined)
    .map((match) => {
      const [, attributes = "", content = ""] = match;
      const start = match.index + match[0].indexOf(">", 7 + attributes.length) + 1;
      const [type, id] = [attribute(attributes, "type"), attribute(attributes, "id")];
      return { type, id, start, content };
    });
}

/** Gives the place of each offset in a text. */
function placesIn(text: string): (offset: number) => Place {
  const starts = lineStarts(text);
  return (offset) => {
    const line = lineOf(starts, offset);
    return { line: line + 1, column: offset - starts[line] + 1 };
  };
}

/** Maps an offset in a cell's value, whose lines lost four spaces, to its place in the page. */
function toPlaces(begin: Place, content: string, value: string) {
  const lines = content.split(newline);
  const first = /^\s*$/.test(lines[0] ?? "") && lines.length > 1 ? 1 : 0;
  const placeIn = placesIn(value);
  return (offset: number): Place => {
    const { line, column } = placeIn(offset);
    const index = first + line - 1;
    const removed = /^ {4}/.test(lines[index] ?? "") ? 4 : 0;
    const before = index === 0 ? begin.column - 1 : 0;
    return { line: begin.line + index, column: column + removed + before };
  };
}

/** Reads the text of a notebook. Throws an ExpectedError where it is not a notebook that can run. */
export function parseNotebook(page: string, file: string, kit: NotebookKit): Notebook {
  const parser = new DOMParser() as unknown as globalThis.DOMParser;
  const document = parser.parseFromString(page || "<html></html>", "text/html");
  if (document.querySelector("notebook") === null)
    throw new ExpectedError(`${file}:1:1: expected a notebook: there is no <notebook> element`);
  const placeIn = placesIn(page);
  const begin = placeIn(Math.max(0, page.search(/<notebook\b/i)));
  const where = `${file}:${begin.line}:${begin.column}: `;
  const notebook = kit.deserialize(page, { parser });
  const title = (document.querySelector("notebook > title")?.textContent ?? "").trim();
  const problems: string[] = [];
  if (title === "")
    problems.push(`${where}expected a title: write <title>…</title> as the first of the notebook`);
  if (notebook.cells.length === 0)
    problems.push(
      `${where}expected at least one cell: write it as <script type="module">…</script>`,
    );
  const scripts = findScripts(page);
  if (scripts.length !== notebook.cells.length)
    problems.push(
      `${where}expected a closed <script> for each cell, inside <notebook>: ` +
        `${scripts.length} found, ${notebook.cells.length} read`,
    );
  if (problems.length > 0) throw new ExpectedError(problems);
  const cells = notebook.cells.map((cell, index): Cell => {
    const { id, value, hidden, output, database, pinned } = cell;
    const { type, start, content, id: written } = scripts[index];
    const mode = types.get(type);
    const name = nameInSource({ mode: mode ?? "js", value, output, id: written || String(id) });
    const { line, column } = placeIn(start);
    if (mode === undefined)
      problems.push(
        `${file}:${line}:${column}: cell ${name}: expected a type that notebooks have, as module or text/markdown: ${type}`,
      );
    const place = toPlaces({ line, column }, content, value);
    return { id, name, mode: mode ?? "js", value, hidden, output, database, pinned, place };
  });
  if (problems.length > 0) throw new ExpectedError(problems);
  return { file, title, cells };
}

function readProblem(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOENT" || code === "ENOTDIR") return "no such notebook";
  if (code === "ELOOP") return "the notebook cannot be read: its links lead in a circle";
  if (code === "ENAMETOOLONG") return "the notebook cannot be read: its name is too long";
  if (code === "EACCES") return "the notebook cannot be read: permission denied";
  throw error;
}

/** Prose and a few calls; what is longer is no notebook. */
const maxBytes = 5_000_000;

/** Reads a notebook from its file. */
export function readNotebook(file: string, kit: NotebookKit): Notebook {
  let bytes: Buffer;
  try {
    const read = readFileUpTo(file, maxBytes);
    if ("problem" in read) throw new ExpectedError(`${file}: ${read.problem}`);
    bytes = read.bytes;
  } catch (error) {
    if (error instanceof ExpectedError) throw error;
    throw new ExpectedError(`${file.slice(0, 200)}: ${readProblem(error)}`);
  }
  let page: string;
  try {
    page = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new ExpectedError(`${file}: expected text in UTF-8`);
  }
  return parseNotebook(page, file, kit);
}
