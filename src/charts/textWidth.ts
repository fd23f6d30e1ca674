/**
 * How wide text will be, without a browser: advances of Arial in thousandths of the font size.
 * Source Sans 3, the first choice, is narrower, so what fits by this fits.
 */
const advances = new Map<string, number>();
for (const [advance, characters] of [
  [191, "'’"],
  [222, "ijl"],
  [278, " !,./:;ftI"],
  [333, "()-r"],
  [389, "*"],
  [500, "ckrsvxyzJ"],
  [611, "FTZ"],
  [667, "&ABEKPSVXY"],
  [722, "wCDHNRU"],
  [778, "GOQ"],
  [833, "mM"],
  [889, "%"],
  [944, "W"],
  [1000, "…—"],
] as const)
  for (const character of characters) advances.set(character, advance);
const otherAdvance = 584;
const boldFactor = 1.08;

export interface TextStyle {
  /** In SVG pixels. */
  readonly size: number;
  readonly bold?: boolean;
}

/** The width of one line of text, in SVG pixels; somewhat more than it will take. */
export function textWidth(text: string, { size, bold = false }: TextStyle): number {
  let width = 0;
  for (const character of text) width += advances.get(character) ?? otherAdvance;
  return (width / 1000) * size * (bold ? boldFactor : 1);
}

/** The text, or as much of it as fits in a width, with an ellipsis. */
export function fitText(text: string, width: number, style: TextStyle): string {
  if (textWidth(text, style) <= width) return text;
  const characters = [...text];
  while (characters.length > 0 && textWidth(`${characters.join("")}…`, style) > width)
    characters.pop();
  return `${characters.join("").trimEnd()}…`;
}

/** Phrases, separated by commas, as lines that each fit in a width. A phrase is not broken. */
export function wrapPhrases(phrases: readonly string[], width: number, style: TextStyle): string[] {
  const lines: string[] = [];
  phrases.forEach((phrase, index) => {
    const end = index < phrases.length - 1 ? "," : "";
    const fitted = fitText(phrase, width - textWidth(",", style), style) + end;
    const longer = lines.length > 0 ? `${lines[lines.length - 1]} ${fitted}` : fitted;
    if (lines.length > 0 && textWidth(longer, style) <= width) lines[lines.length - 1] = longer;
    else lines.push(fitted);
  });
  return lines;
}
