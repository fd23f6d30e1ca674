import type { CommonOptions } from "./labels.js";

export interface ChoiceOptions extends CommonOptions {
  readonly value?: unknown;
  /** How a choice is written. */
  readonly format?: (choice: unknown, index: number, data: readonly unknown[]) => unknown;
  /** What a choice is called, where it is not formatted. */
  readonly keyof?: (choice: unknown, index: number, data: readonly unknown[]) => unknown;
  /** What a choice stands for. */
  readonly valueof?: (choice: unknown, index: number, data: readonly unknown[]) => unknown;
  readonly sort?: boolean | "ascending" | "descending" | ((a: unknown, b: unknown) => number);
  readonly unique?: boolean;
}

export interface Choice {
  readonly text: string;
  readonly value: unknown;
}

export type ChoiceData = Iterable<unknown> | ReadonlyMap<unknown, unknown>;

const textOf = (value: unknown): string =>
  typeof value === "object" && value !== null && "textContent" in value
    ? String(value.textContent)
    : String(value);

function ascending(a: unknown, b: unknown): number {
  const [x, y] = [a as number, b as number];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** What a reader chooses from, as Observable takes it: values, or a map of names to values. */
export function toChoices(data: ChoiceData, options: ChoiceOptions): Choice[] {
  const isMap = data instanceof Map;
  const all: readonly unknown[] = Array.from(data as Iterable<unknown>);
  const first = (choice: unknown) => (choice as readonly unknown[])[0];
  const second = (choice: unknown) => (choice as readonly unknown[])[1];
  const {
    keyof = isMap ? first : (choice: unknown) => choice,
    valueof = isMap ? second : (choice: unknown) => choice,
    format,
    sort,
    unique = false,
  } = options;
  const choices = all.map((choice, i) => {
    const key = keyof(choice, i, all);
    return {
      key,
      text: textOf(format ? format(isMap ? first(choice) : choice, i, all) : key),
      value: valueof(choice, i, all),
    };
  });
  const seen = new Set<unknown>();
  const kept = unique ? choices.filter(({ key }) => !seen.has(key) && seen.add(key)) : choices;
  if (sort !== undefined && sort !== false) {
    const compare = typeof sort === "function" ? sort : ascending;
    const sign = sort === "descending" ? -1 : 1;
    kept.sort((a, b) => sign * compare(a.key, b.key));
  }
  return kept.map(({ text, value }) => ({ text, value }));
}

const isSame = (a: unknown, b: unknown) =>
  Object.is(a, b) || (a instanceof Date && b instanceof Date && a.getTime() === b.getTime());

/** The places of values among choices; those that are none of them are left out. */
export function placesOf(choices: readonly Choice[], values: Iterable<unknown>): Set<number> {
  const wanted = [...values];
  return new Set(
    choices.flatMap(({ value }, i) => (wanted.some((one) => isSame(one, value)) ? [i] : [])),
  );
}

/** Values as a reader would say them. */
export function sayChoices(choices: readonly Choice[], places: ReadonlySet<number>): string {
  const texts = choices.filter((_, i) => places.has(i)).map(({ text }) => text);
  return texts.length > 0 ? texts.join(", ") : "none";
}
