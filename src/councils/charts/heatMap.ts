import type { Assessment } from "../data/dataset.js";

/** Councils by sum, the highest first; equal sums by name. A council without a sum comes last. */
export function orderBySum(assessments: readonly Assessment[]): Assessment[] {
  return [...assessments].sort(
    (a, b) => (b.sum ?? 0) - (a.sum ?? 0) || a.council.localeCompare(b.council, "en"),
  );
}

/** A council's name, with a star where the data hold a note on its assessment. */
export function starredName({ council, note }: Pick<Assessment, "council" | "note">): string {
  return note === null ? council : `${council} *`;
}
