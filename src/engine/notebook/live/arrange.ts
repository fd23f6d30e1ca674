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

/** Writes the page's title, its one heading 1 and what it says of the data, where they differ. */
function titlePage({ text, about }: Titled): void {
  const heading = document.querySelector("h1");
  if (heading !== null && heading.textContent !== text) heading.textContent = text;
  document.title = text;
  const said = document.querySelector("header .about");
  if (said && about) said.outerHTML = aboutHtml(about);
}

/** What a reader opens is known by its figure or table, and elsewhere by its own first line. */
const nameOf = (details: Element) =>
  details.closest("figure, .table")?.id ??
  details.querySelector("summary")?.textContent?.replace(/\s+/g, " ").trim();

/** Has fields that hold what nobody knows described by what says so. */
function describeUnknown(main: HTMLElement): void {
  const said = [...main.querySelectorAll<HTMLElement>(".cell > * > .unknown")];
  said.forEach((one, i) => (one.id = `unknown_${i + 1}`));
  const ids = said.map(({ id }) => id).join(" ");
  for (const field of main.querySelectorAll(".ninefold-control [aria-invalid]"))
    field.setAttribute("aria-describedby", ids);
  for (const field of main.querySelectorAll('[aria-describedby^="unknown_"]:not([aria-invalid])'))
    field.removeAttribute("aria-describedby");
}

/**
 * Keeps the blocks of a live page as a static report would have them whenever cells show others:
 * headings that skip no level, figures and tables numbered in order, links to their data. What a
 * reader opened stays open when it is drawn again. Calls `onDrawn` after what was drawn was arranged.
 */
export function keepArranged(
  main: HTMLElement,
  onDrawn: () => void,
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
      const details = target as HTMLDetailsElement;
      const name = nameOf(details);
      // What was taken from the page was not closed by its reader.
      if (name === undefined || !details.isConnected) return;
      if (details.open) open.add(name);
      else open.delete(name);
    },
    { capture: true },
  );

  function arrangeBlock(element: HTMLElement, block: Showable, outline: Outline): void {
    if (block.kind === "control") return;
    if (block.kind === "title") {
      if (block.at !== undefined) follow(block.at);
      return titlePage(block);
    }
    if (block.kind === "prose" || block.kind === "content") {
      const html = blockHtml(block, { outline, ...root });
      if (drawn.get(element) === html) return;
      drawn.set(element, html);
      element.innerHTML = html;
      for (const details of element.querySelectorAll("details"))
        details.open ||= open.has(nameOf(details) ?? "");
      return;
    }
    const level = outline.finding();
    const number = outline.number(block.kind);
    const place = `${level} ${number}`;
    if (drawn.get(element) === place) return;
    drawn.set(element, place);
    const here: Outline = { ...outline, finding: () => level, number: () => number };
    draw(element, block, { outline: here, ...root, open: open.has(block.id), inFiles });
  }

  const observer = new MutationObserver(() => {
    const outline = newOutline(document.querySelector("h1")?.textContent ?? "");
    for (const element of main.querySelectorAll<HTMLElement>(".cell > *")) {
      const block = blockOf(element);
      if (block) arrangeBlock(element, block, outline);
    }
    describeUnknown(main);
    observer.takeRecords();
    onDrawn();
  });
  observer.observe(main, { childList: true, subtree: true });
}
