import type { Prose, ProseSetting, Title, TitleOptions } from "./block.js";

/**
 * Text as Markdown that reads as that text: nothing in it is markup. Marks that are none wherever they
 * stand, as a comma, stay as they are: each that is escaped takes time to read.
 */
export function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[!"#&()*+\-./:<=>@[\\\]_`{|}~]/g, "\\$&");
}

/** A value of prose as text: it is checked here, where it enters, and never in what is written. */
function said(value: unknown, place: number): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  const what = typeof value === "number" || value === undefined || value === null;
  throw new TypeError(
    `prose: value ${place}: expected text or a finite number: ${what ? String(value) : typeof value}`,
  );
}

/**
 * A template tag for prose: the literal parts are Markdown, the interpolated values are text.
 *
 *     prose`**${place.name}** has ${spending}.`
 */
export function prose(
  strings: TemplateStringsArray,
  ...values: readonly (string | number)[]
): Prose {
  return toProse(
    strings.reduce((markdown, part, i) => markdown + escapeMarkdown(said(values[i - 1], i)) + part),
  );
}

/** A report's title, as text. Throws a TypeError for a blank one. */
export function toTitle(text: string, options: TitleOptions = {}): Title {
  if (text.trim() === "") throw new TypeError("title: text is missing");
  return Object.freeze({ kind: "title", text: text.trim(), ...options });
}

/** Prose from Markdown that somebody wrote, whatever words it holds. */
export function toProse(markdown: string, as?: ProseSetting): Prose {
  return Object.freeze({ kind: "prose", markdown, ...(as && { as }) });
}
