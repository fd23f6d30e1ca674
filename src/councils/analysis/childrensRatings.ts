import type { Assessment, Dataset } from "../data/dataset.js";

/**
 * What the id of a scheme of Ofsted's inspections of councils' children's services begins with, where
 * the data hold them: they are several, as what is judged besides the whole has changed.
 */
export const childrensScheme = "ofsted-ilacs";
/** The day from which Ofsted gives no overall rating: only earlier ones count. */
export const lastDayBefore = "2026-04-01";

/** Whether the data hold inspections of children's services. */
export function hasChildrensRatings({ profiles }: Pick<Dataset, "profiles">): boolean {
  return Object.keys(profiles).some((id) => id.startsWith(childrensScheme));
}

/**
 * The place of the latest overall rating that Ofsted published of each assessment's council before
 * April 2026, 0 the lowest; null where the data hold none.
 */
export function childrensRatings(
  { profiles }: Dataset,
  assessments: readonly Assessment[],
): (number | null)[] {
  const latest = new Map<string, { readonly published: string; readonly rank: number }>();
  const inspections = Object.entries(profiles)
    .filter(([scheme]) => scheme.startsWith(childrensScheme))
    .flatMap(([, bodies]) => bodies);
  for (const { id, published, word, rank } of inspections) {
    if (word === null || rank === null || published === null || published >= lastDayBefore)
      continue;
    const other = latest.get(id);
    if (other === undefined || other.published < published) latest.set(id, { published, rank });
  }
  return assessments.map(({ gssCode }) => latest.get(gssCode)?.rank ?? null);
}
