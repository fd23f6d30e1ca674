import type { Report } from "./block.js";
import { proseNodes } from "./markdown.js";
import { inlineText, type ProseNode } from "./proseNode.js";

/** The first sentence of a report's first paragraph, as plain text; empty where it has none. */
function firstSentence({ blocks }: Report): string {
  const nodes = blocks.flatMap((block): readonly ProseNode[] =>
    block.kind === "prose" ? proseNodes(block) : block.kind === "content" ? block.nodes : [],
  );
  const paragraph = nodes.find((node) => node.type === "paragraph");
  if (!paragraph) return "";
  const text = inlineText(paragraph.children).replace(/\s+/g, " ").trim();
  const [first] = new Intl.Segmenter("en-GB", { granularity: "sentence" }).segment(text);
  return first.segment.trim();
}

/**
 * What is said of a report where its address is shared or listed: what it is for where a reader
 * chooses what it shows. Any other opens with its finding, and is told by that.
 */
export const cardOf = (report: Report): NonNullable<Report["card"]> =>
  report.card ?? { title: report.title, description: firstSentence(report) };
