import type { Kind } from "../../councils/data/dataset.js";
import type { Value } from "../../datapackage/tableSchema.js";

/**
 * `filled`: not known before. `corrected`: another value, from another source than CQC's page.
 * `revised`: another value than was read on CQC's page, or confirmed. `withdrawn`: taken down.
 */
export type Change = "filled" | "corrected" | "revised" | "withdrawn";

export interface ValueChange {
  /** The column of assessments.csv. */
  readonly field: string;
  readonly old: Value;
  readonly new: Value;
  readonly change: Change;
}

/** What one page says that the data do not. */
export interface DiffItem {
  readonly what: "new" | "changed" | "withdrawn" | "contradicted";
  /** Null where the page does not say which council it is about, as are the others. */
  readonly gssCode: string | null;
  readonly council: string | null;
  readonly kind: Kind | null;
  readonly published: string | null;
  readonly updated: string | null;
  readonly url: string;
  /** The line of its row in assessments.csv; null for a new one and for a page that is refused. */
  readonly line: number | null;
  readonly values: readonly ValueChange[];
  /** The row as it would be written; null for a page that is refused. */
  readonly row: Readonly<Record<string, Value>> | null;
  /**
   * The page as a row of its own, where it may be of another assessment than `row`: a person says
   * which. Null where it is clear.
   */
  readonly another: Readonly<Record<string, Value>> | null;
  /** Why it contradicts. */
  readonly reasons: readonly string[];
}

/** A report in CQC's list whose summary was not found. */
export interface SummaryNotFound {
  readonly gssCode: string | null;
  readonly council: string | null;
  readonly slug: string;
  /** Where it was looked for, and what was there. */
  readonly looked: readonly { readonly url: string; readonly what: string }[];
}

export interface Diff {
  readonly schema: "ninefold.refresh/1";
  readonly from: string;
  /** When the run began. */
  readonly read: string;
  readonly items: readonly DiffItem[];
  /** Pages that say what the data say. */
  readonly same: number;
  readonly notFound: readonly SummaryNotFound[];
  /** What could not be read, a line each. */
  readonly problems: readonly string[];
}
