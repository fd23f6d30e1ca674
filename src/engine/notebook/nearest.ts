/** How many letters are to be put in, left out, changed or swapped to make one text the other. */
function distance(a: string, b: string): number {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[b.length];
}

const plain = (name: string) => name.toLowerCase().replace(/[_-]/g, "");

/**
 * The name that was most likely meant by one that is not there: the nearest, letters' case and
 * underscores aside, where no more than a third of its letters differ; undefined where none is near.
 */
export function nearest(asked: string, names: Iterable<string>): string | undefined {
  const wanted = plain(asked);
  let [best, least]: [string | undefined, number] = [undefined, Infinity];
  for (const name of names) {
    const far = distance(wanted, plain(name));
    // Of names that differ in case and underscores alone, the one that is written most like it.
    const all = far + distance(asked, name) / 1000;
    if (all < least && 3 * far <= Math.max(wanted.length, 3)) [best, least] = [name, all];
  }
  return best;
}
