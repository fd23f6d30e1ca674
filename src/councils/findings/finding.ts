/** What a result says, in words that stand wherever it is told: a report, a figure's title, an index. */
export interface Finding {
  /** The message, in at most 12 words and two numbers, without a full stop. */
  readonly headline: string;
  /** One or two sentences more, with the interval where there is one. */
  readonly detail: string;
  /** A number and about six words that say what it counts; none where no number carries it. */
  readonly tile?: { readonly number: string; readonly words: string };
  /**
   * What a statistician asks besides: the test, its p, how it was drawn. It stands in a section of
   * its own, where the rules of plain words do not hold.
   */
  readonly note?: string;
  /** The data do not hold what this would be said of. */
  readonly saysNothing?: true;
}

/** What is said where nothing can be. */
export function nothing(headline: string, what: string): Finding {
  return { headline, detail: `So nothing can be said of ${what}.`, saysNothing: true };
}
