import { statementInList, statementOf } from "./statementNames.js";
import type { Line, Lines } from "./line.js";

/** A statement's name with what is said of its score, which may be no score. */
export interface ScoreLine {
  readonly statement: string;
  readonly value: string;
  readonly line: Line;
  /** How many lines it takes: a name may have its score on the next. */
  readonly taken: 1 | 2;
}

/** Whether two lines belong together: the same item or row, and in plain text one below the other. */
export function areTogether(a: Line, b: Line, format: Lines["format"]): boolean {
  if (a.item !== null || b.item !== null) return a.item === b.item && a.group === b.group;
  return format === "text";
}

/**
 * "Assessing needs", "Score: 3", as summary pages have it, at a line: on one line or on two of the
 * same list item. Null where the line is something else.
 */
export function labelledScore(
  { lines, format }: Lines,
  at: number,
): ScoreLine | { readonly line: Line; readonly problem: string } | null {
  const line = lines[at];
  const one = /^(.*?) ?(?:indicative )?score ?: ?(.*)$/i.exec(line.text);
  if (one && one[1] !== "") {
    const statement = statementOf(one[1]);
    return statement === null ? null : { statement, value: one[2], line, taken: 1 };
  }
  const statement = statementOf(line.text);
  if (statement === null) return null;
  const next = lines[at + 1];
  const two = next && /^(?:indicative )?score ?: ?(.*)$/i.exec(next.text);
  if (!two) return { line, problem: "expected its score beside it" };
  if (!areTogether(line, next, format))
    return { line: next, problem: "expected its statement beside it" };
  return { statement, value: two[1], line: next, taken: 2 };
}

/**
 * "2. supporting people to lead healthier lives - 3", or with a colon, as the lists of press releases have it.
 * `value` is what follows the dash, blank where nothing does; `number` the statement's, where given.
 */
export function dashedScore(
  text: string,
): { readonly statement: string; readonly value: string; readonly number: number | null } | null {
  const match =
    /^(?:([0-9]{1,2})[.)] ?)?(.*?)(?: ?[-\u2010-\u2015:] ?([^-\u2010-\u2015:]*))?$/.exec(text);
  if (!match) return null;
  const statement = statementInList(match[2].replace(/[.;,]$/, ""));
  if (statement === null) return null;
  const value = (match[3] ?? "").replace(/[.;,]$/, "").trim();
  return { statement, value, number: match[1] === undefined ? null : Number(match[1]) };
}

/** The number of an item of such a list whose name is not known, or null for what is no such item. */
export function numberOfItem(text: string): number | null {
  const match =
    /^([1-9])[.)] ?.{1,100}? ?[-\u2010-\u2015:] ?(?:[0-9]|indicative score of [a-z]+)?$/i.exec(
      text,
    );
  return match ? Number(match[1]) : null;
}
