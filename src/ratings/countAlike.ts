/** Grades of the parts, and how many bodies have them. */
export interface Alike<S extends number> {
  readonly scores: readonly S[];
  readonly n: number;
}

/**
 * Bodies with the same grades counted once, in the order in which they first occur. Where the
 * order of the parts makes no difference, pass sorted grades.
 */
export function countAlike<S extends number>(profiles: readonly (readonly S[])[]): Alike<S>[] {
  const counts = new Map<string, { readonly scores: readonly S[]; n: number }>();
  for (const scores of profiles) {
    const key = scores.join();
    const alike = counts.get(key);
    if (alike) alike.n++;
    else counts.set(key, { scores, n: 1 });
  }
  return [...counts.values()];
}
