import {
  defaultTreeAdapter,
  Parser,
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
} from "parse5";

export type Element = DefaultTreeAdapterTypes.Element;
export type Node = DefaultTreeAdapterTypes.Node;
export type Document = DefaultTreeAdapterTypes.Document;

/** No page of CQC comes near these bounds, within which the worst page takes less than a second. */
export const maxCharacters = 400_000;
const maxNodes = 10_000;
const maxDepth = 200;
const maxAttributes = 200;
/** How much is read between two looks at an unfinished tag. */
const chunk = 16_384;

/** A page that is larger than any of CQC's. */
export class PageTooLarge extends Error {
  override readonly name = "PageTooLarge";
}

/**
 * Parses HTML as a browser does, within bounds: a page with more nodes, levels or attributes than
 * any real one stops the parser as soon as it is met. The bounds are on what makes parsing slow:
 * scopes are searched level by level, repeated formatting is made anew in every paragraph,
 * what is misplaced in a table is moved before it, and each attribute is compared with those before.
 */
export function parseTree(html: string): Document {
  if (html.length > maxCharacters)
    throw new PageTooLarge(`expected at most ${maxCharacters} characters: ${html.length}`);
  let nodes = 0;
  const counted = <T>(node: T): T => {
    if (++nodes > maxNodes) throw new PageTooLarge(`expected at most ${maxNodes} nodes`);
    return node;
  };
  const adapter = defaultTreeAdapter;
  const parser: Parser<DefaultTreeAdapterMap> = new Parser({
    sourceCodeLocationInfo: true,
    treeAdapter: {
      ...adapter,
      createElement: (...args) => counted(adapter.createElement(...args)),
      createCommentNode: (...args) => counted(adapter.createCommentNode(...args)),
      createTextNode: (...args) => counted(adapter.createTextNode(...args)),
      insertTextBefore: (...args) => counted(adapter.insertTextBefore(...args)),
      onItemPush: () => {
        if (parser.openElements.stackTop > maxDepth)
          throw new PageTooLarge(`expected at most ${maxDepth} levels`);
      },
    },
  });
  // The tag that is being read is not public, but its attributes cannot be bounded otherwise.
  const reading = parser.tokenizer as unknown as {
    readonly currentToken: { readonly attrs?: readonly unknown[] } | null;
  };
  for (let from = 0; from === 0 || from < html.length; from += chunk) {
    parser.tokenizer.write(html.slice(from, from + chunk), from + chunk >= html.length);
    if ((reading.currentToken?.attrs?.length ?? 0) > maxAttributes)
      throw new PageTooLarge(`expected at most ${maxAttributes} attributes of an element`);
  }
  return parser.document;
}
