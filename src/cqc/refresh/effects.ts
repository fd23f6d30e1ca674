import { maxBytes } from "../parse/decodePage.js";

/** What a refresh does to the world outside, passed in so that tests can take its place. */
export interface Effects {
  readonly fetch: typeof fetch;
  readonly now: () => Date;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** How long, how much and how often. Times are in milliseconds. */
export interface Limits {
  /** From a request to the end of its answer. */
  readonly timeout: number;
  /** Between one request and the next, and before the first retry; longer before later ones. */
  readonly pause: number;
  /** Requests for one page after the first that failed. */
  readonly retries: number;
  /** The longest wait that a server may ask for. */
  readonly longestWait: number;
  /** Of an answer's body, decoded. */
  readonly bytes: number;
  /** Pages that one run reads, those of the listing included. */
  readonly pages: number;
  /** Pages in a row that cannot be read before a run gives up. */
  readonly failures: number;
}

export const defaultLimits: Limits = Object.freeze({
  timeout: 30_000,
  pause: 2_000,
  retries: 2,
  longestWait: 120_000,
  // As many as a page has that is parsed.
  bytes: maxBytes,
  // Of 153 councils with two reports each, the first page and the summary, and the list.
  pages: 700,
  failures: 5,
});
