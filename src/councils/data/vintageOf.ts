import type { AssessmentSpec } from "./toDataset.js";

/**
 * The day that data are of: no day before the newest report that they hold, nor before the one to
 * which they are complete. A month counts from its first day.
 */
export function vintageOf(
  assessments: readonly Pick<AssessmentSpec, "published">[],
  { vintage, completeTo }: { readonly vintage: string; readonly completeTo: string },
): string {
  const days = assessments.flatMap(({ published }) =>
    published === null ? [] : published.length === 7 ? `${published}-01` : published,
  );
  return [vintage, completeTo, ...days].sort().at(-1)!;
}
