/**
 * A failure that a user can mend: bad data, a bad argument, a notebook cell that fails. Each
 * problem is one line that says what is wrong, where, and the value. Anything else that is thrown
 * is a defect of Ninefold and keeps its stack.
 */
export class ExpectedError extends Error {
  override readonly name = "ExpectedError";
  readonly problems: readonly string[];
  /** 1 for bad data or a failed cell, 2 for bad usage, 130 and 143 where a signal ended the run. */
  readonly exitCode: 1 | 2 | 130 | 143;

  /** By its name: a file that was bundled with a class of its own may be given another file's error. */
  static override [Symbol.hasInstance](error: unknown): boolean {
    return error instanceof Error && error.name === "ExpectedError" && "problems" in error;
  }

  constructor(problems: string | readonly string[], exitCode: 1 | 2 | 130 | 143 = 1) {
    const lines = typeof problems === "string" ? [problems] : problems;
    super(lines.join("\n"));
    this.problems = lines;
    this.exitCode = exitCode;
  }
}

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

/** The message of whatever was thrown, which need not have a text. */
export function messageOf(error: unknown): string {
  try {
    return String(error instanceof Error ? error.message : error);
  } catch {
    return "a value without a text was thrown";
  }
}

/** Where whatever was thrown was thrown from, or nothing. */
export function stackOf(error: unknown): string {
  try {
    const stack: unknown = error instanceof Error ? error.stack : undefined;
    return typeof stack === "string" ? stack : "";
  } catch {
    return "";
  }
}
