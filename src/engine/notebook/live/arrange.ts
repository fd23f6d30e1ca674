import type { Figure, Showable, Table } from "../../report/block.js";
import { blockHtml, type BlockHtmlOptions } from "../../report/blockHtml.js";
import { toCsv } from "../../report/csv.js";
import { dataAddress } from "../../report/dataAddress.js";
import { newOutline, type Outline } from "../../report/outline.js";
import { aboutHtml } from "../../report/page.js";
import { drawBlocksLater } from "../show.js";
import { followPage } from "./followPage.js";
import type { Given } from "../project.js";
import { blockOf } from "../blockOf.js";

type InFiles = NonNullable<Given["inFiles"]>;

/** The data of a block as it stands, which a reader's choices may have changed. */
function linksOf(block: Figure | Table, inFiles: InFiles) {
  const vegaLite = block.kind === "figure" ? block.vegaLite : undefined;
  return {
    csv: dataAddress("text/csv;charset=utf-8", toCsv(inFiles(block.data))),
    ...(vegaLite && {
      vegaLite: dataAddress("application/json", JSON.stringify(vegaLite, null, 2)),
    }),
  };
}

function draw(
  element: HTMLElement,
  block: Figure | Table,
  {
    open,
    inFiles,
    ...options
  }: Omit<BlockHtmlOptions, "links"> & { open: boolean; inFiles: InFiles },
): void {
  element.innerHTML = blockHtml(block, {
    ...options,
    isLive: true,
    links: linksOf(block, inFiles),
  });
  for (const link of element.querySelectorAll<HTMLAnchorElement>(".downloads a"))
    link.download = `${block.id}${link.href.startsWith("data:text/csv") ? ".csv" : ".vl.json"}`;
  const details = element.querySelector("details");
  if (details && open) details.open = true;
}

type Titled = Extract<Showable, { kind: "title" }>;

/**
 * Writes the page's title, its one heading 1 and what it says of the data, where they differ. Gives
 * whether the title does.
 */
function titlePage({ text, about }: Titled): boolean {
  const heading = document.querySelector("h1");
  const isNew = heading !== null && heading.textContent !== text;
  if (isNew) heading.textContent = text;
  document.title = text;
  const said = document.querySelector("header .about");
  if (said && about) said.outerHTML = aboutHtml(about);
  return isNew;
}

/**
 * Keeps the blocks of a live page as a static report would have them whenever cells show others:
 * headings that skip no level, figures and tables numbered in order, links to their data. A table
 * that a reader opened stays open when its figure is drawn again. Calls `onDrawn` with the titles
 * of the page, of figures and of tables that were drawn.
 */
export function keepArranged(
  main: HTMLElement,
  onDrawn: (titles: readonly string[]) => void,
  inFiles: InFiles = (data) => data,
): void {
  drawBlocksLater(document);
  const follow = followPage();
  // A page of a site has the site's links above it.
  const root = document.querySelector("nav.site") !== null && { root: "../" };
  const drawn = new WeakMap<Element, string>();
  const open = new Set<string>();
  main.addEventListener(
    "toggle",
    ({ target }) => {
      const id = (target as HTMLElement).closest("figure, .table")?.id;
      if (id === undefined) return;
      if ((target as HTMLDetailsElement).open) open.add(id);
      else open.delete(id);
    },
    { capture: true },
  );

  function arrangeBlock(element: HTMLElement, block: Showable, outline: Outline): string | null {
    if (block.kind === "control") return null;
    if (block.kind === "title") {
      if (block.at !== undefined) follow(block.at);
      return titlePage(block) ? block.text : null;
    }
    if (block.kind === "prose" || block.kind === "content") {
      const html = blockHtml(block, { outline, ...root });
      if (drawn.get(element) !== html) element.innerHTML = html;
      drawn.set(element, html);
      return null;
    }
    const level = outline.finding();
    const number = outline.number(block.kind);
    const place = `${level} ${number}`;
    if (drawn.get(element) === place) return null;
    drawn.set(element, place);
    const here: Outline = { ...outline, finding: () => level, number: () => number };
    draw(element, block, { outline: here, ...root, open: open.has(block.id), inFiles });
    return block.kind === "figure" ? block.title : block.caption;
  }

  const observer = new MutationObserver(() => {
    const outline = newOutline(document.querySelector("h1")?.textContent ?? "");
    const titles: string[] = [];
    for (const element of main.querySelectorAll<HTMLElement>(".cell > *")) {
      const block = blockOf(element);
      const title = block && arrangeBlock(element, block, outline);
      if (title) titles.push(title);
    }
    observer.takeRecords();
    if (titles.length > 0) onDrawn(titles);
  });
  observer.observe(main, { childList: true, subtree: true });
}
