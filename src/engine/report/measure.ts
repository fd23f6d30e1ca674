/**
 * Whether a cell's text is one measure, as "67% (52% to 80%)", "5% (under 1% to 24%)" or "23 to 29,
 * Good": short, and beginning with a number. It is not broken over lines.
 */
export function isMeasure(text: string): boolean {
  return text.length <= 26 && /^(?:under |over )?[-−]?\d/.test(text);
}
