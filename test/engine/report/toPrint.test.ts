import { JSDOM } from "jsdom";
import { expect, it } from "vitest";
import { blockHtml, type BlockHtmlOptions } from "../../../src/engine/report/blockHtml.js";
import { newOutline } from "../../../src/engine/report/outline.js";
import { madeTable } from "./made.js";

const drawn = (isForm: boolean, options: BlockHtmlOptions = {}) =>
  JSDOM.fragment(blockHtml(madeTable({ isForm }), options));

it("a form to print lies open on a page of a report, and folded on one that is operated", () => {
  expect(drawn(true).querySelector("details")).toBeNull();
  expect(drawn(true).querySelector(".to-print > .scroll > table")).not.toBeNull();
  const live = drawn(true, { isLive: true, outline: newOutline() });
  const details = live.querySelector("details")!;
  expect(details.open).toBe(false);
  expect(details.querySelector("summary")?.textContent).toBe("Table 1: a form to print");
  // All of it is in there: the table, what it is of and its source.
  expect([...live.querySelector(".to-print")!.children]).toEqual([details]);
  expect(details.querySelectorAll("table, .scope, .source")).toHaveLength(3);
});

it("a table to read is the same on both", () => {
  const html = (isLive: boolean) => blockHtml(madeTable(), { isLive });
  expect(html(true)).toBe(html(false));
  expect(html(true)).not.toContain("to-print");
});
