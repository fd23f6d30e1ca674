import type { Report } from "./block.js";
import { proseNodes } from "./markdown.js";
import { inlineText, type ProseNode } from "./proseNode.js";

/**
 * The first sentence of a report's first paragraph, as plain text; empty where it has none. A report
 * opens with its finding, so this is what is said of it elsewhere.
 */
export function firstSentence({ blocks }: Report): string {
  const nodes = blocks.flatMap((block): readonly ProseNode[] =>
    block.kind === "prose" ? proseNodes(block) : block.kind === "content" ? block.nodes : [],
  );
  const paragraph = nodes.find((node) => node.type === "paragraph");
  if (!paragraph) return "";
  const text = inlineText(paragraph.children).replace(/\s+/g, " ").trim();
  const [first] = new Intl.Segmenter("en-GB", { granularity: "sentence" }).segment(text);
  return first.segment.trim();
}
