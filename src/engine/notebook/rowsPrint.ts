/** More than this are not looked at: it takes a tenth of a second. */
const most = 1_000_000;

const step = (print: number, code: number) => Math.imul(print ^ code, 0x01000193);
const first = 0x811c9dc5;

/** A number for a text, and its length, that another text is not likely to have. */
export function textPrint(text: string): string {
  let print = first;
  for (let i = 0; i < text.length; i += 1) print = step(print, text.charCodeAt(i));
  return `${text.length}-${print >>> 0}`;
}

const isRow = (one: unknown): one is Readonly<Record<string, unknown>> =>
  typeof one === "object" && one !== null && !Array.isArray(one);

/**
 * A number that changes when an object in an array gets another value or another field, and stays
 * when a chart notes something of its own in it, under a symbol; null for what is no array of objects.
 * What lies in fields that are objects themselves is not looked at.
 */
export function rowsPrint(value: unknown): number | null {
  if (!Array.isArray(value) || !value.some(isRow)) return null;
  let [print, looked] = [first, 0];
  const add = (text: string) => {
    for (let i = 0; i < text.length; i += 1) print = step(print, text.charCodeAt(i));
    print = step(print, 0x1f);
  };
  for (const row of value as readonly unknown[]) {
    if (!isRow(row)) continue;
    for (const [key, held] of Object.entries(row)) {
      add(key);
      add(typeof held === "object" && held !== null ? "" : String(held));
      if ((looked += 1) > most) return print;
    }
  }
  return print;
}
