import { ExpectedError } from "../../errors.js";
import { assessmentKey } from "./assessmentKey.js";
import { dayOf, isAfter } from "./asAt.js";
import type { InterventionEvent, Revision } from "./dataset.js";
import {
  endsMonth,
  isPublishedInCompleteSet,
  type AssessmentSpec,
  type Completeness,
  type DatasetSpec,
  type Uncoded,
} from "./toDataset.js";
import { undoRevisions } from "./undoRevisions.js";

/** A step in words such as "after 2025-10-24" was on no day that is known. */
const dayOfStep = ({ date }: Uncoded<InterventionEvent>) =>
  date?.startsWith("after") ? null : dayOf({ date });

/** The last day of the month before a day's. */
function endOfMonthBefore(day: string): string {
  const [year, month] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, 0)).toISOString().slice(0, 10);
}

/**
 * Up to when what was published by a day is complete: that day, unless a report is dated only by its
 * month, which may be before it or after.
 */
function completenessBy({ assessments, ...spec }: DatasetSpec, day: string): Completeness {
  if (day >= spec.completeTo) return spec;
  const month = day.slice(0, 7);
  const isOpen = assessments.some(
    ({ gssCode, kind, published }) =>
      kind === "formal" &&
      published === month &&
      isPublishedInCompleteSet(gssCode, published, spec),
  );
  const completeTo = isOpen && !endsMonth(day) ? endOfMonthBefore(day) : day;
  return { completeTo, completeIncludes: [] };
}

/** Throws an ExpectedError, one line, for a day before the first report, or after that of the data. */
function checkDay({ assessments, vintage }: DatasetSpec, day: string): void {
  const fail = (what: string) => new ExpectedError(`cannot look back to ${day}: ${what}`, 2);
  if (day > vintage) throw fail(`expected a day up to ${vintage}, that of the data`);
  const [first] = assessments.flatMap(({ published }) => published ?? []).sort();
  if (first === undefined) throw fail("no report in the data has a date");
  if (isAfter(first, day)) throw fail(`the first report in the data is of ${first}`);
}

/**
 * The data without what is not known to have been published by a day, and with the ratings of that
 * day: what CQC revised later is undone. A report that it has withdrawn since stays withdrawn, as its
 * rating is nobody's any more, and what these data had wrong stays corrected, as CQC never said it.
 * Throws an ExpectedError for a day that the data cannot look back to.
 */
export function publishedBy(spec: DatasetSpec, day: string): DatasetSpec {
  checkDay(spec, day);
  const isKnown = (date: string | null) => date !== null && !isAfter(date, day);
  const isUndone = (revision: Uncoded<Revision>) =>
    revision.reason === "revision" && isAfter(dayOf(revision), day);
  const isOut = ({ gssCode, published }: AssessmentSpec) =>
    isKnown(published) ||
    (spec.completeTo <= day && isPublishedInCompleteSet(gssCode, published, spec));
  const { revisions, interventions, context } = spec;
  const undone = undoRevisions(spec.assessments, revisions.filter(isUndone), spec.schemes);
  const assessments = undone.filter(isOut);
  const keys = new Set(assessments.map(assessmentKey));
  const totals = context["published-totals"];
  return {
    ...spec,
    ...completenessBy(spec, day),
    assessments,
    revisions: revisions.filter((one) => !isUndone(one) && keys.has(assessmentKey(one))),
    interventions: interventions.filter((step) => isKnown(dayOfStep(step))),
    context: {
      ...context,
      ...(totals && {
        "published-totals": totals.filter((row) => isKnown(row.as_at as string | null)),
      }),
    },
    vintage: day,
    publishedBy: day,
  };
}
