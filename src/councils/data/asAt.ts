import type { Scheme } from "../../ratings/scheme.js";
import type { Revision } from "./dataset.js";
import type { AssessmentSpec } from "./toDataset.js";
import { undoRevisions } from "./undoRevisions.js";

/** The day in a revision's date, which may be "by 2026-09-07" or "about 2026-02-02"; null where it has none. */
export function dayOf({ date }: Pick<Revision, "date">): string | null {
  return date === null ? null : (/\d{4}-\d{2}(?:-\d{2})?/.exec(date)?.[0] ?? null);
}

/** Whether a date, of a day or of a month, lies after a day: a month does until it has ended. */
export function isAfter(date: string | null, day: string): boolean {
  if (date === null) return false;
  return date.length === 7 ? date >= day.slice(0, 7) && !isLastDay(date, day) : date > day;
}

function isLastDay(month: string, day: string): boolean {
  const [year, number] = month.split("-").map(Number);
  return day === new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/**
 * Assessments as CQC had published them by a day, as far as the data know: without those published
 * later, and with later changes undone. A change or a report without a date counts as earlier.
 */
export function asAt(
  assessments: readonly AssessmentSpec[],
  revisions: readonly Revision[],
  schemes: readonly Scheme[],
  day: string,
): { readonly assessments: AssessmentSpec[]; readonly revisions: Revision[] } {
  const isLater = (revision: Revision) => isAfter(dayOf(revision), day);
  return {
    assessments: undoRevisions(assessments, revisions.filter(isLater), schemes).filter(
      ({ published }) => !isAfter(published, day),
    ),
    revisions: revisions.filter((revision) => !isLater(revision)),
  };
}
