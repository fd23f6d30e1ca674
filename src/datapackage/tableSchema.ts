import { isInCalendar, type Descriptor, type Field } from "./descriptor.js";

/** What a cell holds: `null` is unknown. */
export type Value = string | number | null;

/** Reads a cell of one column: its value, or undefined where it is not one that the column holds. */
export type ReadCell = (cell: string) => Value | undefined;

function either(words: readonly string[]): string {
  return words.length < 2
    ? words.join("")
    : `${words.slice(0, -1).join(", ")} or ${words[words.length - 1]}`;
}

function expectedNumber({ type, constraints: { minimum, maximum } }: Field): string[] {
  const noun = type === "integer" ? "a whole number" : "a number";
  if (minimum === undefined && maximum === undefined) return [noun];
  if (maximum === undefined) return [`${noun} not below ${minimum}`];
  if (minimum === undefined) return [`${noun} not above ${maximum}`];
  if (type === "integer" && maximum - minimum < 5)
    return Array.from({ length: maximum - minimum + 1 }, (_, i) => String(minimum + i));
  return [`${noun} from ${minimum} to ${maximum}`];
}

function expectedText({ constraints, calendar, format, example }: Field): string[] {
  if (constraints.enum) return constraints.enum;
  if (calendar === "day") return ["a date in the calendar as YYYY-MM-DD"];
  if (calendar) return ["a date in the calendar as YYYY-MM-DD", "YYYY-MM"];
  if (format === "uri") return ["an address that begins with http:// or https://"];
  if (constraints.pattern) return [`a value like ${example}`];
  return ["text without control characters"];
}

/** What a cell of a field may hold, in words: `expected 1, 2, 3, 4 or blank`. */
export function expectation(field: Field): string {
  const words = field.type === "string" ? expectedText(field) : expectedNumber(field);
  return `expected ${either(field.constraints.required ? words : [...words, "blank"])}`;
}

function isAddress(value: string): boolean {
  return /^https?:\/\/[^\s\\]+$/i.test(value) && URL.canParse(value);
}

// Tabs and line ends may stand in a text; a carriage return alone, other control characters and
// code points that are no character may not: SVG and PDF cannot hold them.
const unprintable = /(?![\t\n]|\r\n)[\p{Cc}\uFFFE\uFFFF]/u;

function readText({ constraints, calendar, format }: Field): ReadCell {
  const form = constraints.pattern === undefined ? null : new RegExp(constraints.pattern, "u");
  const isHeld = (text: string) =>
    text.trim() !== "" &&
    !unprintable.test(text) &&
    (constraints.enum?.includes(text) ?? true) &&
    (form?.test(text) ?? true) &&
    (format !== "uri" || isAddress(text)) &&
    (calendar === undefined || isInCalendar(text)) &&
    (calendar !== "day" || text.length === 10);
  // Columns of text repeat a few values many times over.
  const known = new Map<string, string | undefined>();
  return (cell) => {
    const before = known.get(cell);
    if (before !== undefined || known.has(cell)) return before;
    const value = isHeld(cell) ? cell : undefined;
    known.set(cell, value);
    return value;
  };
}

function readNumber({ type, constraints }: Field, format: string): ReadCell {
  const form = new RegExp(format);
  const { minimum = -Infinity, maximum = Infinity } = constraints;
  const isNumber = type === "integer" ? Number.isSafeInteger : Number.isFinite;
  return (cell) => {
    if (!form.test(cell)) return undefined;
    const value = Number(cell);
    return isNumber(value) && value >= minimum && value <= maximum ? value : undefined;
  };
}

/**
 * Reads one column's cells as its field in the descriptor says. A blank cell is `null` where the
 * field is not required. Numbers must be written as the descriptor's `numberFormats` say, in plain
 * ASCII digits.
 */
export function readCell(field: Field, formats: Descriptor["numberFormats"]): ReadCell {
  const blank = field.constraints.required ? undefined : null;
  const read = field.type === "string" ? readText(field) : readNumber(field, formats[field.type]);
  return (cell) => (cell === "" ? blank : read(cell));
}
