/** What a result says, in words that stand wherever it is told: a report, a figure's title, an index. */
export interface Finding {
  /** The message, in at most 12 words and two numbers. */
  readonly headline: string;
  /** One or two sentences more, with the interval where there is one. */
  readonly detail: string;
  /** A number and about six words that say what it counts; none where no number carries it. */
  readonly tile?: { readonly number: string; readonly words: string };
}
