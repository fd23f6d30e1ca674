/** More than this are not looked at: it takes a tenth of a second. */
const most = 1_000_000;

const isRow = (one: unknown): one is Readonly<Record<string, unknown>> =>
  typeof one === "object" && one !== null && !Array.isArray(one);

/**
 * A number that changes when an object in an array gets another value or another field, and stays
 * when a chart notes something of its own in it, under a symbol; null for what is no array of objects.
 * What lies in fields that are objects themselves is not looked at.
 */
export function rowsPrint(value: unknown): number | null {
  if (!Array.isArray(value) || !value.some(isRow)) return null;
  let [print, looked] = [0x811c9dc5, 0];
  const add = (text: string) => {
    for (let i = 0; i < text.length; i += 1)
      print = Math.imul(print ^ text.charCodeAt(i), 0x01000193);
    print = Math.imul(print ^ 0x1f, 0x01000193);
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
