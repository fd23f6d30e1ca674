/**
 * What a report is made of. A notebook run headless gives a list of these; every renderer draws
 * the same list. A spec is what a person writes; `toFigure`, `toTable` and `toProse` check it and
 * give the full type, so that an incomplete block cannot be made.
 */

import type { GivenRows } from "./givenRows.js";
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
  /** What such a link is called, in place of the host. */
  readonly addressName?: (address: string) => string;
  /**
   * The way from a site's root to the page of what a text names: a page of a site links to it, other
   * forms have the text alone. Null for none.
   */
  readonly wayInSite?: (text: string) => string | null;
  /** The id of the part of the same page that says more of what a text names. Null for none. */
  readonly wayOnPage?: (text: string) => string | null;
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
  /** Printed to be written in: rows are tall, cells have borders, and a live page folds it. */
  readonly isForm?: boolean;
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
 * such as "**12 of 30** towns with a bank", beside each other; `unknown` says that nobody knows what
 * was asked for, and is set as running text. A live page says it to those who cannot see it.
 */
export type ProseSetting = "lead" | "tiles" | "unknown";

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
  /** What forms say on which nothing can be chosen; a live page leaves it out. */
  readonly onStatic?: string;
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
  /**
   * The way from a site's root to the static page of what is shown, where a site has one for each:
   * `areas/barnet`. Links of a live page then follow what a reader chooses.
   */
  readonly at?: string;
  /**
   * What the page is for, in a sentence, where nobody asked for what it shows: a reader chooses it
   * there. It is what is said of the page elsewhere, in place of what it finds.
   */
  readonly purpose?: string | null;
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
  /** What is said of it elsewhere, where that is not its title and its first sentence. */
  readonly card?: { readonly title: string; readonly description: string };
}

export { toFigure, toTable } from "./checkedBlock.js";
export { pictureWidths } from "./views.js";
export { escapeMarkdown, prose, toProse, toTitle } from "./prose.js";
