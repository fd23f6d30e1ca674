/** The days between which an event came, `YYYY-MM-DD`; null for an end that is not known. */
export interface EventDate {
  readonly from: string | null;
  readonly to: string | null;
  /** Whether it was to come and nothing read says that it did. */
  readonly isDue: boolean;
}

function lastDay(month: string): string {
  const [year, at] = month.split("-").map(Number);
  return `${month}-${String(new Date(Date.UTC(year, at, 0)).getUTCDate()).padStart(2, "0")}`;
}

/**
 * When an event came, from its date as it was published: a day, a month, or one of them after "by",
 * "after" or "due by". Null where the words say no date.
 */
export function eventDate(published: string | null): EventDate | null {
  const found = /^(due )?(by |after )?(?:end )?(\d{4}-\d{2})(-\d{2})?$/.exec(published ?? "");
  if (found === null) return null;
  const [, due, side, month, day] = found;
  const from = month + (day ?? "-01");
  const to = day === undefined ? lastDay(month) : month + day;
  return {
    from: side === "by " ? null : side === "after " ? to : from,
    to: side === "after " ? null : to,
    isDue: due !== undefined,
  };
}
