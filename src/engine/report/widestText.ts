/**
 * How wide text will be, without a browser. A picture on a page is drawn in the first font of its
 * list that the reader's machine has, and that may be any sans serif. So each advance is the widest
 * of Source Sans 3, Arial and DejaVu Sans (as wide as Verdana), in thousandths of the font size:
 * what fits by this fits in any of them.
 */
const advances = new Map<string, number>();
for (const [advance, characters] of [
  [278, "'ijl"],
  [318, " ,.’I"],
  [352, ":;|/f"],
  [400, "()-[]!t"],
  [411, "r"],
  [525, '"*Jsz'],
  [557, "cL?_–"],
  [592, "kvxy"],
  [615, "FTaeo"],
  [637, "0123456789bdghnpqu$"],
  [686, "ABEKPSVXYZ"],
  [732, "CRU"],
  [752, "HN"],
  [787, "&DGOQ"],
  [838, "w#+<=>^~"],
  [863, "M"],
  [974, "m%"],
  [1000, "W…—@"],
] as const)
  for (const character of characters) advances.set(character, advance);
/** An accented letter is about as wide as a digit. */
const otherAdvance = 636;
/** The widest bold, that of DejaVu Sans, against the widest regular. */
const boldFactor = 1.15;

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

/** Text as at most so many lines that each fit in a width, parted between words; the last is cut. */
export function wrapWords(text: string, width: number, most: number, style: TextStyle): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines[lines.length - 1];
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && (textWidth(longer, style) <= width || lines.length === most))
      lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((line) => fitText(line, width, style));
}
