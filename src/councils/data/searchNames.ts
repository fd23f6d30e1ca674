import { misspelling } from "./misspelling.js";
import { plain, stem } from "./nameForms.js";

/** What is found by any of its names. */
export interface Named {
  readonly names: readonly string[];
}

/** How many are offered in place of what was typed. */
const most = 5;

/** How a name holds a text: all of it, at its beginning, at that of a word, within a word, not at all. */
function holds(name: string, asked: string): number {
  if (name === asked) return 0;
  if (name.startsWith(asked)) return 1;
  if (` ${name}`.includes(` ${asked}`)) return 2;
  return name.includes(asked) ? within : Infinity;
}

const within = 3;

/** Those with the lowest rank, in their order; those whose rank is infinite are left out. */
function ranked<T>(all: readonly T[], rank: (one: T) => number): readonly T[] {
  return all
    .map((one, i) => ({ one, i, rank: rank(one) }))
    .filter((one) => one.rank < Infinity)
    .sort((a, b) => a.rank - b.rank || a.i - b.i)
    .map(({ one }) => one);
}

/**
 * Those of a list any of whose names holds a text, the beginnings of names first, and those that hold
 * it within a word only where no word begins with it. Words for the kind of council do not matter:
 * "Kent council". Where none holds it, those that are written almost so: "Camdn".
 */
export function searchNames<T extends Named>(
  all: readonly T[],
  text: string,
): { readonly found: readonly T[]; readonly near: readonly T[] } {
  const asked = plain(text);
  if (asked === "") return { found: [], near: [] };
  const short = stem(text);
  const plainNames = new Map(all.map((one) => [one, one.names.map(plain)]));
  const ranks = new Map(
    all.map((one) => {
      const names = plainNames.get(one)!;
      return [one, Math.min(...names.flatMap((name) => [holds(name, asked), holds(name, short)]))];
    }),
  );
  const found = ranked(all, (one) => ranks.get(one)!);
  // "Hull" is no part of Solihull where a name has that word.
  const whole = found.filter((one) => ranks.get(one)! < within);
  if (found.length > 0) return { found: whole.length > 0 ? whole : found, near: [] };
  const near = ranked(all, (one) =>
    Math.min(...plainNames.get(one)!.map((name) => misspelling(short, name))),
  );
  return { found, near: near.slice(0, most) };
}
