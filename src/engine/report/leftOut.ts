import { toProse, type Prose } from "./block.js";

/**
 * Thrown where a part of a notebook is of a kind that no report can hold, such as a drawing on a
 * canvas. That part is left out, its place says why, and the rest of the report is made: unlike a
 * fault of its author's, which ends it.
 */
export class LeftOut extends Error {
  override readonly name = "LeftOut";

  /** By its name: a page is bundled with a class of its own. */
  static override [Symbol.hasInstance](error: unknown): error is LeftOut {
    return error instanceof Error && error.name === "LeftOut" && "because" in error;
  }

  constructor(
    /** What the author reads: what was met, and what to do. */
    message: string,
    /** What a reader of the page reads, as the end of a sentence: "it is drawn on a canvas". */
    readonly because: string,
  ) {
    super(message);
  }
}

/** What stands in the place of a part that is left out. */
export function leftOutBlock(because: string): Prose {
  return toProse(`A part of this notebook is left out here: ${because}.`);
}
