import type { RatedBody } from "../../ratings/ratedBody.js";
import type { Rating, Scheme, Score } from "../../ratings/scheme.js";

/**
 * The validated data, as plain frozen records. Nothing here reads a file: the same types hold in
 * Node and in a browser. An unknown value is `null`, never 0 or NaN.
 */

export type Kind = "pilot" | "formal";
/** Whether a report stands as published, was revised, or was withdrawn. */
export type Status = "published" | "revised" | "withdrawn";
/** How sure a row of the data is: high from CQC's own page, low where it is not confirmed. */
export type Confidence = "high" | "medium" | "low";

/** What is about one council. */
export interface OfCouncil {
  /** The ONS code of the council. */
  readonly gssCode: string;
  /** The same under the name that it has in files, tables and data frames, so that rows join. */
  readonly gss_code: string;
}

/** A published score that a second source gives otherwise, and that is not settled. */
export interface DisputedScore {
  /** The id of the part that is scored. */
  readonly statement: string;
  /** What the other source has. */
  readonly other: Score;
  readonly sourceUrl: string;
}

/** One council assessed once. The key is council, kind, scheme and date of publication. */
export interface Assessment extends OfCouncil {
  readonly council: string;
  readonly region: string;
  readonly councilType: string;
  /** The id of the scheme that the council was assessed under. */
  readonly scheme: string;
  readonly kind: Kind;
  readonly status: Status;
  readonly confidence: Confidence;
  /** The published word; a pilot's is indicative. */
  readonly rating: Rating | null;
  /** The published percentage, rounded up by CQC. */
  readonly percentage: number | null;
  /** `YYYY-MM-DD`, or `YYYY-MM` where only the month is known. */
  readonly published: string | null;
  /** The score of each part of the scheme, in its order. */
  readonly scores: readonly (Score | null)[];
  /** Of all scores, else from the percentage (which determines it), else null. */
  readonly sum: number | null;
  /** The word that the sum carries. Not the published word, which may be unknown. */
  readonly impliedRating: Rating | null;
  /** Formal, and published by the date to which the data are complete. */
  readonly inCompleteSet: boolean;
  readonly sourceUrl: string;
  readonly sourceKind: string;
  readonly note: string | null;
  /** Scores that another source gives otherwise; left out where sources agree. */
  readonly disputes?: readonly DisputedScore[];
}

/** One of the 153 councils responsible for adult social care, or a successor. */
export interface Council extends OfCouncil {
  /** The code ONS gave on later boundaries, where it differs. */
  readonly altGssCode2025: string | null;
  readonly name: string;
  readonly officialName: string;
  readonly type: string;
  readonly region: string;
}

/** A published step or event in the oversight of a council. `date` may be words: "by 2025-08-29". */
export interface InterventionEvent extends OfCouncil {
  readonly name: string;
  readonly event: string;
  readonly date: string | null;
  readonly sourceUrl: string;
  readonly note: string | null;
}

/** Why a value of an assessment is another than it was. */
export type RevisionReason = "revision" | "withdrawal" | "correction";

/** One value of one assessment that changed, with both values. A date may be words: "about …". */
export interface Revision extends OfCouncil {
  readonly council: string;
  readonly kind: Kind;
  /** The scheme of the assessment. */
  readonly scheme: string;
  /** Date of publication of the assessment, as its row gives it. */
  readonly published: string | null;
  /** The column of assessments.csv. */
  readonly field: string;
  /** CQC revised the value, CQC withdrew the report, or an earlier version of these data erred. */
  readonly reason: RevisionReason;
  /** Null where it was, or is, not known. */
  readonly old: string | null;
  readonly new: string | null;
  readonly date: string | null;
  readonly sourceUrl: string;
  readonly note: string | null;
}

/** A row of a context file, by column name, as the descriptor types it. */
export type ContextRow = Readonly<Record<string, string | number | null>>;

/** A council that another has followed, on `on`, in a part of its area. */
export interface Succession {
  /** The code of the council that ended. */
  readonly from: string;
  /** The code of the council that followed. */
  readonly to: string;
  /** The day, `YYYY-MM-DD`, from which the new council is there and the old one is not. */
  readonly on: string;
  /** The share of the old council's population that the new one has, above 0 to 1. */
  readonly share: number | null;
  readonly sourceUrl: string;
}

/** All that is read and validated, frozen: plain records, unknown is null. */
export interface Dataset {
  /** The scheme that analyses take where they are not told another. */
  readonly scheme: Scheme;
  /** Every scheme that assessments may name. */
  readonly schemes: readonly Scheme[];
  /** By the name of a table, a scheme's id or ID.NAME: its bodies, where they have one of their own. */
  readonly profiles: Readonly<Record<string, readonly RatedBody[]>>;
  readonly assessments: readonly Assessment[];
  readonly councils: readonly Council[];
  readonly interventions: readonly InterventionEvent[];
  /** What has changed in the assessments since first publication, the latest change last. */
  readonly revisions: readonly Revision[];
  /** Which councils have followed others, or will. */
  readonly successors: readonly Succession[];
  /** Context tables by resource name, as in the descriptor: `ascof-long`, `deprivation`, … */
  readonly context: Readonly<Record<string, readonly ContextRow[]>>;
  /** The date to which the assessments are a complete, consecutive set. */
  readonly completeTo: string;
  /** The day that the data are of: the descriptor's, and none before the newest assessment. */
  readonly vintage: string;
  /** The day that the data look back to, with what was published by it; null where they do not. */
  readonly publishedBy: string | null;
  /** What was read: path and SHA-256 of each file. */
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
}
