import type { Content } from "../../report/block.js";
import type { ProseNode } from "../../report/proseNode.js";
import { contentNodes } from "./contentNodes.js";
import { domTree } from "./domTree.js";
import { sanitizeTree } from "./sanitizeTree.js";

/** Words for a picture whose author gave none. */
export const wordless = "A picture that its author has not described.";

export interface ContentOptions {
  /** Called for a picture that says nothing to those who cannot see it. */
  readonly onWordless: () => void;
  /** The address of a picture beside the notebook, by its name. Throws where there is none. */
  readonly addressOf: (name: string) => string;
}

/**
 * What elements of a cell say, as a block that every form of a report can show: sanitized, with
 * pictures and formulas. Throws a TypeError for an element that no report can hold.
 */
export function toContent(node: Node, { onWordless, addressOf }: ContentOptions): Content {
  const held: ProseNode[][] = [];
  const tree = sanitizeTree(domTree(node, held));
  const nodes = contentNodes(tree, {
    held,
    addressOf,
    wordless: () => {
      onWordless();
      return wordless;
    },
  });
  return Object.freeze({ kind: "content", nodes });
}
