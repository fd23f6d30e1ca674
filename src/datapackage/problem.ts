/** Something wrong in a data file, and where. */
export interface Problem {
  /** From 1; absent where the whole file is meant. */
  readonly line?: number;
  /** The column, or the part of the file: `header`, `row`, `byte 12`. */
  readonly column: string;
  readonly what: string;
  /** The offending value as it stands in the file. */
  readonly value?: string;
}

const longest = 80;
const named: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code > 0xff) return `\\u{${code.toString(16)}}`;
  return named[character] ?? `\\x${code.toString(16).padStart(2, "0")}`;
}

/**
 * A value from a file as it can be shown in one line of a terminal: control, format and other
 * invisible characters escaped, quoted where it begins or ends with a space, cut after 80.
 */
export function showValue(value: string): string {
  if (value === "") return "(blank)";
  // Cut roughly first: a value may be a whole file.
  const characters = [...value.slice(0, 4 * longest)];
  const kept = characters.slice(0, longest).join("");
  const cut = kept.length < value.length ? "…" : "";
  // A no-break space looks like a space, and is none.
  const shown = kept.replace(/(?! )[\p{C}\p{Z}]/gu, escapeCharacter) + cut;
  return /^\s|\s$/.test(shown) ? `"${shown}"` : shown;
}

/** `file:line: column: what is wrong: value`, without the parts that the problem lacks. */
export function problemLine(path: string, { line, column, what, value }: Problem): string {
  const place = line === undefined ? path : `${path}:${line}`;
  return [place, column, what, ...(value === undefined ? [] : [showValue(value)])].join(": ");
}
