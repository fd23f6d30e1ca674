import type { Rating, Score } from "../../ratings/scheme.js";
import type { Kind } from "../../councils/data/dataset.js";

export type PageKind = "summary" | "statement" | "press release" | "unknown";

/** What one of CQC's pages says of one assessment. A value that is not there is `null`. */
export interface ParsedPage {
  readonly page: PageKind;
  readonly gssCode: string | null;
  readonly council: string | null;
  readonly kind: Kind | null;
  readonly rating: Rating | null;
  readonly percentage: number | null;
  /** `YYYY-MM-DD`; or `YYYY-MM`, where `publishedFrom` is the address. */
  readonly published: string | null;
  /** Whether the page says when it was published, or its report's summary or address alone does. */
  readonly publishedFrom: "page" | "report" | "address" | null;
  /** "Page last updated", `YYYY-MM-DD`. */
  readonly updated: string | null;
  /** Of each part of the scheme, in its order. */
  readonly scores: readonly (Score | null)[];
  /** Name of a value, such as `rating` or `qs3`, to where in the page it stands. */
  readonly places: Readonly<Record<string, string>>;
  /** Why the page is not accepted as a row; empty where it is. */
  readonly problems: readonly string[];
  /** Accepted, but some values are not on such a page. */
  readonly partial: boolean;
}
