import type { Showable } from "../report/block.js";
import { blockHtml } from "../report/blockHtml.js";
import { proseNodes } from "../report/markdown.js";

/** An element that carries the block it draws. */
export type Shown<B extends Showable = Showable> = HTMLElement & { readonly block: B };

/** Attaches a block to the element that draws it, so that a headless run can collect it. */
export function carry<E extends HTMLElement, B extends Showable>(
  element: E,
  block: B,
): E & { readonly block: B } {
  return Object.defineProperty(element, "block", { value: block }) as E & { readonly block: B };
}

const drawnLater = "data-blocks-drawn-later";

/**
 * Says of a document that what is shown in it is drawn by somebody else, or by nobody: a block
 * would otherwise be drawn twice, which is most of what a live control costs.
 */
export function drawBlocksLater(document: Document): void {
  document.documentElement.setAttribute(drawnLater, "");
}

/**
 * What a notebook's cell shows: an element that draws the block in a live notebook and carries it
 * as `.block`, from which the report is made when the notebook runs headless. A title's element is
 * empty: the page has the title's place elsewhere.
 */
export function show<B extends Showable>(block: B): Shown<B> {
  const element = document.createElement("div");
  // Prose that may not be is the fault of the cell that shows it, whoever draws it.
  if (block.kind === "prose") proseNodes(block);
  const isDrawnLater = document.documentElement.hasAttribute(drawnLater);
  if (!isDrawnLater && block.kind !== "title") element.innerHTML = blockHtml(block);
  return carry(element, block);
}
