import * as v from "valibot";
import { isInCalendar, type Descriptor, type Field } from "./descriptor.js";

/** What a cell holds: `null` is unknown. */
export type Value = string | number | null;

/** Reads a cell of one column: its value, or what was expected of it. */
export type ReadCell = (cell: string) => { readonly value: Value } | { readonly expected: string };

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

function textSchema({ constraints, calendar, format }: Field, what: string) {
  const form = constraints.pattern === undefined ? null : new RegExp(constraints.pattern, "u");
  return v.pipe(
    v.string(what),
    v.check((value) => value.trim() !== "" && !unprintable.test(value), what),
    v.check((value) => constraints.enum?.includes(value) ?? true, what),
    v.check((value) => form?.test(value) ?? true, what),
    v.check((value) => format !== "uri" || isAddress(value), what),
    v.check((value) => calendar === undefined || isInCalendar(value), what),
  );
}

function numberSchema({ type, constraints }: Field, form: string, what: string) {
  return v.pipe(
    v.string(what),
    v.regex(new RegExp(form), what),
    v.transform(Number),
    v.check((n) => (type === "integer" ? Number.isSafeInteger(n) : Number.isFinite(n)), what),
    v.minValue(constraints.minimum ?? -Infinity, what),
    v.maxValue(constraints.maximum ?? Infinity, what),
  );
}

/**
 * A validator of one column's cells, built from its field in the descriptor. A blank cell is
 * `null` where the field is not required. Numbers must be written as the descriptor's
 * `numberFormats` say, in plain ASCII digits.
 */
export function readCell(field: Field, formats: Descriptor["numberFormats"]): ReadCell {
  const what = expectation(field);
  const present: v.GenericSchema<string, Value> =
    field.type === "string"
      ? textSchema(field, what)
      : numberSchema(field, formats[field.type], what);
  const schema = field.constraints.required ? present : v.nullable(present);
  // Columns repeat a few values many times over.
  const known = new Map<string, ReturnType<ReadCell>>();
  return (cell) => {
    const before = known.get(cell);
    if (before) return before;
    const parsed = v.safeParse(schema, cell === "" ? null : cell, { abortEarly: true });
    const result = parsed.success ? { value: parsed.output } : { expected: what };
    known.set(cell, result);
    return result;
  };
}
