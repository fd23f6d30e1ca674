/**
 * What a report is made of. A notebook run headless gives a list of these; every renderer draws
 * the same list. A spec is what a person writes; `toFigure`, `toTable` and `toProse` check it and
 * give the full type, so that an incomplete block cannot be made.
 */

import { toRows, type GivenRows } from "./givenRows.js";
import type { ProseNode } from "./proseNode.js";

/** A value of a table; null is shown as a dash. */
export type Cell = string | number | null;

/** A column of a table: its key, its header and how its values are written. */
export interface Column {
  /** The key in a row. */
  readonly key: string;
  /** The header, with its unit where it has one. */
  readonly label: string;
  /** How numbers are written; the default writes them as they are. */
  readonly format?: (value: number) => string;
  /** Its texts are addresses: HTML and PDF show the host as a link, CSV holds the address. */
  readonly isAddress?: boolean;
  /** Too long for a page: the CSV alone holds it. */
  readonly isOnlyInCsv?: boolean;
  /** Several values in a cell, for a reader's eye: files hold them in columns of their own. */
  readonly isOnlyOnPage?: boolean;
  /**
   * Its texts are dates, `2025-05` or `2025-05-23`, or words around one: a page writes them in words,
   * a file as they are, with a column beside them that says how much is known.
   */
  readonly isDate?: boolean;
  /** Says whose row it is: a file of several blocks repeats it on each line. */
  readonly isKey?: boolean;
}

/** Rows under named columns: what a chart plots, what a table shows, what a CSV file holds. */
export interface Rows {
  readonly columns: readonly Column[];
  readonly rows: readonly Readonly<Record<string, Cell>>[];
}

/** The two pages that a picture may stand on. */
export type Theme = "light" | "dark";

/** How a picture is to be drawn: its width in CSS pixels, and the page that it stands on. */
export interface View {
  readonly width: number;
  readonly theme: Theme;
}

/** A column of a page, which paper has too, and a phone. */
export const pictureWidths = { wide: 640, narrow: 350 } as const;

/** Every view that a page needs. The first is that of paper. */
const views: readonly View[] = [
  { width: pictureWidths.wide, theme: "light" },
  { width: pictureWidths.wide, theme: "dark" },
  { width: pictureWidths.narrow, theme: "light" },
  { width: pictureWidths.narrow, theme: "dark" },
];

/** A picture as it was drawn for a view. */
export interface Drawing extends View {
  readonly svg: string;
}

/** What a figure says, and of what. */
export interface FigureWords {
  /** Unique in its report: lower-case words with hyphens. */
  readonly id: string;
  /** The finding, as a sentence. */
  readonly title: string;
  /** What the finding means, in a sentence or two. */
  readonly detail?: string;
  /** What is plotted, its unit, and n. */
  readonly subtitle: string;
  /** The finding in words, for those who cannot see the picture. */
  readonly alt: string;
  /** How to read it, and what it does not show. */
  readonly caption: string;
  readonly source: string;
  /** How many of what are plotted. */
  readonly n: number;
  /** What n counts, one of them: "area", "person". */
  readonly unit?: string;
  readonly data: Rows;
  /** A Vega-Lite specification that anyone can open in an editor of their own. */
  readonly vegaLite?: object;
}

/** A picture is drawn for each view that a page needs, or it is one SVG for all of them. */
export type FigureSpec = FigureWords &
  (
    | { readonly draw: (view: View) => string }
    | {
        /** One SVG element, or several where the picture is panelled over pages. */
        readonly svg: string | readonly string[];
        readonly drawings?: readonly Drawing[];
      }
  );

/** A picture with its words, its source and its data. */
export interface Figure extends FigureWords {
  readonly kind: "figure";
  /** The picture on paper. */
  readonly svg: readonly string[];
  /** The picture for each view, the first that of paper; none where `svg` is for all. */
  readonly drawings?: readonly Drawing[];
}

/** What a table says, and of what. */
export interface TableWords {
  readonly id: string;
  readonly caption: string;
  /** The set, the unit, and what is left out. */
  readonly scope: string;
  readonly source: string;
  readonly n: number;
  /** What n counts, one of them: "area", "person". */
  readonly unit?: string;
}

/** A table as a notebook gives it. */
export interface TableSpec extends TableWords {
  readonly data: GivenRows;
}

/** A table as renderers take it. */
export interface Table extends TableWords {
  readonly kind: "table";
  readonly data: Rows;
}

/**
 * How prose is set: `lead` is what a report finds, large, below its title; `tiles` is a list of items
 * such as "**12 of 30** towns with a bank", beside each other.
 */
export type ProseSetting = "lead" | "tiles";

/** Markdown without raw HTML. Interpolated values are already escaped. */
export interface Prose {
  readonly kind: "prose";
  readonly markdown: string;
  /** As running text where it is left out. */
  readonly as?: ProseSetting;
}

/** What a cell shows as elements of its own, sanitized. */
export interface Content {
  readonly kind: "content";
  readonly nodes: readonly ProseNode[];
}

/** What a control says that leaves nothing out. */
export const everything = "everything";

/** A control of the live notebook: static forms state its default. */
export interface Control {
  readonly kind: "control";
  readonly label: string;
  /** The default, as a reader would say it. */
  readonly value: string;
}

/** A piece of a report. */
export type Block = Figure | Table | Prose | Content | Control;

/** How a report's title stands, and what is said under it. */
export interface TitleOptions {
  /** What the reader must know of the data, in place of what is said above every report. */
  readonly about?: readonly string[];
  /** Printed small, where a report is to take few pages. */
  readonly isCompact?: boolean;
  /** The title says what the notebook was asked for, so that nothing else need. */
  readonly saysParams?: boolean;
}

/**
 * A title that follows from what a notebook was asked, such as the name of a place. It is no
 * block of the report but takes the place of the notebook's own title.
 */
export interface Title extends TitleOptions {
  readonly kind: "title";
  readonly text: string;
}

/** What a notebook's cell can show. */
export type Showable = Block | Title;

/** An executed notebook. */
export interface Report {
  /** The notebook's file name without its ending: names the outputs. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  /** What the reader must know of the data: vintage, coverage, set. One sentence each. */
  readonly about: readonly string[];
  /** Its PDF is set small, to take few pages. */
  readonly isCompact?: boolean;
}

function demand(what: string, id: string, spec: object, keys: readonly string[]): void {
  for (const key of keys) {
    const value: unknown = (spec as Record<string, unknown>)[key];
    if (typeof value !== "string" || value.trim() === "")
      throw new TypeError(`${what} ${id || "without id"}: ${key} is missing`);
  }
}

function checkData(
  what: string,
  { id, n, data }: { id: string; n: number; data: GivenRows },
): Rows {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
    throw new TypeError(`${what}: id: expected lower-case words with hyphens: ${id}`);
  if (!Number.isInteger(n) || n < 0)
    throw new TypeError(`${what} ${id}: n: expected a whole number: ${n}`);
  return toRows(`${what} ${id}`, data);
}

/** Attributes that hold words, ids and addresses; every other one of a picture holds its shape. */
const wordy = /^(?:aria-|data-|xlink:|(?:id|class|href|title|role|lang)$)/;

/** Whether a picture is drawn with a value that is no number. What it says in words is its own. */
function hasNoNumber(svg: string): boolean {
  const tags = svg.match(/<[^!?/][^>]*>/g) ?? [];
  const attributes = tags.flatMap((tag) => [...tag.matchAll(/([\w:-]+)\s*=\s*("[^"]*"|'[^']*')/g)]);
  return attributes.some(
    ([, name, value]) => !wordy.test(name) && /(?:NaN|undefined|Infinity)/.test(value),
  );
}

function picturesOf(spec: FigureSpec): Omit<Figure, "kind"> {
  if (!("draw" in spec))
    return { ...spec, svg: typeof spec.svg === "string" ? [spec.svg] : spec.svg };
  const { draw, ...words } = spec;
  const drawings = views.map((view) => ({ ...view, svg: draw(view) }));
  return { ...words, svg: [drawings[0].svg], drawings };
}

/** Checks a figure's spec. Throws a TypeError that names the figure and what it lacks. */
export function toFigure(spec: FigureSpec): Figure {
  demand("figure", spec.id, spec, ["id", "title", "subtitle", "alt", "caption", "source"]);
  const data = checkData("figure", spec);
  const { svg, drawings, ...words } = picturesOf(spec);
  const all = [...svg, ...(drawings ?? []).map((drawing) => drawing.svg)];
  if (svg.length === 0 || all.some((s) => !s.startsWith("<svg")))
    throw new TypeError(`figure ${spec.id}: svg: expected SVG markup`);
  if (all.some(hasNoNumber))
    throw new TypeError(`figure ${spec.id}: svg: holds a value that is not a number`);
  return Object.freeze({ kind: "figure", ...words, data, svg, ...(drawings && { drawings }) });
}

/** Checks a table's spec. Throws a TypeError that names the table and what it lacks. */
export function toTable(spec: TableSpec): Table {
  demand("table", spec.id, spec, ["id", "caption", "scope", "source"]);
  return Object.freeze({ kind: "table", ...spec, data: checkData("table", spec) });
}

/** Text as Markdown that reads as that text: nothing in it is markup. */
export function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[!-/:-@[-`{-~]/g, "\\$&");
}

/** A value of prose as text: it is checked here, where it enters, and never in what is written. */
function said(value: unknown, place: number): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  const what = typeof value === "number" || value === undefined || value === null;
  throw new TypeError(
    `prose: value ${place}: expected text or a finite number: ${what ? String(value) : typeof value}`,
  );
}

/**
 * A template tag for prose: the literal parts are Markdown, the interpolated values are text.
 *
 *     prose`**${place.name}** has ${spending}.`
 */
export function prose(
  strings: TemplateStringsArray,
  ...values: readonly (string | number)[]
): Prose {
  return toProse(
    strings.reduce((markdown, part, i) => markdown + escapeMarkdown(said(values[i - 1], i)) + part),
  );
}

/** A report's title, as text. Throws a TypeError for a blank one. */
export function toTitle(text: string, options: TitleOptions = {}): Title {
  if (text.trim() === "") throw new TypeError("title: text is missing");
  return Object.freeze({ kind: "title", text: text.trim(), ...options });
}

/** Prose from Markdown that somebody wrote, whatever words it holds. */
export function toProse(markdown: string, as?: ProseSetting): Prose {
  return Object.freeze({ kind: "prose", markdown, ...(as && { as }) });
}
