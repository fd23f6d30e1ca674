import { fromMarkdown } from "mdast-util-from-markdown";
import { escapeMarkdown, toProse } from "../report/block.js";
import { parseMarkdown, proseNodes } from "../report/markdown.js";
import { messageOf } from "../../errors.js";
import { describe, isTextNode, numberMarkdown } from "./toBlock.js";
import { show, type Shown } from "./show.js";

/** Markdown that a cell may not hold. */
export class MarkdownError extends Error {
  override readonly name = "MarkdownError";
  constructor(
    message: string,
    /** The line within the Markdown, from 1. */
    readonly line: number,
  ) {
    super(message);
  }
}

const lineCount = (text: string) => text.split("\n").length;

function interpolated(value: unknown): string {
  if (typeof value === "number" || typeof value === "bigint") return numberMarkdown(value);
  if (isTextNode(value)) return escapeMarkdown(value.textContent ?? "");
  throw new TypeError(
    `cannot put ${describe(value)} into Markdown, where it could become markup: ` +
      `expected a number or text(value)`,
  );
}

/** The first line of the first part that prose may not hold. */
function badLine(markdown: string): number {
  for (const { position } of fromMarkdown(markdown).children) {
    try {
      parseMarkdown(markdown.slice(position?.start.offset, position?.end.offset));
    } catch {
      return position?.start.line ?? 1;
    }
  }
  return 1;
}

/**
 * The template tag of Markdown cells, headless: the same prose as live, as a block. Values are
 * numbers or text nodes only. Throws a MarkdownError that says in which line.
 */
export function md(strings: TemplateStringsArray, ...values: readonly unknown[]): Shown {
  let markdown = strings[0] ?? "";
  values.forEach((value, i) => {
    try {
      markdown += interpolated(value) + (strings[i + 1] ?? "");
    } catch (error) {
      throw new MarkdownError(messageOf(error), lineCount(markdown));
    }
  });
  const prose = toProse(markdown);
  try {
    proseNodes(prose);
  } catch (error) {
    throw new MarkdownError(messageOf(error), badLine(markdown));
  }
  return show(prose);
}
