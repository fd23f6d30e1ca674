/** How many slips of the pen a text of a length may hold. */
const allowed = (length: number) => (length < 4 ? 0 : length < 8 ? 1 : 2);

/**
 * How many letters are wrong, missing, too many or turned round in a text at least, beside a whole
 * name and beside the beginning of one.
 */
function slips(text: string, name: string): { readonly whole: number; readonly start: number } {
  let before: number[] = [];
  let last = Array.from({ length: name.length + 1 }, (_, j) => j);
  for (let i = 1; i <= text.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= name.length; j += 1) {
      const isSame = text[i - 1] === name[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (isSame ? 0 : 1));
      const isTurned = i > 1 && j > 1 && text[i - 1] === name[j - 2] && text[i - 2] === name[j - 1];
      if (isTurned) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return { whole: last[name.length], start: Math.min(...last) };
}

/**
 * How far a text that is being typed is from a name, both plain: lower for fewer slips, for a whole
 * name and for its first word. Infinite where it is no misspelling of it.
 */
export function misspelling(text: string, name: string): number {
  const most = allowed(text.length);
  // A code with another digit is another code.
  if (most === 0 || /\d/.test(text) || /\d/.test(name)) return Infinity;
  const words = [0, ...[...name.matchAll(/ /g)].map(({ index }) => index + 1)];
  return Math.min(
    ...words.map((at, i) => {
      const { whole, start } = slips(text, name.slice(at));
      const later = i === 0 ? 0 : 0.25;
      if (whole <= most) return whole + later;
      return start <= most ? start + 0.5 + later : Infinity;
    }),
  );
}
