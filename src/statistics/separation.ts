/** Steps after which the search for a line between the scores is given up. */
const mostSteps = 10_000;

/**
 * Numbers that make every row's product with them greater than 0, by the perceptron's rule: add
 * the row that is wrong. `null` where none are found, at once where a row and its opposite exclude
 * each other.
 *
 * Source: Novikoff, Proceedings of the Symposium on the Mathematical Theory of Automata 12 (1962).
 */
function positiveSide(rows: ReadonlyMap<string, readonly number[]>): readonly number[] | null {
  const opposite = (row: readonly number[]) => row.map((x) => 0 - x).join();
  for (const row of rows.values()) if (rows.has(opposite(row))) return null;
  const at = [...(rows.values().next().value ?? [])].map(() => 0);
  for (let step = 0; step < mostSteps; step++) {
    let right = true;
    for (const row of rows.values()) {
      if (row.reduce((sum, x, i) => sum + x * at[i], 0) > 0) continue;
      right = false;
      row.forEach((x, i) => (at[i] += x));
    }
    if (right) return at;
  }
  return null;
}

/**
 * Why the cumulative logit model with a random intercept has no finite maximum of its likelihood
 * on these scores, or null where it has one. `rows` has one category per item, from 0 to C - 1 with
 * `names` for each, all of which occur.
 *
 * With sigma fixed, thresholds and items can go to infinity together exactly where an item holds
 * only the lowest or only the highest category, or where no item holds categories both below and
 * above a middle one, so that nothing ties the thresholds on its two sides. Otherwise only all at
 * once can, with sigma: units are then told apart without error, each between two thresholds less
 * item effects.
 *
 * Source: the direction of recession of a likelihood, as Albert and Anderson, Biometrika 71 (1984).
 */
export function separation(
  rows: readonly (readonly number[])[],
  names: readonly number[],
): string | null {
  const items = rows[0].map((_, j) => rows.map((row) => row[j]));
  const top = names.length - 1;
  for (const [j, scores] of items.entries())
    for (const edge of [0, top])
      if (scores.every((score) => score === edge))
        return `column ${j + 1} holds only ${names[edge]}, an edge of the scores seen: its effect has no finite estimate`;
  for (let middle = 1; middle < top; middle++)
    if (!items.some((scores) => Math.min(...scores) < middle && Math.max(...scores) > middle))
      return `no column holds scores both below and above ${names[middle]}: how far apart the thresholds beside it are has no finite estimate`;

  // The cut at threshold c of item j must lie below that at d of k: tau_d - b_k - tau_c + b_j > 0.
  const rules = new Map<string, readonly number[]>();
  const rule = (c: number, j: number, d: number, k: number) => {
    const row = Array<number>(top + items.length).fill(0);
    row[d]++;
    row[c]--;
    row[top + j]++;
    row[top + k]--;
    rules.set(row.join(), row);
  };
  for (let c = 1; c < top; c++) rule(c - 1, 0, c, 0);
  for (const row of rows)
    row.forEach((low, j) => {
      if (low === 0) return;
      row.forEach((high, k) => {
        if (high < top && j !== k) rule(low - 1, j, high, k);
      });
    });
  return positiveSide(rules) === null
    ? null
    : "the scores are separated, telling the rows apart without error, so that the likelihood has no finite maximum";
}
