import { JSDOM } from "jsdom";
import type { Report } from "../../src/engine/report/block.js";
import { renderHtml } from "../../src/engine/report/html.js";

/** What a reader of a report's page reads, white space made one. */
export function visibleText(report: Report): string {
  const { document } = new JSDOM(renderHtml(report)).window;
  for (const element of document.querySelectorAll("style, script")) element.remove();
  const alts = [...document.querySelectorAll("img")].map((image) => image.alt);
  return [document.body.textContent ?? "", ...alts].join(" ").replace(/\s+/g, " ");
}
