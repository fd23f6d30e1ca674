/**
 * What prose is made of, whoever wrote it: Markdown, HTML or a cell's own elements become these
 * nodes, and every renderer draws them. A construct that only some forms of a report could show has
 * no node here.
 */

/** A picture: an SVG that a cell drew, or the address of a file. */
export interface Picture {
  readonly type: "image";
  readonly svg?: string;
  /** A data address in a report, and in a page that of the file beside it. */
  readonly src?: string;
  /** What it shows, for those who cannot see it; empty where it is decoration. */
  readonly alt: string;
}

/** A formula: MathML's elements, as far as both a browser and Typst set them. */
export interface MathNode {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (MathNode | string)[];
}

export type Inline =
  | { readonly type: "text" | "inlineCode"; readonly value: string }
  | {
      readonly type: "emphasis" | "strong" | "delete" | "subscript" | "superscript";
      readonly children: readonly Inline[];
    }
  | { readonly type: "link"; readonly url: string; readonly children: readonly Inline[] }
  | { readonly type: "break" }
  | Picture
  | {
      readonly type: "math";
      readonly math: MathNode;
      /** The formula as its author wrote it. */
      readonly source: string;
      readonly isDisplayed: boolean;
    };

export type Side = "left" | "right" | "center" | null;

export type ProseNode =
  | { readonly type: "paragraph"; readonly children: readonly Inline[] }
  | {
      readonly type: "heading";
      readonly depth: 1 | 2 | 3 | 4 | 5 | 6;
      readonly children: readonly Inline[];
    }
  | { readonly type: "blockquote"; readonly children: readonly ProseNode[] }
  | {
      readonly type: "list";
      /** The first number of a numbered list, null for bullets. */
      readonly start: number | null;
      readonly items: readonly (readonly ProseNode[])[];
    }
  | { readonly type: "thematicBreak" }
  | { readonly type: "code"; readonly value: string }
  | {
      readonly type: "table";
      readonly sides: readonly Side[];
      readonly head: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  | {
      readonly type: "figure";
      readonly children: readonly ProseNode[];
      readonly caption: readonly Inline[];
    }
  | {
      readonly type: "details";
      /** What an address ends in that leads to it, opened. */
      readonly id?: string;
      readonly summary: readonly Inline[];
      readonly children: readonly ProseNode[];
    };

/** What inlines say, as plain text. */
export function inlineText(nodes: readonly Inline[]): string {
  return nodes
    .map((node): string => {
      switch (node.type) {
        case "break":
          return " ";
        case "image":
          return node.alt;
        case "math":
          return node.source;
        default:
          return "value" in node ? node.value : inlineText(node.children);
      }
    })
    .join("");
}

/** What prose says, as plain text, a line for each part. */
export function proseText(nodes: readonly ProseNode[]): string {
  return nodes
    .map((node): string => {
      switch (node.type) {
        case "paragraph":
        case "heading":
          return inlineText(node.children);
        case "blockquote":
          return proseText(node.children);
        case "list":
          return node.items.map(proseText).join("\n");
        case "thematicBreak":
          return "";
        case "code":
          return node.value;
        case "table":
          return [node.head, ...node.rows].map((row) => row.map(inlineText).join(" ")).join("\n");
        case "figure":
          return `${proseText(node.children)}\n${inlineText(node.caption)}`;
        case "details":
          return `${inlineText(node.summary)}\n${proseText(node.children)}`;
      }
    })
    .join("\n");
}

/** The ids of what is folded, however deep. */
export function idsOfDetails(nodes: readonly ProseNode[]): readonly string[] {
  return nodes.flatMap((node) => {
    if (node.type === "list") return node.items.flatMap(idsOfDetails);
    if (!("children" in node) || node.type === "paragraph" || node.type === "heading") return [];
    const own = node.type === "details" && node.id !== undefined ? [node.id] : [];
    return [...own, ...idsOfDetails(node.children)];
  });
}
