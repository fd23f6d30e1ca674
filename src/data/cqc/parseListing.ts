import type { Council } from "../dataset.js";

/** A report in CQC's list of local authority assessment reports. */
export interface ListingEntry {
  readonly title: string;
  readonly href: string;
  readonly slug: string;
  readonly gssCode: string | null;
}

export interface Listing {
  readonly entries: readonly ListingEntry[];
  /** The address of the next page of the list, or null on the last. */
  readonly next: string | null;
  readonly problems: readonly string[];
}

export interface ListingOptions {
  readonly councils: readonly Council[];
  /** The address of the page of the list. */
  readonly base: string;
}

/** Refuses every page: the listing follows. */
export function parseListing(_content: string, _options: ListingOptions): Listing {
  return { entries: [], next: null, problems: ["page: no layout is known yet"] };
}
