import type { MathNode } from "./proseNode.js";
import { coveredText, literal, type Covers } from "./typstText.js";

export interface MathTypstOptions {
  readonly covers: Covers;
  /** The formula as its author wrote it: what those hear who cannot see it. */
  readonly source: string;
  readonly isDisplayed: boolean;
}

/** A formula as an equation of Typst. */
export function mathTypst(
  math: MathNode,
  { covers, source, isDisplayed }: MathTypstOptions,
): string {
  void math;
  return isDisplayed
    ? `#block(raw(${literal(coveredText(source, covers))}));`
    : `#raw(${literal(coveredText(source, covers))});`;
}
