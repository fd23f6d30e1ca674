/** No value stands in a longer text. */
const maxText = 5000;

/**
 * Text as a reader sees it: one kind of space, no soft hyphens and no zero-width characters.
 *
 * Digits of other scripts stay as they are, so that they are refused and not guessed at, and so do
 * the controls that reverse the order of what is shown.
 */
export function cleanText(text: string): string {
  // Cut before the rest, which is slow for a text of a whole page; U+FFFC keeps it from being a value.
  const cut = text.length > maxText ? `${text.slice(0, maxText)}\ufffc` : text;
  return cut
    .normalize("NFC")
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** A label as it is compared: without case, with one kind of apostrophe and "and" for "&". */
export function labelOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc`\u00b4]/g, "'")
    .replace(/\s*&\s*/g, " and ")
    .replace(/\s+/g, " ")
    .trim();
}
